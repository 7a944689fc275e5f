package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.gate.Phase;
import hone.measure.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ends a real `hone audit` while it works, and goes on with its run.
@Tag("slow")
class ResumeTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int BLOCKS = 3;
  private static final int FRESH_BLOCKS = 5;
  private static final int SEED = 9;

  @TempDir private Path scratch;

  /// Where an audit is when it is ended.
  enum Point {
    UNDER_LOAD,
    MEASURING
  }

  @ParameterizedTest
  @CsvSource({"UNDER_LOAD, KILL", "UNDER_LOAD, INT", "MEASURING, KILL", "MEASURING, INT"})
  void leavesNothingRunningAndGoesOnToTheSameResult(Point point, String signal) throws Exception {
    TinyService tiny = TinyService.in(scratch);
    Path patch = tiny.faster();
    Process audit = started(tiny, patch);
    await(() -> isAt(point, tiny), audit);

    assertThat(
            new ProcessBuilder("kill", "-" + signal, String.valueOf(audit.pid())).start().waitFor())
        .isZero();

    assertThat(audit.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    if (signal.equals("INT")) {
      assertThat(said(tiny)).content().contains("hone: interrupted\n").doesNotContain("a bug of");
    }
    await(() -> TinyService.processesOf(tiny.directory()).isEmpty(), audit);
    Files.delete(patch);

    Run resumed = Run.of("audit", "--resume", "--json", "-C", tiny.directory().toString());
    assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(ExitCode.DONE);
    JsonNode report = JsonMapper.shared().readTree(resumed.out());
    isJudgedByItsBudgets(report);
    JsonNode candidate = report.path("candidates").path(0);
    assertThat(candidate.path("verdict").asString()).isEqualTo("improved");
    assertThat(candidate.path("effect").asDouble()).isBetween(-0.21, -0.19);
    List<Schedule.Slot> slots = new ArrayList<>(Schedule.of(Phase.FIRST, BLOCKS, SEED));
    slots.addAll(Schedule.of(Phase.FRESH, FRESH_BLOCKS, SEED));
    assertThat(sides(measurements(tiny).getFirst()))
        .isEqualTo(slots.stream().map(slot -> slot.side().toString()).toList());
    assertThat(tiny.repository().git("branch", "--list", "hone/*").lines()).hasSize(1);
    assertThat(tiny.worktrees()).hasSize(1);
    assertThat(TinyService.processesOf(tiny.directory())).isEmpty();
  }

  /// No request is answered within a microsecond, and no event loop is held up for a minute.
  private static void isJudgedByItsBudgets(JsonNode report) {
    JsonNode latency = report.path("budgets").path(0);
    JsonNode loop = report.path("budgets").path(1);
    assertThat(report.path("gate").asString()).isEqualTo("closed");
    assertThat(latency.path("name").asString()).isEqualTo("p99 latency");
    assertThat(latency.path("limit").asDouble()).isEqualTo(1000);
    assertThat(latency.path("unit").asString()).isEqualTo("nanoseconds");
    assertThat(latency.path("verdict").asString()).isEqualTo("breached");
    assertThat(latency.path("value").asDouble())
        .isGreaterThanOrEqualTo(latency.path("interval").path(0).asDouble());
    assertThat(loop.path("name").asString()).isEqualTo("event loop delay");
    assertThat(loop.path("verdict").asString()).isEqualTo("met");
    boolean busy = latency.path("reason").asString().contains("this machine was too busy");
    assertThat(report.path("findings").path(0).path("breached_budget").asString())
        .as("raised by a breach, if it is certain")
        .isEqualTo(busy ? "" : "p99 latency");
  }

  private static Process started(TinyService tiny, Path patch) throws IOException {
    return Hone.started(
        said(tiny),
        "audit",
        "-C",
        tiny.directory().toString(),
        "--candidate",
        patch.toString(),
        "--blocks",
        String.valueOf(BLOCKS),
        "--seed",
        String.valueOf(SEED));
  }

  private static Path said(TinyService tiny) {
    return tiny.directory().resolveSibling("audit.out");
  }

  private static boolean isAt(Point point, TinyService tiny) throws IOException {
    return switch (point) {
      case UNDER_LOAD -> !TinyService.processesOf(tiny.directory()).isEmpty();
      case MEASURING -> {
        List<Path> logs = measurements(tiny);
        yield !logs.isEmpty() && Files.readAllLines(logs.getFirst()).size() > 4;
      }
    };
  }

  /// Directories are listed and not walked: the audit makes and renames files meanwhile.
  private static List<Path> measurements(TinyService tiny) throws IOException {
    Path runs = tiny.file(".hone/runs");
    if (!Files.exists(runs)) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(runs)) {
      return directories
          .map(run -> run.resolve("candidates/1/measurements.jsonl"))
          .filter(Files::exists)
          .toList();
    }
  }

  private static List<String> sides(Path log) throws IOException {
    List<String> sides = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode side = JsonMapper.shared().readTree(line).path("side");
      if (!side.isMissingNode()) {
        sides.add(side.asString());
      }
    }
    return sides;
  }

  /// Something that will be so before long.
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition, Process audit)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.holds()) {
      assertThat(Instant.now()).as("still waiting for %s", audit.info()).isBefore(end);
      audit.waitFor(5, TimeUnit.MILLISECONDS);
    }
  }
}
