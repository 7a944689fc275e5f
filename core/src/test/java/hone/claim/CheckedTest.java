package hone.claim;

import static org.assertj.core.api.Assertions.assertThat;

import hone.finding.Finding;
import hone.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTest {

  private static final Findings FINDINGS = Shop.findings(Shop.profile(0));

  private static final String TRUE =
      hotspot("example.com/shop/web.Render", "web/page.go", "41", "60.0", "algorithmic");

  @Test
  void whatTheProfilesBearOutStands() {
    Checked checked = checked(TRUE);

    assertThat(checked.dropped()).isEmpty();
    assertThat(checked.supported())
        .singleElement()
        .satisfies(supported -> {
          assertThat(supported.finding()).isEqualTo(FINDINGS.hotspots().getFirst());
          assertThat(supported.claim().approach()).isEqualTo("Hoist it.");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web.Rend, web/page.go, 41, 60, algorithmic | web.Rend at web/page.go:41 is not among the functions that the profiles charge
          example.com/shop/web.Render, web/page.go, 51, 60, algorithmic | is charged elsewhere: web/page.go:41, web/page.go:42
          example.com/shop/web.Render, web/other.go, 41, 60, algorithmic | is charged elsewhere: web/page.go:41, web/page.go:42
          example.com/shop/web.Render, ../web/page.go, 41, 60, algorithmic | is charged elsewhere
          example.com/shop/web.Render, web/page.go, -1, 60, algorithmic | is charged elsewhere
          example.com/shop/web.Render, web/page.go, 41, 300, algorithmic | has 60.0 %, not 300.0 %
          example.com/shop/web.Render, web/page.go, 41, 61.1, algorithmic | has 60.0 %, not 61.1 %
          example.com/shop/web.Render, web/page.go, 41, -60, algorithmic | has 60.0 %, not -60.0 %
          example.com/shop/web.Render, web/page.go, 41, 60, lock_contention | is called lock_contention, which a profile of cpu cannot prove
          example.com/shop/web.Render, web/page.go, 41, 60, allocation | is called allocation, which a profile of cpu cannot prove
          """)
  void whatIsNotSoIsDroppedWithItsReason(String told, String why) {
    String[] parts = told.split(", ", -1);
    Checked checked = checked(hotspot(parts[0], parts[1], parts[2], parts[3], parts[4]));

    assertThat(checked.supported()).isEmpty();
    assertThat(checked.dropped())
        .singleElement()
        .satisfies(dropped -> assertThat(dropped.reason()).contains(why));
  }

  @Test
  void aClaimCountsOnce() {
    assertThat(checked(TRUE, TRUE).dropped())
        .singleElement()
        .satisfies(dropped -> assertThat(dropped.reason()).endsWith("is told twice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"59.0", "61.0", "60"})
  void aPercentageMayBeOffByAPoint(String percentage) {
    assertThat(checked(TRUE.replace("60.0", percentage)).supported()).hasSize(1);
  }

  /// Invented claims: none may pass, whatever else is right about them.
  @Test
  void ofManyMutatedAnswersOnlyTrueClaimsStand() {
    Random random = new Random(11);
    int mutated = 0;
    int dropped = 0;
    for (int round = 0; round < 400; round++) {
      List<String> hotspots = new ArrayList<>();
      for (Finding finding : FINDINGS.hotspots()) {
        hotspots.add(MUTATIONS.get(random.nextInt(MUTATIONS.size())).apply(told(finding)));
      }
      mutated++;
      Answer answer = AnswerReader.read(document(hotspots.toArray(String[]::new)));
      if (answer instanceof Answer.Read read) {
        Checked checked = Checked.of(read.claims(), FINDINGS);
        dropped += checked.dropped().size();
        assertThat(checked.supported()).allSatisfy(CheckedTest::isTrue);
        assertThat(checked.supported().size() + checked.dropped().size())
            .isEqualTo(read.claims().size());
      }
    }
    assertThat(mutated).isEqualTo(400);
    assertThat(dropped).isGreaterThan(600);
  }

  private static void isTrue(Checked.Supported supported) {
    Claim claim = supported.claim();
    assertThat(FINDINGS.hotspots())
        .anySatisfy(finding -> {
          assertThat(claim.function()).isEqualTo(finding.function());
          assertThat(claim.file()).isEqualTo(finding.file());
          assertThat(claim.line()).isEqualTo(finding.line());
          assertThat(Math.abs(claim.percentage() - finding.share() * 100)).isLessThanOrEqualTo(1);
          assertThat(claim.category().text()).isIn("algorithmic", "serialisation");
        });
  }

  private static final List<UnaryOperator<String>> MUTATIONS =
      List.of(
          UnaryOperator.identity(),
          hotspot -> hotspot.replace("web.Render", "web.Invented").replace("main.route", "main.x"),
          hotspot -> hotspot.replaceAll("\"line\": (\\d)(\\d)", "\"line\": $2$1"),
          hotspot -> hotspot.replaceAll("\"line\": (\\d+)", "\"line\": 1$1"),
          hotspot -> hotspot.replace("\"line\": 41", "\"line\": 51").replace(": 12,", ": 22,"),
          hotspot -> hotspot.replaceAll("\"percentage\": [0-9.]+", "\"percentage\": 300"),
          hotspot -> hotspot.replaceAll("\"percentage\": ", "\"percentage\": 1"),
          hotspot -> hotspot.replaceAll("\"percentage\": [0-9.]+", "\"percentage\": 1e999"),
          hotspot -> hotspot.replaceAll("\"percentage\": [0-9.]+", "\"percentage\": 0"),
          hotspot -> hotspot.replace("page.go", "pagε.go").replace("main.go", "main.go\\u0000"),
          hotspot -> hotspot.replace("\"file\": \"", "\"file\": \"/etc/../"),
          hotspot -> hotspot.replaceAll("(algorithmic|serialisation)", "io_wait"),
          hotspot -> hotspot.replaceAll("(algorithmic|serialisation)", "lock_contention"),
          hotspot -> hotspot.replaceAll("\"function\": \"[^\"]*\"", "\"function\": \"\""),
          hotspot -> hotspot.replaceAll("\"line\": (\\d+)", "\"line\": 99999999999999999999"),
          hotspot -> hotspot.replaceAll("\"line\": (\\d+)", "\"line\": -$1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          I could not find anything.                | the answer holds no JSON object
          ``                                        | the answer holds no JSON object
          {{{{{{                                    | the answer holds no JSON object
          {"hotspots": []}                          | required property 'service' not found
          {"service": "a", "service": "b"}          | the answer holds no JSON object
          """)
  void whatIsNoDocumentIsToldAsThat(String text, String problem) {
    assertThat(AnswerReader.read(text))
        .isInstanceOfSatisfying(
            Answer.Broken.class,
            broken ->
                assertThat(broken.problems())
                    .anySatisfy(found -> assertThat(found).contains(problem)));
  }

  @Test
  void proseAndFencesMayStandAroundTheDocument() {
    String wrapped = "Thinking {about} it: {\"a\": 1}\n```json\n" + document(TRUE) + "\n```\nDone.";

    assertThat(AnswerReader.read(wrapped))
        .isInstanceOfSatisfying(Answer.Read.class, read -> assertThat(read.claims()).hasSize(1));
  }

  @Test
  void theLastDocumentIsTheAnswer() {
    String second = document(TRUE.replace("Hoist it.", "Second."));

    assertThat(AnswerReader.read(document(TRUE) + second))
        .isInstanceOfSatisfying(
            Answer.Read.class,
            read -> assertThat(read.claims().getFirst().approach()).isEqualTo("Second."));
  }

  @Test
  void hugeOrDeepAnswersAreBounded() {
    assertThat(AnswerReader.read("x".repeat((1 << 20) + 1))).isInstanceOf(Answer.Broken.class);
    assertThat(AnswerReader.read("{\"a\":".repeat(100_000))).isInstanceOf(Answer.Broken.class);
    assertThat(AnswerReader.read(document(TRUE).repeat(300))).isInstanceOf(Answer.class);
  }

  private static Checked checked(String... hotspots) {
    Answer answer = AnswerReader.read(document(hotspots));
    assertThat(answer).isInstanceOf(Answer.Read.class);
    return Checked.of(((Answer.Read) answer).claims(), FINDINGS);
  }

  private static String told(Finding finding) {
    return hotspot(
        finding.function(),
        finding.file(),
        Integer.toString(finding.line()),
        String.format(Locale.ROOT, "%.1f", finding.share() * 100),
        finding.category().text());
  }

  private static String hotspot(
      String function, String file, String line, String percentage, String category) {
    return """
    {"function": "%s", "file": "%s", "line": %s, "percentage": %s, "category": "%s",
     "severity": "critical", "suggested_approach": "Hoist it."}\
    """
        .formatted(function, file, line, percentage, category);
  }

  private static String document(String... hotspots) {
    return """
    {"service": "shop", "profile_type": "cpu", "duration_seconds": 30,
     "hotspots": [%s], "summary": "Slow.", "estimated_improvement": null}\
    """
        .formatted(String.join(",\n", hotspots));
  }
}
