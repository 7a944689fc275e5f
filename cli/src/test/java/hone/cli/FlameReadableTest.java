package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whether a flame graph can be read: its colours, its room on small screens, names of any kind.
@Tag("slow")
class FlameReadableTest {

  private static final Path FIXTURES = Path.of("..", "fixtures");
  private static final Path GO = FIXTURES.resolve("pprof/go-1.26/orders-cpu.pb.gz");
  private static final Path JFR = FIXTURES.resolve("jfr/java-25/orders-busy.jfr.gz");

  /// What https://www.w3.org/TR/WCAG22/#contrast-minimum asks of text.
  private static final double LEAST_CONTRAST = 4.5;

  @TempDir private static Path folder;
  @AutoClose private static ShownFlame flame;
  private static Browser browser;

  @BeforeAll
  static void opens() throws Exception {
    flame = ShownFlame.in(folder);
    browser = flame.browser();
  }

  /// Light and dark; every layer in each of its shades, every change of share, bars of none, bars
  /// that a search found; and all of these when a search did not find them.
  @Test
  void theNameOnABarIsReadableInEveryColour() throws Exception {
    String colours =
        Files.readString(Path.of("..", "core/src/main/resources/hone/flame/colours.js"));
    JsonNode pairs =
        browser.evaluate(
            "(() => {"
                + colours
                + """
                const all = [];
                for (const dark of [false, true]) {
                  const colours = [plainColour(dark), foundColour(dark)];
                  for (const layer of Object.keys(HUES)) {
                    for (let shade = 0; shade < 16; shade++) {
                      colours.push(layerColour(layer, shade / 15, dark));
                    }
                  }
                  for (let change = -100; change <= 100; change++) {
                    colours.push(changeColour(change / 100));
                  }
                  for (const colour of colours) {
                    all.push([colour, ink(colour)]);
                    all.push([pale(colour, dark), ink(pale(colour, dark))]);
                  }
                }
                return all;
                })()
                """);

    assertThat(pairs.size()).isEqualTo(2 * 2 * (2 + 6 * 16 + 201));
    for (JsonNode pair : pairs) {
      assertThat(contrast(parts(pair.path(0)), parts(pair.path(1))))
          .as(pair.toString())
          .isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }
  }

  /// The picture has these colours: a bar of a comparison that a search did not find, in the dark.
  @Test
  void aPaleBarHasTheColourThatWasJudged() throws Exception {
    Path same = flame.write("same.txt", "main;same 60\n");
    browser.dark(true);
    flame.show(same, "--diff-base", same.toString());
    flame.search("no such name");

    JsonNode drawn =
        browser.evaluate(
            "(() => { const c = document.getElementById('graph'); return"
                + " [...c.getContext('2d').getImageData(c.width / 2, 18 + 4, 1, 1).data]; })()");
    browser.dark(false);
    assertThat(parts(drawn)).containsExactly(108, 111, 115);
    assertThat(contrast(new int[] {108, 111, 115}, new int[] {255, 255, 255}))
        .isGreaterThan(LEAST_CONTRAST);
  }

  @Test
  void theWordsAroundThePictureAreReadable() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      flame.show(JFR);
      flame.search("orders");
      for (String place : List.of("h1", "#summary", "#found", "#legend", "#range", "#details")) {
        JsonNode colours =
            browser.evaluate(
                "[getComputedStyle(document.querySelector('%s')).color,".formatted(place)
                    + " getComputedStyle(document.body).backgroundColor].map((each) =>"
                    + " each.match(/[0-9]+/g).slice(0, 3).map(Number))");
        assertThat(contrast(parts(colours.path(0)), parts(colours.path(1))))
            .as(place)
            .isGreaterThan(LEAST_CONTRAST);
      }
    }
    browser.dark(false);
  }

  private static int[] parts(JsonNode colour) {
    return new int[] {
      colour.path(0).intValue(), colour.path(1).intValue(), colour.path(2).intValue()
    };
  }

  private static double contrast(int[] one, int[] other) {
    double high = Math.max(luminance(one), luminance(other));
    double low = Math.min(luminance(one), luminance(other));
    return (high + 0.05) / (low + 0.05);
  }

  /// By https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
  private static double luminance(int[] colour) {
    double[] linear =
        Arrays.stream(colour)
            .mapToDouble(part -> part / 255.0)
            .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /// What is told of the selection can be seen without scrolling, under the graph and the strip.
  @Test
  void aSmallScreenShowsWhatIsSelected() throws Exception {
    browser.size(400, 700);
    flame.show(JFR);
    browser.press("i", "ArrowDown");
    assertThat(browser.text("#details")).startsWith("orders.invoice.InvoiceText.render");
    JsonNode bottoms =
        browser.evaluate(
            "[document.getElementById('details').getBoundingClientRect().bottom,"
                + " document.getElementById('scroll').clientHeight,"
                + " document.documentElement.scrollWidth]");
    Browser.keep("flame-small.png", browser.picture());
    browser.size(1280, 800);

    assertThat(bottoms.path(0).doubleValue()).isLessThanOrEqualTo(700);
    assertThat(bottoms.path(1).intValue()).isGreaterThan(150);
    assertThat(bottoms.path(2).intValue()).isLessThanOrEqualTo(400);
  }

  @Test
  void aLongNameLosesItsMiddleAndMovesNothing() throws Exception {
    flame.show(flame.write("long.txt", "main;" + "x".repeat(10_000) + "end 5\nmain;short 3\n"));
    String size =
        "['scroll', 'graph'].map((id) => document.getElementById(id).clientHeight)"
            + ".concat(document.documentElement.scrollHeight).join()";
    JsonNode before = browser.evaluate(size);

    browser.press("ArrowDown", "ArrowDown");
    assertThat(browser.text("#details")).matches("x{300}…x{97}end: 5, 62\\.5 %; itself .*");
    assertThat(browser.evaluate(size)).isEqualTo(before);
  }

  /// Characters that turn the direction of writing are shown instead of obeyed, and a name that is
  /// written from right to left stands apart, so that it leaves the numbers as they are.
  @Test
  void aNameCannotTurnTheTextAround() throws Exception {
    flame.show(flame.write("turned.txt", "safe\u202egnp.exe;\u05e9\u05dc\u05d5\u05dd 7\n"));

    browser.press("ArrowDown");
    assertThat(browser.text("#details")).startsWith("safe\\u202egnp.exe: 7");
    browser.press("ArrowDown");
    assertThat(browser.text("#details bdi")).isEqualTo("\u05e9\u05dc\u05d5\u05dd");
  }

  @Test
  void withoutAScriptTheTablesAreThereAndNothingThatDoesNotWork() throws Exception {
    flame.show(GO);
    browser.scripts(false);
    try {
      browser.load(flame.page());
      assertThat(browser.evaluate("document.body.dataset.state ?? 'none'").stringValue(""))
          .isEqualTo("none");
      assertThat(browser.text("main p"))
          .isEqualTo("The picture needs JavaScript; the tables below, under “As text”, do not.");
      JsonNode boxes =
          browser.evaluate(
              "['#scroll', '[role=toolbar]', '#details', 'main p', '#twin'].map((each) =>"
                  + " document.querySelector(each).getBoundingClientRect()).map((box, i) =>"
                  + " i < 3 ? box.height : box.top)");
      assertThat(List.of(boxes.path(0), boxes.path(1), boxes.path(2)))
          .allMatch(height -> height.doubleValue() == 0);
      assertThat(boxes.path(3).doubleValue()).isLessThan(boxes.path(4).doubleValue());
    } finally {
      browser.scripts(true);
    }
  }

  /// The keys alone reach everything, and the graph shows that it has them.
  @Test
  void theTabKeyGoesThroughThePage() throws Exception {
    flame.show(flame.write("two.txt", "main;slow 60\nmain;quick 20\n"));
    browser.evaluate("document.activeElement.blur(), document.getElementById('view-down').focus()");
    List<String> stops = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      browser.press("Tab");
      stops.add(browser.evaluate("document.activeElement.id").stringValue(""));
    }

    assertThat(stops).containsExactly("view-up", "order", "search", "reset", "theme", "graph");
    assertThat(
            browser
                .evaluate(
                    "(({ outlineStyle, outlineWidth }) => outlineWidth + outlineStyle)"
                        + "(getComputedStyle(document.getElementById('scroll')))")
                .stringValue(""))
        .isEqualTo("2pxsolid");
  }

  @Test
  void oneIsNotMany() throws Exception {
    flame.show(flame.write("one.txt", "main 1\n"));

    assertThat(browser.text("#summary")).startsWith("samples, 1, 1 function;");
    assertThat(flame.number("bars")).isEqualTo(2);
  }
}
