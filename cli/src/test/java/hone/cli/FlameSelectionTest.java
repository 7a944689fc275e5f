package hone.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stays selected in a flame graph, what is said of it, and of a search.
@Tag("slow")
class FlameSelectionTest {

  @TempDir private static Path folder;
  @AutoClose private static ShownFlame flame;
  private static Browser browser;

  @BeforeAll
  static void opens() throws Exception {
    flame = ShownFlame.in(folder);
    browser = flame.browser();
  }

  /// 5,000 functions that stand together in grey bars of about 110 pixels.
  private static Path narrow() throws IOException {
    return flame.write(
        "narrow.txt",
        IntStream.range(0, 5_000)
            .mapToObj(i -> String.format(Locale.ROOT, "main;f%04d 1%n", i))
            .collect(joining()));
  }

  @Test
  void narrowBarsStaySelectedInAnotherOrder() throws Exception {
    flame.show(narrow());
    browser.press("i", "ArrowDown", "ArrowRight");
    String second = flame.told();

    browser.press("o");
    assertThat(flame.told()).isEqualTo(second);
    browser.press("ArrowLeft");
    assertThat(flame.told()).matches("\\d+ narrow: f0000 … f.*");
  }

  /// At another width other functions stand together; those among which the first one is are it.
  @Test
  void narrowBarsStaySelectedAtAnotherWidth() throws Exception {
    flame.show(narrow());
    browser.press("i", "ArrowDown", "ArrowRight", "ArrowRight");
    String third = flame.told();

    browser.size(900, 800);
    flame.settled("document.getElementById('graph').clientWidth < 900 ? 'yes' : 'no'", "yes");
    browser.press("ArrowLeft", "ArrowRight");
    assertThat(flame.told()).matches("\\d+ narrow: f\\d+ … f\\d+: .*").isNotEqualTo(third);
    browser.size(1280, 800);
  }

  /// A bar that becomes too narrow is among the narrow ones that are selected then, and the other
  /// way round.
  @Test
  void aBarThatBecomesTooNarrowIsSelectedWithItsNeighbours() throws Exception {
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> String.format(Locale.ROOT, "main;f%04d 1%n", i))
            .collect(joining());
    flame.show(flame.write("becoming.txt", many));
    browser.press("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight");
    assertThat(flame.told()).startsWith("f0");
    int bars = flame.number("bars");

    browser.size(300, 800);
    flame.settled("document.body.dataset.bars < %d ? 'fewer' : ''".formatted(bars), "fewer");
    assertThat(flame.told()).matches("\\d+ narrow: f.*");
    browser.size(1280, 800);
    flame.settled("document.body.dataset.bars", String.valueOf(bars));
    assertThat(flame.told()).matches("f\\d+: 1, 0\\.1 %; .*");
  }

  @Test
  void aSandwichOfNothingSaysWhatIsMissing() throws Exception {
    flame.show(narrow());
    browser.press("s");
    assertThat(flame.told()).isEqualTo("A sandwich is of one function: select it first.");
    browser.press("ArrowLeft");
    assertThat(flame.told()).startsWith("all: 5,000, 100.0 %");
  }

  /// A button keeps the keys when it was clicked; the arrows are for the graph all the same.
  @Test
  void theArrowsWorkAfterAClickOnAButton() throws Exception {
    flame.show(flame.write("two.txt", "main;slow 60\nmain;quick 20\n"));
    browser.evaluate("document.getElementById('view-up').focus()");
    browser.press("Enter", "ArrowDown");

    assertThat(flame.told()).isEqualTo("slow: 60, 75.0 %; code");
    assertThat(browser.evaluate("document.activeElement.id").stringValue("")).isEqualTo("graph");
  }

  @Test
  void aSearchThatFindsNothingSaysSo() throws Exception {
    flame.show(flame.write("two.txt", "main;slow 60\nmain;quick 20\n"));
    flame.search("absent");
    assertThat(browser.text("#found")).isEqualTo("no function has such a name");
    flame.search("(");
    assertThat(browser.text("#found")).isEqualTo("no function has such a name");
    flame.search("SLOW|quick");
    assertThat(browser.text("#found")).isEqualTo("2 functions, 100.0 % of the total");
  }

  /// What is gone costs nothing now, and did before.
  @Test
  void aSearchInAComparisonTellsBothShares() throws Exception {
    Path before = flame.write("before.txt", "main;gone;again;gone 50\nmain;same 150\n");
    Path after = flame.write("after.txt", "main;same 100\n");
    flame.show(after, "--diff-base", before.toString());
    flame.search("gone");

    assertThat(browser.text("#found")).isEqualTo("1 function, 0.0 % of the total; before 25.0 %");
  }
}
