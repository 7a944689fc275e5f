package hone.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.input.Source;
import hone.live.Traffic;
import hone.load.LoadReport;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.Service;
import hone.service.ServiceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Load that a tool of the team's own drives on a real service.
@Timeout(120)
@Tag("slow")
class LoadCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SERVICE = "language: java\nstart: java Service.java ${PORT}\n";

  @TempDir private Path folder;

  @BeforeEach
  void putTheServiceInPlace() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LoadCommandTest.class.getResourceAsStream("Service.java"))) {
      Files.copy(in, folder.resolve("Service.java"));
    }
  }

  @Test
  void runsALoadCommandOfTheTeamsOwnAndSaysThatItsFiguresAreNotOurs() throws Exception {
    String load =
        "load:\n  command: 'echo driving; exec sleep 1000'\n  duration: 1s\n  warmup: 0s\n";

    Collected collected = collect(load);

    assertThat(collected.load())
        .isInstanceOfSatisfying(
            LoadReport.External.class,
            external -> {
              assertThat(external.output()).isEqualTo("driving\n");
              assertThat(external.exitCode()).isEmpty();
            });
    assertThat(collected.warnings()).anyMatch(warning -> warning.contains("not hone's"));
    assertThat(collected.warnings()).anyMatch(warning -> warning.contains("no results of"));
  }

  @Test
  void readsTheResultsOfAutocannonAndWarnsOfItsClosedLoop() throws Exception {
    Path autocannon = program("autocannon");
    String load =
        "load:\n  command: '%s -j -d 2 -c 4 http://127.0.0.1:${PORT}/'\n  class: api\n"
                .formatted(autocannon)
            + "  duration: 2s\n  warmup: 0s\n";

    Collected collected = collect(load);

    Traffic traffic = collected.load().traffic().orElseThrow();
    assertThat(traffic.model()).isEqualTo(Traffic.Model.CLOSED);
    assertThat(traffic.sent())
        .isGreaterThan(20)
        .isEqualTo(JSON.readTree(output(collected)).at("/requests/total").asLong());
    assertThat(traffic.failed()).isZero();
    assertThat(traffic.classes()).containsOnlyKeys("api");
    assertThat(traffic.all().quantile(0.99)).isPresent();
    assertThat(collected.warnings()).anyMatch(warning -> warning.contains("worst latencies"));
  }

  /// k6 is told to start so many iterations in a second, and nothing of a summary. It has a user for
  /// each of them, so that it starts them all, however long a slow machine takes to answer.
  @Test
  void readsTheResultsOfK6AndKnowsThatItsScheduleIsOpen() throws Exception {
    Path k6 = program("k6");
    Files.writeString(
        folder.resolve("load.js"),
        """
        import http from 'k6/http';
        export const options = {scenarios: {all: {executor: 'constant-arrival-rate', rate: 40,
          timeUnit: '1s', duration: '2s', preAllocatedVUs: 85}}};
        export default () => http.get(`http://127.0.0.1:${__ENV.PORT}/`);
        """);
    String load =
        "load:\n  command: '%s run load.js'\n  class: api\n  duration: 2s\n  warmup: 0s\n"
            .formatted(k6);

    Collected collected = collect(load);

    Traffic traffic = collected.load().traffic().orElseThrow();
    assertThat(traffic.model()).isEqualTo(Traffic.Model.OPEN);
    assertThat(traffic.sent()).isBetween(60L, 82L);
    assertThat(traffic.classes()).containsOnlyKeys("api");
    assertThat(traffic.all().quantile(0.99)).isPresent();
    assertThat(collected.warnings()).noneMatch(warning -> warning.contains("worst latencies"));
  }

  @Test
  void refusesALoadCommandWhoseRequestsFail() throws Exception {
    String results =
        "{\"errors\": 90, \"non2xx\": 0, \"latency\": {\"p99\": 1}, \"requests\": {\"total\": 10}}";
    String load =
        "load:\n  command: |-\n    echo '%s'; sleep 2\n  duration: 1s\n  warmup: 0s\n"
            .formatted(results);

    CollectFailure failure = failure(load);

    assertThat(failure).isInstanceOf(CollectFailure.LoadFailed.class);
    assertThat(failure.message()).endsWith("failed: 90 of its 100 requests failed");
  }

  private CollectFailure failure(String load) {
    return catchThrowableOfType(CollectException.class, () -> collect(load)).failure();
  }

  private static String output(Collected collected) {
    return ((LoadReport.External) collected.load()).output();
  }

  private Collected collect(String load) throws Exception {
    Service service =
        ServiceFile.read(Source.of("hone.yaml", (SERVICE + load).getBytes(StandardCharsets.UTF_8)))
            .getFirst();
    try (Supervisor supervisor = Supervisor.open()) {
      return new Collector(supervisor, testPath())
          .collect(service, folder, folder.resolve("run"), Duration.ofSeconds(2), (_, _) -> {});
    }
  }

  // HONE_TEST_PATH: where tools were installed for the tests alone.
  private static SearchPath testPath() {
    String more = System.getenv().getOrDefault("HONE_TEST_PATH", "");
    return SearchPath.of(more + File.pathSeparator + System.getenv().getOrDefault("PATH", ""));
  }

  private static Path program(String name) {
    Optional<Path> program = testPath().find(name);
    assumeTrue(program.isPresent(), name + " is not on the PATH nor on HONE_TEST_PATH");
    return program.orElseThrow();
  }
}
