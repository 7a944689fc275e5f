package hone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.Metric;
import hone.history.Entry;
import hone.history.Figure;
import hone.history.Fingerprint;
import hone.history.Revision;
import hone.input.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {

  @TempDir private Path directory;

  @Test
  void givesBackWhatWasAddedInItsOrder() throws IOException {
    List<Entry> added = List.of(entry("one"), imported("two"));

    try (HistoryFile history = HistoryFile.open(file())) {
      for (Entry entry : added) {
        assertThat(history.append(entry)).isTrue();
      }
      assertThat(history.entries("another")).isEmpty();
    }

    try (HistoryFile history = HistoryFile.open(file())) {
      assertThat(history.entries("shop")).isEqualTo(added);
    }
  }

  @Test
  void addsAnEntryOnce() throws IOException {
    try (HistoryFile history = HistoryFile.open(file())) {
      assertThat(history.append(entry("one"))).isTrue();
      assertThat(history.append(entry("one"))).isFalse();
      assertThat(history.entries("shop")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entry SET source = 'x'",
        "DELETE FROM entry",
        "UPDATE figure SET effect = 0",
        "DELETE FROM figure",
        "UPDATE machine SET facts = '{}'",
        "DELETE FROM machine",
      })
  void isOnlyAddedToWhateverProgramTries(String change) throws Exception {
    begun();

    assertThatThrownBy(() -> sql(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append only");
  }

  @Test
  void isSharedByManyAtOnce() throws Exception {
    int writers = 4;
    int each = 25;
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> ended = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String name = "w" + writer + "-";
        ended.add(
            pool.submit(() -> {
              for (int i = 0; i < each; i++) {
                // Each opens the file anew, as a program of its own would; the first ones make it.
                try (HistoryFile history = HistoryFile.open(file())) {
                  history.append(entry(name + i));
                }
              }
              return null;
            }));
      }
      for (Future<?> one : ended) {
        one.get();
      }
    }

    try (HistoryFile history = HistoryFile.open(file())) {
      assertThat(history.entries("shop")).hasSize(writers * each);
    }
  }

  @Test
  void isReadWhileAnotherAdds() throws Exception {
    begun();
    try (HistoryFile reader = HistoryFile.open(file());
        HistoryFile writer = HistoryFile.open(file())) {
      assertThat(reader.entries("shop")).hasSize(1);
      writer.append(entry("two"));
      assertThat(reader.entries("shop")).hasSize(2);
    }
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Files.writeString(file(), "not a database, but long enough to be taken for one\n".repeat(200));

    assertThatThrownBy(() -> HistoryFile.open(file()))
        .isInstanceOf(FormatException.class)
        .hasMessage(file() + ": no history of hone, and no database");
  }

  @Test
  void refusesTheDatabaseOfAnotherProgram() throws Exception {
    sql("CREATE TABLE notes (text TEXT)");

    assertThatThrownBy(() -> HistoryFile.open(file()))
        .isInstanceOf(FormatException.class)
        .hasMessage(file() + ": is a database, but no history of hone");
  }

  @Test
  void refusesTriggersThatHoneDidNotMake() throws Exception {
    begun();
    sql("CREATE TRIGGER t AFTER INSERT ON entry BEGIN INSERT INTO machine VALUES ('x', 'y'); END");

    assertThatThrownBy(() -> HistoryFile.open(file()))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("holds other tables or triggers than a history of hone");
  }

  @Test
  void refusesALaterVersion() throws Exception {
    begun();
    sql("PRAGMA user_version = 2");

    assertThatThrownBy(() -> HistoryFile.open(file()))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("is a history of version 2; this hone reads version 1");
  }

  @Test
  void refusesAFileThatWasCut() throws Exception {
    try (HistoryFile history = HistoryFile.open(file())) {
      for (int i = 0; i < 60; i++) {
        history.append(entry("e" + i));
      }
    }
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length / 2 / 4096 * 4096));

    assertThatThrownBy(this::read)
        .isInstanceOf(FormatException.class)
        .hasMessage(file() + ": damaged; move it away, and hone begins a new one");
  }

  @Test
  void refusesAnEntryThatHoneCannotHaveWritten() throws Exception {
    begun();
    sql(
        "INSERT INTO entry SELECT 99, 'x', source, 'yesterday', service, machine, NULL, NULL,"
            + " head_commit, head_tree, seed FROM entry");

    assertThatThrownBy(this::read)
        .isInstanceOf(FormatException.class)
        .hasMessage(file() + ": damaged: no time: yesterday");
  }

  private void read() throws IOException {
    try (HistoryFile history = HistoryFile.open(file())) {
      history.entries("shop");
    }
  }

  private void begun() throws IOException {
    try (HistoryFile history = HistoryFile.open(file())) {
      history.append(entry("one"));
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private Path file() {
    return directory.resolve("history.db");
  }

  private static Entry entry(String id) {
    return new Entry(
        id,
        "gate",
        Instant.parse("2026-11-01T10:00:00.5Z"),
        "shop",
        Fingerprint.of(Map.of("cpu", "x\u0000'; DROP TABLE entry; --")),
        Optional.of(new Revision("b", "bt")),
        new Revision("", "ht"),
        7,
        List.of(
            new Figure(
                "search\n\u001b[2J",
                Metric.ALLOCATIONS,
                Optional.of(new Figure.Summary(6, 0)),
                Optional.of(new Figure.Summary(6, 3)),
                Optional.of(
                    new Figure.Change(Double.POSITIVE_INFINITY, -1, Double.POSITIVE_INFINITY)),
                "regressed")));
  }

  private static Entry imported(String id) {
    return new Entry(
        id,
        "import",
        Instant.EPOCH,
        "shop",
        Fingerprint.of(Map.of()),
        Optional.empty(),
        new Revision("h", "ht"),
        0,
        List.of(
            new Figure(
                "search",
                Metric.TIME,
                Optional.empty(),
                Optional.of(new Figure.Summary(1, 1718.25)),
                Optional.empty(),
                "")));
  }
}
