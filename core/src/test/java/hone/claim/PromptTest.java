package hone.claim;

import static org.assertj.core.api.Assertions.assertThat;

import hone.claim.Assignment.Depth;
import hone.claim.Assignment.Earlier;
import hone.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptTest {

  private static final Finding FINDING =
      Shop.findings(Shop.profile(0)).material().stream()
          .filter(finding -> finding.file().equals("web/page.go"))
          .findFirst()
          .orElseThrow();

  private static final Judges JUDGES =
      new Judges(
          Optional.of("go test ./..."),
          Optional.of("go test -bench ."),
          List.of("api/api_test.go", "web/$x_test.go", "web/page_test.go", "main_test.go"));

  @Test
  void namesTheTestsAndBenchmarksThatJudgeTheNearestFirst() {
    assertThat(prompt(List.of(), Depth.PLACE))
        .contains(
            """
                tests: go test ./...
                benchmarks: go test -bench .
                in: web/＄x_test.go, web/page_test.go, api/api_test.go, main_test.go
            """);
    List<String> many = IntStream.range(0, 5000).mapToObj(i -> "t/" + i + "_test.go").toList();
    assertThat(new Judges(Optional.empty(), Optional.empty(), many).text("web/page.go"))
        .startsWith("    tests: none\n    benchmarks: none\n    in: t/0_test.go, ")
        .endsWith(" (and 4,970 more)");
  }

  @Test
  void aFirstAttemptHearsOfNoOther() {
    assertThat(prompt(List.of(), Depth.PLACE))
        .contains("Make one place of this service faster.", FINDING.place())
        .doesNotContain("Earlier attempts", "why this work is done at all");
  }

  @Test
  void aSecondAttemptHearsHowTheFirstFellAndWhatItChanged() {
    String prompt =
        prompt(
            List.of(new Earlier("not-improved: +0.1 % $x", "--- a\n+++ b\n+\tcall($y)\n")),
            Depth.PLACE);

    assertThat(prompt)
        .contains("- not-improved: +0.1 % ＄x\n  Its patch:\n\n      --- a\n      +++ b\n")
        .contains("      +    call(＄y)\n")
        .doesNotContain("why this work is done at all");
  }

  @Test
  void oneThatWasMeasuredInVainIsAskedForAnotherDesign() {
    Earlier earlier = new Earlier("not-improved: +0.1 %", "+x\n");

    assertThat(prompt(List.of(earlier), Depth.DESIGN)).contains("Ask why this work is done at all");
  }

  @Test
  void aLongPatchIsCut() {
    Earlier earlier = new Earlier("tests: one failed", "+line\n".repeat(5000));

    assertThat(prompt(List.of(earlier), Depth.PLACE)).contains("(and more)").hasSizeLessThan(9000);
  }

  private static String prompt(List<Earlier> earlier, Depth depth) {
    return Prompt.change(
        new Assignment(
            FINDING, Shop.TREE, List.of("web/page.go"), JUDGES, List.of(), earlier, depth));
  }
}
