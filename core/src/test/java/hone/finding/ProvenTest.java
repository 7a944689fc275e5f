package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.EvidenceQuality.Verdict;
import hone.analysis.SourceTree;
import hone.service.Language;
import hone.service.ServiceFile;
import hone.standard.Standards;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How much a finding needs to rest on.
class ProvenTest {

  private static final Map<String, String> FILES =
      Map.of("go.mod", "module example.com/shop\n", "main.go", "line\n".repeat(20));

  @Test
  void restsNothingSevereOnFewSamples() {
    Finding finding = go("main.main@main.go:5 24\nruntime.gcBgMarkWorker 76").hotspots().getFirst();

    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.caveats()).containsExactly("fewer than 25 samples");
  }

  @Test
  void blamesNoLineWithoutEnoughEvidence() {
    Findings findings = go("main.a@main.go:1 40");

    assertThat(findings.evidence().verdict()).isEqualTo(Verdict.INSUFFICIENT);
    assertThat(findings.evidence().reasons()).contains("only 40 samples, at least 50 are needed");
    assertThat(findings.material()).isEmpty();
    assertThat(findings.hotspots().getFirst().severity()).isEqualTo(Severity.LOW);
    assertThat(findings.summary()).startsWith("Not enough evidence to name a culprit: ");
    assertThat(findings.estimatedImprovement())
        .isEqualTo("not known: there is not enough evidence");
  }

  private static Findings go(String rows) {
    return Analyst.findings(
        List.of(new ProfileOf(ProfileKind.CPU, Stacks.cpu(rows), "cpu")),
        new SourceTree(FILES.keySet(), path -> Optional.ofNullable(FILES.get(path))),
        ServiceFile.defaults("shop").withLanguage(Language.GO),
        Standards.defaults(),
        Conditions.underLoad());
  }
}
