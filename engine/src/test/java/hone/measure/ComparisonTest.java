package hone.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.ResultFormats;
import hone.bench.neutral.NeutralReader;
import hone.gate.Phase;
import hone.input.FormatException;
import hone.input.Limits;
import hone.process.Supervisor;
import hone.service.Benchmarks;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real shell programs stand for benchmarks; what they "take" is what their directory says.
class ComparisonTest {

  private static final String PRINT =
      "printf '{\"benchmarks\":[{\"name\":\"work\",\"unit\":\"ns/op\",\"better\":\"lower\",\"samples\":[%s]}]}'"
          + " \"$(cat takes)\"; echo ran >> ../count";

  @TempDir private Path directory;
  private Supervisor supervisor;
  private Comparison comparison;
  private Comparison.Sides sides;
  private Comparison.Records records;

  @BeforeEach
  void twoDirectories() throws IOException {
    supervisor = Supervisor.open();
    ResultFormats formats = new ResultFormats(List.of(new NeutralReader()), Limits.defaults());
    comparison =
        new Comparison(
            new Shell(supervisor, Map.of()), formats, InstantSource.fixed(Instant.EPOCH));
    sides = new Comparison.Sides(side("base", "100"), side("cand", "50"));
    records =
        new Comparison.Records(
            new MeasurementLog(directory.resolve("runs.jsonl")), directory.resolve("words.log"));
  }

  @AfterEach
  void endAll() {
    supervisor.close();
  }

  @Test
  void runsBothSidesInTheOrderOfTheSeedAndReadsWhatTheyPrint() throws Exception {
    List<Run> runs = run(2, benchmarks(PRINT));

    assertThat(runs).extracting(Run::slot).isEqualTo(Schedule.of(Phase.FIRST, 2, 5));
    assertThat(runs)
        .allSatisfy(run ->
            assertThat(run.series().getFirst().samples())
                .containsExactly(run.slot().side() == Side.BASE ? 100.0 : 50.0));
    assertThat(records.log().runs(plan(2))).isEqualTo(runs);
  }

  @Test
  void goesOnWhereItWasStopped() throws Exception {
    List<Run> whole = run(2, benchmarks(PRINT));
    List<String> lines = Files.readAllLines(records.log().file());
    Files.writeString(
        records.log().file(), String.join("\n", lines.subList(0, 4)) + "\n{\"run\":3,\"blo");
    Files.delete(directory.resolve("count"));
    List<Integer> told = new ArrayList<>();

    List<Run> resumed =
        comparison.run(
            new Comparison.Work(plan(2), sides, benchmarks(PRINT), records),
            Phase.FIRST,
            2,
            (_, done, _, _) -> told.add(done));

    assertThat(resumed).extracting(Run::slot).isEqualTo(whole.stream().map(Run::slot).toList());
    assertThat(resumed).extracting(Run::series).isEqualTo(whole.stream().map(Run::series).toList());
    assertThat(Files.readAllLines(directory.resolve("count"))).hasSize(5);
    assertThat(told).containsExactly(3, 4, 5, 6, 7, 8);
  }

  @Test
  void refusesTheRunsOfAnotherComparison() throws Exception {
    run(1, benchmarks(PRINT));
    Plan other = new Plan("base", "cand", PRINT, 1, 6);

    assertThatThrownBy(() -> records.log().runs(other))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("runs.jsonl:1: belongs to another comparison");
  }

  @Test
  void readsTheFileTheBenchmarksWriteAndNotOneThatWasThereBefore() throws Exception {
    Files.writeString(directory.resolve("base/out.json"), "stale");
    Benchmarks silent =
        new Benchmarks("true", Optional.empty(), Optional.of("out.json"), Optional.empty());

    assertThatThrownBy(() -> run(1, silent))
        .isInstanceOf(Comparison.BrokenRun.class)
        .hasMessage("out.json: the benchmarks did not write it");
  }

  @Test
  void saysWhoseRunFailedAndWithWhat() {
    Benchmarks broken =
        benchmarks("if [ \"$(cat takes)\" = 50 ]; then echo no >&2; exit 3; fi; " + PRINT);

    assertThatThrownBy(() -> run(1, broken))
        .isInstanceOfSatisfying(
            Comparison.BrokenRun.class,
            failure -> {
              assertThat(failure.side()).isEqualTo(Side.CANDIDATE);
              assertThat(failure).hasMessageStartingWith("exit code 3: no");
            });
  }

  @Test
  void namesWhatCannotBeRead() {
    assertThatThrownBy(() -> run(1, benchmarks("echo fast")))
        .isInstanceOf(Comparison.BrokenRun.class)
        .hasMessageContaining("not benchmark results");
  }

  private List<Run> run(int blocks, Benchmarks benchmarks) throws Exception {
    return comparison.run(
        new Comparison.Work(plan(blocks), sides, benchmarks, records),
        Phase.FIRST,
        blocks,
        (_, _, _, _) -> {});
  }

  private static Plan plan(int blocks) {
    return new Plan("base", "cand", PRINT, blocks, 5);
  }

  private static Benchmarks benchmarks(String line) {
    return new Benchmarks(line, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Path side(String name, String takes) throws IOException {
    Path side = Files.createDirectory(directory.resolve(name));
    Files.writeString(side.resolve("takes"), takes);
    return side;
  }
}
