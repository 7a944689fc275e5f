package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hone.advice.Advised;
import hone.advice.Consultation;
import hone.advice.Inquiry;
import hone.analysis.SourceTree;
import hone.finding.Analyst;
import hone.finding.Conditions;
import hone.finding.Findings;
import hone.finding.ProfileKind;
import hone.finding.ProfileOf;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.service.Language;
import hone.service.ServiceFile;
import hone.standard.Standards;
import hone.unit.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Asks the real codex, with a scripted model behind it, about findings.
@Tag("slow")
class ConsultationTest {

  @TempDir private Path folder;
  private CodexStage stage;

  @BeforeEach
  void opens() throws Exception {
    stage = CodexStage.open(folder);
  }

  @AfterEach
  void closes() throws Exception {
    if (stage != null) {
      stage.nothingIsLeftAndNothingLeaked();
      stage.close();
    }
  }

  /// The scripted model says that `main.slow` at `main.go:42` has 61.5 %.
  @Test
  void aTrueClaimBringsItsWords() throws Exception {
    Advised advised = advised("strictperf", 615);

    assertThat(advised.failure()).isEmpty();
    assertThat(advised.dropped()).isEmpty();
    assertThat(advised.borneOut()).isEqualTo(1);
    assertThat(advised.findings().hotspots().getFirst().advice().orElseThrow().text())
        .isEqualTo("use a map");
    assertThat(stage.model().requests("strictperf")).hasSize(1);
  }

  @Test
  void aFalsePercentageIsSentBackOnceAndDropped() throws Exception {
    Advised advised = advised("perf", 300);

    assertThat(advised.borneOut()).isZero();
    assertThat(advised.dropped())
        .singleElement()
        .isEqualTo("main.slow at main.go:42 has 30.0 %, not 61.5 %");
    assertThat(stage.model().requests("perf")).hasSize(2);
    assertThat(advised.findings().hotspots().getFirst().advice()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          main.sloww | main.go | 42 | 61.5 | main.sloww at main.go:42 is not among the functions that the profiles charge
          main.slow  | main.go | 52 | 61.5 | main.slow at main.go:52 is charged elsewhere: main.go:42
          main.slow  | main.go | 42 | 300  | main.slow at main.go:42 has 61.5 %, not 300.0 %
          """)
  void whatIsInventedIsSentBackOnceAndDropped(
      String function, String file, int line, String percentage, String why) throws Exception {
    String invented = answer(function, file, line, percentage);
    String scenario = stage.said("invented", invented, invented);

    Advised advised = advised(scenario, 615);

    assertThat(advised.dropped()).containsExactly(why);
    assertThat(advised.borneOut()).isZero();
    assertThat(stage.model().requests(scenario)).hasSize(2);
    assertThat(stage.model().requests(scenario).getLast().toString()).contains(why);
    assertThat(advised.findings().hotspots()).isEqualTo(findings(profile(615)).hotspots());
  }

  @Test
  void anAnswerThatIsMendedStands() throws Exception {
    String scenario =
        stage.said(
            "mended",
            answer("main.slow", "main.go", 52, "61.5"),
            answer("main.slow", "main.go", 42, "61.5"));

    Advised advised = advised(scenario, 615);

    assertThat(advised.dropped()).isEmpty();
    assertThat(advised.borneOut()).isEqualTo(1);
    assertThat(stage.model().requests(scenario)).hasSize(2);
    assertThat(advised.findings().hotspots().getFirst().advice().orElseThrow().text())
        .isEqualTo("Use a map.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prose       | 2 | its answer is no document of findings: the answer holds no JSON object
          badjson     | 2 | its answer is no document of findings: the answer holds no JSON object
          wrongschema | 2 | its answer is no document of findings: : required property
          refusal     | 1 | the agent ended without an answer
          quota       | 1 | quota
          """)
  void whatIsNoAnswerLeavesTheFindingsAsTheyWere(String scenario, int requests, String why)
      throws Exception {
    Advised advised = advised(scenario, 615);

    assertThat(advised.failure().orElseThrow()).contains(why);
    assertThat(stage.model().requests(scenario)).hasSize(requests);
    assertThat(advised.findings().hotspots()).isEqualTo(findings(profile(615)).hotspots());
    assertThat(advised.findings().summary()).contains("codex gave no advice: ");
  }

  private static String answer(String function, String file, int line, String percentage) {
    return """
    {"service": "order-service", "profile_type": "cpu", "duration_seconds": 30, "hotspots": [
      {"function": "%s", "file": "%s", "line": %d, "percentage": %s, "category": "algorithmic",
       "severity": "critical", "suggested_approach": "Use a map."}],
     "summary": "One is slow.", "estimated_improvement": null}
    """
        .formatted(function, file, line, percentage);
  }

  private Advised advised(String scenario, int slow) throws Exception {
    ProfileOf profile = profile(slow);
    Consultation consultation =
        new Consultation(
            stage.agent(scenario),
            "codex",
            "gpt-5.5",
            folder.resolve("advice-" + scenario.replaceAll("\\W", "-")));
    return consultation.advised(
        new Inquiry(findings(profile), List.of(profile), TREE, List.of("P99 < 200 ms")));
  }

  private static final SourceTree TREE =
      new SourceTree(
          Map.of("main.go", "", "go.mod", "").keySet(),
          path -> Optional.of(path.equals("go.mod") ? "module shop\n" : "x()\n".repeat(99)));

  private static Findings findings(ProfileOf profile) {
    return Analyst.findings(
        List.of(profile),
        TREE,
        ServiceFile.defaults("order-service").withLanguage(Language.GO),
        Standards.defaults(),
        Conditions.underLoad());
  }

  /// @param slow samples of a thousand
  private static ProfileOf profile(int slow) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    int hot = builder.frame(new Frame("main.slow", "/srv/shop/main.go", 42));
    int other = builder.frame(new Frame("main.other", "/srv/shop/main.go", 7));
    builder.sample(builder.stack(hot, Profile.NONE), slow * 10_000_000L);
    builder.sample(builder.stack(other, Profile.NONE), (1000 - slow) * 10_000_000L);
    Recording recording = Recording.of("test").lasting(30_000_000_000L).sampledEvery(10_000_000);
    return new ProfileOf(ProfileKind.CPU, builder.build(recording, 0), "cpu.prof");
  }
}
