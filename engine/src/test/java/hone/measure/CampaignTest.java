package hone.measure;

import static org.assertj.core.api.Assertions.assertThat;

import hone.bench.ResultFormats;
import hone.bench.neutral.NeutralReader;
import hone.gate.GateResult;
import hone.gate.Judgement;
import hone.gate.Looks;
import hone.gate.Phase;
import hone.gate.Rules;
import hone.gate.Terms;
import hone.gate.Verdict;
import hone.gate.WarmUp;
import hone.input.Limits;
import hone.process.Supervisor;
import hone.service.Benchmarks;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real shell programs stand for benchmarks; what they "take" is what their directory says, and
/// what the run before left.
class CampaignTest {

  private static final String PRINT =
      "sh ./takes >> ../ran && printf '{\"benchmarks\":[{\"name\":\"work\",\"unit\":\"ns/op\","
          + "\"better\":\"lower\",\"samples\":[%s]}]}' \"$(tail -n 1 ../ran)\"";
  private static final String NOISE = "echo $(( 100 + $(wc -l < ../ran) * 37 % 60 ))";
  private static final Terms TERMS =
      new Terms(Rules.defaults(), Looks.upTo(Looks.MOST), Terms.Purpose.GATE, 5);

  @TempDir private Path directory;
  private Supervisor supervisor;

  @BeforeEach
  void open() throws IOException {
    supervisor = Supervisor.open();
    Files.createFile(directory.resolve("ran"));
  }

  @AfterEach
  void endAll() {
    supervisor.close();
  }

  @Test
  void stopsAtTheFirstLookWhereNothingChanged() throws Exception {
    Campaign.Measured measured = campaign("echo 100", "echo 100").measured(TERMS, quiet());

    assertThat(measured.runs()).extracting(Run::slot).isEqualTo(Schedule.of(Phase.FIRST, 3, 5));
    assertThat(measured.result().state()).isEqualTo(GateResult.State.OPEN);
    assertThat(measured.summary()).isEqualTo("12 runs in 3 blocks");
  }

  @Test
  void confirmsARegressionByFreshRunsAndGoesOnWhereItWasStopped() throws Exception {
    Campaign campaign = campaign("echo 100", "echo 150");
    Campaign.Measured whole = campaign.measured(TERMS, quiet());
    Path log = directory.resolve("runs.jsonl");
    List<String> lines = Files.readAllLines(log);
    Files.writeString(log, String.join("\n", lines.subList(0, 16)) + "\n{\"phase\":");
    Files.writeString(directory.resolve("ran"), "");

    Campaign.Measured resumed = campaign.measured(TERMS, quiet());

    assertThat(whole.summary()).isEqualTo("32 runs in 8 blocks, 5 of them fresh");
    assertThat(whole.result().judgements().getFirst().verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(resumed.result()).isEqualTo(whole.result());
    assertThat(Files.readAllLines(directory.resolve("ran"))).hasSize(32 - 15);
  }

  @Test
  void looksAgainAsLongAsNothingIsSettled() throws Exception {
    Campaign.Measured measured = campaign(NOISE, NOISE).measured(TERMS, quiet());

    assertThat(measured.summary()).isEqualTo("60 runs in 15 blocks");
    assertThat(measured.result().judgements().getFirst().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void stopsWhereTheTimeDoesNotSufficeAndSaysSo() throws Exception {
    Campaign hurried = campaign(NOISE, NOISE, Duration.ZERO);

    Campaign.Measured measured = hurried.measured(TERMS, quiet());

    assertThat(measured.runs()).hasSize(12);
    assertThat(measured.result().reasons())
        .contains("stopped after 6 runs a side, as more would take longer than limits.time, 0 s");
  }

  @Test
  void confirmsWhateverItTakes() throws Exception {
    Campaign hurried = campaign("echo 100", "echo 150", Duration.ZERO);

    assertThat(hurried.measured(TERMS, quiet()).result().state())
        .isEqualTo(GateResult.State.CLOSED);
  }

  @Test
  void tellsProcessorTimeOfWholeRunsBesideTheVerdict() throws Exception {
    Campaign.Measured measured = campaign("echo 100", "echo 100").measured(TERMS, quiet());

    assertThat(measured.runs())
        .allSatisfy(run -> assertThat(run.cpuNanos().orElse(0)).isPositive());
    assertThat(measured.beside().wholeRuns())
        .extracting(each -> each.benchmark() + " " + each.metric().name())
        .containsExactly("whole run cpu-sec/run", "whole run sec/run");
    assertThat(measured.result().judgements())
        .extracting(Judgement::benchmark)
        .containsOnly("work");
    assertThat(measured.beside().warmUps())
        .extracting(WarmUp::state)
        .containsExactly(WarmUp.State.UNKNOWN);
  }

  @Test
  void judgesProcessorTimeWhereToldTo() throws Exception {
    Campaign told = campaign("echo 100", "echo 100");

    Campaign.Measured measured =
        new Campaign(told.comparison(), told.work(), told.limit(), Basis.RESULTS_AND_CPU)
            .measured(TERMS.with(Looks.upTo(Looks.FEWEST)), quiet());

    assertThat(measured.result().judgements())
        .extracting(Judgement::benchmark)
        .containsExactly("work", "whole run");
    assertThat(measured.beside().wholeRuns())
        .extracting(each -> each.metric().name())
        .containsExactly("sec/run");
  }

  @Test
  void comparesNothingThatWasMadeWithDifferentThings() throws Exception {
    Campaign campaign = campaign("echo 100", "echo 100");

    Campaign.Measured measured =
        with(campaign, Map.of("toolchain", "go1.25"), Map.of("toolchain", "go1.26"))
            .measured(TERMS, quiet());

    assertThat(measured.runs()).isEmpty();
    assertThat(measured.result().state()).isEqualTo(GateResult.State.UNDECIDED);
    assertThat(measured.result().judgements())
        .extracting(each -> each.verdict() + ": " + each.reason())
        .containsExactly(
            "incomparable: toolchain of base is 'go1.25' and of the candidate 'go1.26'");
  }

  @Test
  void goesOnOnlyWithWhatItBeganWith() throws Exception {
    Campaign campaign = campaign("echo 100", "echo 100");
    with(campaign, Map.of("harness", "a"), Map.of("harness", "b")).measured(TERMS, quiet());

    Campaign.Measured resumed =
        with(campaign, Map.of("harness", "a"), Map.of("harness", "c")).measured(TERMS, quiet());

    assertThat(resumed.result().judgements())
        .extracting(Judgement::reason)
        .containsExactly("harness of the candidate was 'b' and is 'c'");
  }

  private static Campaign with(
      Campaign campaign, Map<String, String> base, Map<String, String> candidate) {
    Comparison.Work work = campaign.work();
    return new Campaign(
        campaign.comparison(),
        new Comparison.Work(
            work.plan(),
            work.sides(),
            work.benchmarks(),
            work.records(),
            new Fingerprint(Machine.here(), base, candidate)),
        campaign.limit());
  }

  private Campaign campaign(String base, String candidate) throws IOException {
    return campaign(base, candidate, Duration.ofHours(1));
  }

  private Campaign campaign(String base, String candidate, Duration limit) throws IOException {
    ResultFormats formats = new ResultFormats(List.of(new NeutralReader()), Limits.defaults());
    Comparison comparison =
        new Comparison(
            new Shell(supervisor, Map.of()), formats, InstantSource.fixed(Instant.EPOCH));
    Comparison.Work work =
        new Comparison.Work(
            new Plan("base", "cand", PRINT, Looks.MOST, 5),
            new Comparison.Sides(side("base", base), side("cand", candidate)),
            new Benchmarks(PRINT, Optional.empty(), Optional.empty(), Optional.empty()),
            new Comparison.Records(
                new MeasurementLog(directory.resolve("runs.jsonl")),
                directory.resolve("words.log")));
    return new Campaign(comparison, work, limit);
  }

  private static Comparison.Progress quiet() {
    return (_, _, _, _) -> {};
  }

  private Path side(String name, String takes) throws IOException {
    Path side = Files.createDirectory(directory.resolve(name));
    Files.writeString(side.resolve("takes"), takes + "\n");
    return side;
  }
}
