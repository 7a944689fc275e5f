package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.SourceTree;
import hone.profile.Profile;
import hone.service.Language;
import hone.service.ServiceFile;
import hone.standard.Standards;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  private static final SourceTree TREE =
      new SourceTree(
          Set.of("src/main/java/shop/Invoices.java"), _ -> Optional.of("line\n".repeat(99)));

  /// JFR on JDK 25 charges the copying of a compiled loop to the loop's jump back, one line below
  /// the `+=` that allocates.
  @Test
  void bytesOfAnotherLineOfTheFunctionProveThatItAllocates() {
    Profile time =
        Stacks.cpu(
            "shop.App.serve@shop/App.java:9 > shop.Invoices.render@shop/Invoices.java:22 100");
    Profile bytes =
        Stacks.allocations(
            "shop.Invoices.render@shop/Invoices.java:21 > java.lang.StringConcatHelper.newArray 90\n"
                + "shop.App.serve@shop/App.java:9 10");

    Finding finding =
        findings(time, bytes)
            .hotspots()
            .getFirst()
            .withRecipe("java-string-builder", Category.ALLOCATION, "use a builder");

    assertThat(finding.line()).isEqualTo(22);
    assertThat(finding.memoryShare()).hasValue(0.9);
    assertThat(finding.evidence()).isEqualTo(Evidence.PROOF);
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.suggestedApproach()).isEqualTo("use a builder");
  }

  @Test
  void theSummaryTellsOfTheFindingThatIsFirstAfterAChange() {
    Profile time = Stacks.cpu("shop.Invoices.render@shop/Invoices.java:22 100");
    Findings plain = findings(time, Stacks.allocations("shop.App.serve@shop/App.java:9 10"));

    Findings confirmed =
        plain.with(finding -> finding.withRecipe("java-loop", Category.ALGORITHMIC, "hoist"));

    assertThat(plain.summary()).contains(plain.hotspots().getFirst().severity().text());
    assertThat(confirmed.summary())
        .contains("Invoices.java:22")
        .contains("algorithmic, critical")
        .endsWith(plain.summary().substring(plain.summary().indexOf(". ")));
  }

  private static Findings findings(Profile time, Profile bytes) {
    return Analyst.findings(
        List.of(
            new ProfileOf(ProfileKind.CPU, time, "cpu"),
            new ProfileOf(ProfileKind.MEMORY, bytes, "allocs")),
        TREE,
        ServiceFile.defaults("shop").withLanguage(Language.JAVA),
        Standards.defaults(),
        Conditions.underLoad());
  }
}
