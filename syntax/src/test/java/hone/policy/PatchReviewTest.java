package hone.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchReviewTest {

  private static final List<String> PAGES =
      List.of("go.md", "python.md", "javascript.md", "java.md");

  @ParameterizedTest
  @ValueSource(strings = {"go.md", "python.md", "javascript.md", "java.md"})
  void everyBadPatchIsRefusedWithItsReasonAndEveryHonestOnePasses(String page) {
    Catalogue catalogue = Catalogue.of(page);
    SoftAssertions softly = new SoftAssertions();
    for (Catalogue.Case patch : catalogue.cases()) {
      PatchReview review = review(catalogue, patch.candidate());
      String found =
          review.objections().stream()
              .map(Objection::reason)
              .findFirst()
              .orElse(review.kind().name().toLowerCase(Locale.ROOT));
      softly.assertThat(found).as(patch.name()).isEqualTo(patch.says());
    }
    softly.assertAll();
  }

  @Test
  void theCatalogueIsLargeEnough() {
    List<Catalogue.Case> all =
        PAGES.stream().flatMap(page -> Catalogue.of(page).cases().stream()).toList();

    assertThat(all).filteredOn(Catalogue.Case::isHonest).hasSizeGreaterThanOrEqualTo(16);
    assertThat(all).filteredOn(patch -> !patch.isHonest()).hasSizeGreaterThanOrEqualTo(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go.md", "python.md", "javascript.md", "java.md"})
  void anUnchangedFilePasses(String page) {
    Catalogue catalogue = Catalogue.of(page);

    assertThat(review(catalogue, catalogue.base()).objections()).isEmpty();
  }

  @Test
  void typeScriptHasTheRulesOfJavaScript() {
    String base =
        """
        export function total(lines: Line[]): number {
          if (lines.length === 0) {
            throw new RangeError('no lines');
          }
          return lines.reduce((sum, line) => sum + line.quantity, 0);
        }
        """;
    String candidate = base.replaceFirst("(?s)  if .*?\\n  }\\n", "");

    assertThat(review("src/total.ts", base, candidate))
        .startsWith("it takes away validation (a function that is left early): src/total.ts:2");
    assertThat(review("src/total.ts", base, base)).isEmpty();
  }

  @Test
  void aNewTestMayLookLikeATestButMakesUpForNothing() {
    String base = "def f(x):\n    LOG.info(x)\n";
    FileChange lost = FileChange.of("shop.py", base, "def f(x):\n    pass\n");

    assertThat(
            PatchReview.of(List.of(newTest("import pytest\n\ndef test_f():\n    f(1)\n")), Map.of())
                .objections())
        .isEmpty();
    assertThat(
            PatchReview.of(List.of(lost, newTest(base.replace("f(x)", "test_f(x)"))), Map.of())
                .objections())
        .singleElement()
        .satisfies(objection -> assertThat(objection.reason()).startsWith("it takes away logging"));
    assertThat(PatchReview.of(List.of(newTest("import os\nos._exit(0)\n")), Map.of()).objections())
        .singleElement()
        .satisfies(objection ->
            assertThat(objection.reason()).startsWith("it brings in the start or the end"));
  }

  private static FileChange newTest(String text) {
    return new FileChange("tests/test_f.py", Optional.empty(), Optional.of(text), true);
  }

  @Test
  void whatCannotBeSeenIsRefused() {
    String base = "const a = 'user';\n";

    assertThat(review("a.js", base, base + "// \u202E } \u2066 if (admin)\n"))
        .isEqualTo("it cannot be judged: a.js: has characters that cannot be seen");
  }

  @Test
  void aReasonIsOneShortLineThatNoTerminalObeys() {
    String base = "def f():\n    raise ValueError(\"" + "x".repeat(300) + "\u001b[2J\u0007\")\n";

    assertThat(review("a.py", base, "def f():\n    pass\n"))
        .hasSizeLessThan(250)
        .matches("[\\x20-\\x7e…]+");
  }

  @Test
  void aTableSaysWhatIsWrongWithIt() {
    assertThat(
            RuleTable.parse("x", "# people\n\nkeep logging call log\\.(\\w+)  # my log\n").rules())
        .hasSize(1);
    for (String bad :
        List.of(
            "keep logging call log",
            "keeps logging call log  # my log",
            "keep longing call log  # my log",
            "keep logging cal log  # my log",
            "keep logging call log(  # my log")) {
      assertThatThrownBy(() -> RuleTable.parse("x", "\n" + bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("x:2: ");
    }
  }

  private static String review(String path, String base, String candidate) {
    return PatchReview.of(List.of(FileChange.of(path, base, candidate)), Map.of())
        .objections()
        .stream()
        .findFirst()
        .map(Objection::reason)
        .orElse("");
  }

  private static PatchReview review(Catalogue catalogue, String candidate) {
    return PatchReview.of(
        List.of(FileChange.of(catalogue.path(), catalogue.base(), candidate)), catalogue.judges());
  }
}
