package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A history of real commits, with results that do not depend on the machine.
@Tag("slow")
class HistoryTest {

  @TempDir private Path scratch;
  private TinyService tiny;

  @BeforeEach
  void aService() throws Exception {
    tiny = TinyService.in(scratch);
  }

  @Test
  void keepsWhatGateAndMeasureFoundAndChainsIt() throws Exception {
    tiny.repository().git("tag", "v1");
    commit("1030\n");
    assertThat(hone("gate", "--base", "HEAD~1").exitCode()).isEqualTo(ExitCode.DONE);
    commit("1061\n");
    assertThat(hone("measure", "HEAD~1").exitCode()).isEqualTo(ExitCode.DONE);
    commit("1093\n");
    assertThat(hone("measure", "HEAD~1", "--no-history").exitCode()).isEqualTo(ExitCode.DONE);

    JsonNode history = history();

    assertThat(history.path("entries").asInt()).isEqualTo(2);
    assertThat(history.path("since").path("name").asString()).isEqualTo("v1");
    JsonNode series = history.path("series").path(0);
    assertThat(series.path("chain")).hasSize(3);
    assertThat(series.path("creep").path("ratios").asInt()).isEqualTo(2);
    assertThat(series.path("creep").path("verdict").asString()).isEqualTo("crept");
    assertThat(series.path("machines")).hasSize(1);
    assertThat(series.path("machines").path(0).path("facts").valueStream())
        .isNotEmpty()
        .noneMatch(fact -> fact.path("name").asString().equals("load"));
    // 1030 ÷ 1000 and 1061 ÷ 1030, each run of which costs up to 2 more.
    assertThat(hone("history").out())
        .containsPattern("since v1: \\+(5\\.[7-9]|6\\.[0-3]) %")
        .contains("in 2 comparisons: crept")
        .doesNotContainPattern("(?m)^.{81}");
  }

  @Test
  void aHistoryThatCannotBeWrittenChangesNoVerdict() throws Exception {
    commit("1500\n");
    Files.createDirectories(tiny.file(".hone"));
    tiny.write(".hone/history.db", "something else ".repeat(100));

    Run gate = hone("gate", "--base", "HEAD~1");

    assertThat(gate.exitCode()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(gate.err()).contains("hone: not added to the history: ");
    assertThat(hone("history").exitCode()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void importsOldResultsByTheirCommitsAndFindsTheChange() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    Path results = Files.createDirectories(scratch.resolve("results"));
    for (int i = 0; i < 24; i++) {
      commit(i + "\n");
      String commit = tiny.repository().git("rev-parse", "HEAD").strip();
      double time = (i < 14 ? 1000 : 1080) + 20 * random.nextDouble();
      Files.writeString(
          results.resolve(commit.substring(0, 12) + ".txt"),
          String.format(Locale.ROOT, "BenchmarkSearch-2 100 %.1f ns/op%n", time));
    }
    String[] files;
    try (Stream<Path> listed = Files.list(results)) {
      files = listed.map(Path::toString).sorted().toArray(String[]::new);
    }

    Run first = hone(with(files, "history", "--machine", "ci", "--import"));
    Run again = hone(with(files, "history", "--machine", "ci", "--import"));

    assertThat(first.err()).isEqualTo("hone: 24 added to the history, 0 there already\n");
    assertThat(again.err()).isEqualTo("hone: 0 added to the history, 24 there already\n");
    assertThat(again.out()).isEqualTo(first.out()).contains("◀ change").contains("p = 0.0005");
    JsonNode change =
        history().path("series").path(0).path("machines").path(0).path("change_points").path(0);
    assertThat(change.path("index").asInt()).isEqualTo(14);
    assertThat(change.path("effect").asDouble()).isBetween(0.06, 0.1);
  }

  @Test
  void importsTheResultsOfGatesAndOtherHistories() throws Exception {
    commit("1030\n");
    assertThat(hone("gate", "--base", "HEAD~1", "--no-history").exitCode())
        .isEqualTo(ExitCode.DONE);
    String gate = tiny.file("perf-gate.json").toString();

    assertThat(hone("history", "--import", gate).err()).contains("1 added");
    Path copy = Files.copy(tiny.file(".hone/history.db"), scratch.resolve("other.db"));

    assertThat(hone("history", "--import", copy.toString()).err()).contains("0 added", "1 there");
    assertThat(history().path("series").path(0).path("chain")).hasSize(2);
  }

  @Test
  void saysWhatItCannotImport() throws Exception {
    Path file = Files.writeString(scratch.resolve("old.txt"), "BenchmarkA 1 5 ns/op\n");

    Run unknown = hone("history", "--import", file.toString());
    Run absent = hone("history", "--import", "HEAD=" + scratch.resolve("none.txt"));
    Run none = hone("history");

    assertThat(unknown.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(unknown.err())
        .isEqualTo("hone: " + file + ": no commit 'old' here; say which with COMMIT=FILE\n");
    assertThat(absent.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(none.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(none.err()).contains("no history yet");
  }

  private JsonNode history() throws IOException {
    Run run = hone("history", "--json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.HISTORY.problems(document)).isEmpty();
    return document;
  }

  private void commit(String cost) throws Exception {
    tiny.write("cost.json", cost);
    tiny.commit();
  }

  private Run hone(String... words) {
    String[] command = {words[0], "-C", tiny.directory().toString()};
    return Run.of(with(Arrays.copyOfRange(words, 1, words.length), command));
  }

  /// The words, then the others.
  private static String[] with(String[] others, String... words) {
    String[] all = Arrays.copyOf(words, words.length + others.length);
    System.arraycopy(others, 0, all, words.length, others.length);
    return all;
  }
}
