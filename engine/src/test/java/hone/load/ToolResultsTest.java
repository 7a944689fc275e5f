package hone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.live.Figure;
import hone.live.Traffic;
import hone.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolResultsTest {

  /// `npx autocannon@9.0.0 -j -d 2 -c 4 http://127.0.0.1:18999/` against a server of Node.js 20 that
  /// answers after 5 ms; the throughput and most percentiles are left out.
  private static final String AUTOCANNON =
      """
      {"url":"http://127.0.0.1:18999/","connections":4,"sampleInt":1000,"pipelining":1,"workers":0,\
      "duration":2.01,"samples":2,"errors":0,"timeouts":0,"mismatches":0,"non2xx":13,"resets":0,\
      "2xx":1300,"latency":{"average":5.56,"min":4,"max":44,"p50":5,"p90":6,"p97_5":9,"p99":16,\
      "p99_9":44,"totalCount":1300},"requests":{"average":650,"total":1300,"sent":1304}}
      """;

  /// Recordings of k6 1.8.1; fixtures/PROVENANCE.md says how.
  private static final Path RECORDED = Path.of("../fixtures/k6/1.8");

  /// In the form of `--summary-export`.
  private static final String EXPORT =
      """
      {
        "root_group": {"name": "", "path": "", "groups": {}, "checks": {}},
        "metrics": {
          "http_reqs": {"count": 2000, "rate": 66.6},
          "http_req_failed": {"passes": 40, "fails": 1960, "value": 0.02},
          "http_req_duration": {"avg": 20.1, "min": 3.5, "med": 18.25, "max": 310.5,
            "p(90)": 41.5, "p(95)": 60.125, "p(99)": 120.75},
          "vus": {"value": 10, "min": 10, "max": 10}
        }
      }
      """;

  /// The same in the form that `handleSummary` gets and may print.
  private static final String SUMMARY =
      """
      {"metrics": {
        "http_reqs": {"type": "counter", "contains": "default", "values": {"count": 2000, "rate": 66.6}},
        "http_req_failed": {"type": "rate", "contains": "default",
          "values": {"rate": 0.02, "passes": 40, "fails": 1960}},
        "http_req_duration": {"type": "trend", "contains": "time",
          "values": {"avg": 20.1, "med": 18.25, "max": 310.5, "p(95)": 60.125, "p(99)": 120.75}}}}
      """;

  @TempDir private Path folder;

  @Test
  void readsWhatAutocannonPrints() throws IOException {
    Traffic traffic = printed("npm notice new version\n" + AUTOCANNON).orElseThrow();

    assertThat(traffic.model()).isEqualTo(Traffic.Model.CLOSED);
    assertThat(traffic.sent()).isEqualTo(1300);
    assertThat(traffic.failed()).isEqualTo(13);
    assertThat(traffic.all().quantile(0.99)).contains(Figure.of(16e6));
    assertThat(traffic.all().quantile(0.95)).isEmpty();
    assertThat(traffic.classes()).containsOnlyKeys("api");
  }

  @Test
  void readsTheDataOfHandleSummary() throws IOException {
    isTheSummary(printed("running (30s)\n" + SUMMARY).orElseThrow());
  }

  @Test
  void readsTheFileThatK6WasToldToWrite() throws IOException {
    for (String option :
        new String[] {"--summary-export=out.json", "--summary-export 'out.json'"}) {
      Files.deleteIfExists(folder.resolve("out.json"));
      ToolResults results =
          ToolResults.before(Command.shell("k6 run " + option + " load.js", folder));
      Files.writeString(folder.resolve("out.json"), EXPORT);

      isTheSummary(results.traffic("", Optional.of("api")).orElseThrow());
    }
  }

  /// `open-durations.txt` holds each `http_req_duration` of the run's own stream; k6's p(99) lies
  /// between the two that stand next to it in order, as `sort -n` shows.
  @Test
  void readsTheNinetyNinthPercentileThatK6IsAskedFor() throws IOException {
    Traffic open = recorded("open");
    double[] millis =
        Files.readAllLines(RECORDED.resolve("open-durations.txt")).stream()
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();

    assertThat(open.sent()).isEqualTo(181).isEqualTo(millis.length);
    assertThat(open.failed()).isZero();
    assertThat(open.all().quantile(0.99)).contains(Figure.of(35436744.999999896));
    assertThat(35.436744999999895).isBetween(millis[178], millis[179]);
    assertThat(open.all().quantile(0.999)).isPresent();
  }

  @Test
  void knowsAScheduleFromALoopByWhatK6SaysOfItsScenarios() throws IOException {
    assertThat(recorded("open").model()).isEqualTo(Traffic.Model.OPEN);
    assertThat(recorded("closed").model()).isEqualTo(Traffic.Model.CLOSED);
    assertThat(recorded("closed").sent()).isEqualTo(1775);
    String mixed = "   * a: 60.00 iterations/s for 3s (maxVUs: 5)\n   * b: 4 looping VUs for 3s\n";
    assertThat(K6Summary.model(mixed)).isEqualTo(Traffic.Model.CLOSED);
    assertThat(K6Summary.model("")).isEqualTo(Traffic.Model.CLOSED);
  }

  @Test
  void countsWhatWasDueAndNeverSent() throws IOException {
    Traffic dropped = recorded("dropped");

    assertThat(dropped.model()).isEqualTo(Traffic.Model.OPEN);
    assertThat(dropped.sent()).isEqualTo(208);
    assertThat(dropped.late()).isEqualTo(93);
  }

  @Test
  void readsTheSummaryThatAScriptOfK6Prints() throws IOException {
    Traffic traffic =
        printed(Files.readString(RECORDED.resolve("handle-summary.txt"))).orElseThrow();

    assertThat(traffic.sent()).isEqualTo(144);
    assertThat(traffic.all().quantile(0.99)).contains(Figure.of(67.62802804999973e6));
  }

  @Test
  void asksK6ForWhatBudgetsNeedUnlessItIsToldOtherwise() {
    Command plain = ToolResults.asking(Command.shell("k6 run load.js", folder), folder);
    Command told =
        ToolResults.asking(
            Command.shell("k6 run load.js", folder)
                .withEnvironment(Map.of("K6_SUMMARY_TREND_STATS", "p(75)")),
            folder);

    assertThat(plain.environment().get("K6_SUMMARY_TREND_STATS")).contains("p(99)");
    assertThat(plain.environment().get("K6_SUMMARY_EXPORT")).endsWith("/k6-summary.json");
    assertThat(told.environment()).containsEntry("K6_SUMMARY_TREND_STATS", "p(75)");
  }

  /// What hone would read after a run of k6 that was started by it.
  private Traffic recorded(String name) throws IOException {
    Command command = ToolResults.asking(Command.shell("k6 run load.js", folder), folder);
    Files.deleteIfExists(folder.resolve("k6-summary.json"));
    ToolResults results = ToolResults.before(command);
    Files.copy(RECORDED.resolve(name + ".json"), folder.resolve("k6-summary.json"));
    return results
        .traffic(Files.readString(RECORDED.resolve(name + ".txt")), Optional.of("api"))
        .orElseThrow();
  }

  @Test
  void takesNoResultsOfAnEarlierRun() throws IOException {
    Path file = Files.writeString(folder.resolve("out.json"), EXPORT);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

    ToolResults results =
        ToolResults.before(Command.shell("k6 run --summary-export=out.json load.js", folder));

    assertThat(results.traffic("", Optional.empty())).isEmpty();
  }

  @Test
  void knowsThatK6SentNothing() throws IOException {
    assertThat(printed("{\"metrics\": {\"vus\": {\"value\": 1}}}").orElseThrow().sent()).isZero();
  }

  @Test
  void takesOtherOutputForNoResults() throws IOException {
    assertThat(printed("Requests/sec: 1234.5\n")).isEmpty();
    assertThat(printed("")).isEmpty();
    assertThat(printed("{\"latencies\": {\"99th\": 5}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"latency\": {\"p99\": 1}, \"requests\": {}, \"errors\": 0}",
        "{\"latency\": {\"p99\": -1}, \"requests\": {\"total\": 5}, \"errors\": 0}",
        "{\"latency\": {\"p99\": 1}, \"requests\": {\"total\": 5}, \"errors\": \"none\"}",
        "{\"metrics\": {\"http_reqs\": {\"count\": 1e99}}}",
        "{\"latency\": }"
      })
  void refusesBrokenResultsByName(String text) {
    assertThatThrownBy(() -> printed(text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("results of the load command");
  }

  private static void isTheSummary(Traffic traffic) {
    assertThat(traffic.sent()).isEqualTo(2000);
    assertThat(traffic.failed()).isEqualTo(40);
    assertThat(traffic.all().quantile(0.99)).contains(Figure.of(120.75e6));
    assertThat(traffic.classes()).containsOnlyKeys("api");
  }

  private Optional<Traffic> printed(String text) throws IOException {
    return ToolResults.before(Command.shell("./load.sh", folder)).traffic(text, Optional.of("api"));
  }
}
