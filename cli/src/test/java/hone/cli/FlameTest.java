package hone.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hone.schema.DocumentSchema;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/// Looks at flame graphs in a real browser.
@Tag("slow")
class FlameTest {

  private static final Path FIXTURES = Path.of("..", "fixtures");
  private static final Path GO = FIXTURES.resolve("pprof/go-1.26/orders-cpu.pb.gz");

  @TempDir private static Path folder;
  @AutoClose private static ShownFlame flame;
  private static Browser browser;

  @BeforeAll
  static void opens() throws Exception {
    flame = ShownFlame.in(folder);
    browser = flame.browser();
  }

  /// What the page says of the costliest function is what `hone top` says, in every format.
  @TestFactory
  Stream<DynamicTest> saysWhatTopSays() {
    return Stream.of(
            "pprof/go-1.26/orders-cpu.pb.gz",
            "cpuprofile/node-20/orders.cpuprofile",
            "jfr/java-25/orders-busy.jfr.gz",
            "speedscope/py-spy-0.4/orders.speedscope.json")
        .map(name -> dynamicTest(name, () -> agreesWithTop(FIXTURES.resolve(name))));
  }

  private static void agreesWithTop(Path profile) throws Exception {
    flame.show(profile);
    JsonNode top = top(profile);
    JsonNode first = top.path("functions").path(0);

    browser.press("i", "ArrowDown");
    assertThat(browser.text("#details"))
        .startsWith(first.path("function").stringValue(""))
        .contains(percent(first.path("flat_percentage").doubleValue()));

    flame.search("^" + first.path("function").stringValue("").replaceAll("\\W", ".") + "$");
    assertThat(browser.text("#found"))
        .isEqualTo(
            "1 function, " + percent(first.path("cum_percentage").doubleValue()) + " of the total");
    assertThat(browser.evaluate("document.querySelector('#twin tbody th').textContent"))
        .isEqualTo(first.path("function"));
  }

  @Test
  void zoomsWithTheMouseAndTheKeys() throws Exception {
    flame.show(GO);
    String all = browser.text("#details");
    JsonNode box =
        browser.evaluate("document.getElementById('graph').getBoundingClientRect().toJSON()");
    double y = box.path("y").doubleValue();

    browser.click(box.path("x").doubleValue() + 100, y + 18 + 9);
    assertThat(browser.text("#details")).startsWith("net/http.(*conn).serve");
    int rows = flame.number("rows");
    browser.press("ArrowDown", "Enter");
    assertThat(browser.text("#details")).startsWith("net/http.serverHandler.ServeHTTP");
    assertThat(flame.number("rows")).isEqualTo(rows);
    browser.press("Backspace");
    assertThat(browser.text("#details")).startsWith("net/http.(*conn).serve");
    browser.press("Escape");
    browser.press("ArrowDown", "ArrowUp");
    assertThat(browser.text("#details")).isEqualTo(all);
  }

  /// 5,000 functions of a quarter of a pixel each: none can be drawn by itself.
  @Test
  void whatIsTooNarrowStandsTogetherAndOpensByAZoom() throws Exception {
    String text =
        IntStream.range(0, 5_000)
            .mapToObj(i -> String.format(Locale.ROOT, "main;f%04d 1%n", i))
            .collect(joining());
    flame.show(flame.write("narrow.txt", text));

    browser.press("i", "ArrowDown");
    assertThat(browser.text("#details")).matches("\\d+ narrow: f0000 … f\\d+: \\d+, \\d\\.\\d %");
    assertThat(flame.number("bars")).isBetween(8, 30);
    flame.search("f0001");
    assertThat(browser.text("#found")).isEqualTo("1 function, 0.0 % of the total");
    browser.press("Enter", "ArrowDown");
    assertThat(browser.text("#details")).matches("f\\d+: 1, 0\\.0 %; code");
    assertThat(flame.number("bars")).isGreaterThan(100);
  }

  @Test
  void showsCallersAndCalleesOfASelection() throws Exception {
    flame.show(GO);
    flame.search("invoice.Describe$");
    browser.press("Escape");
    browser.press("ArrowDown");
    for (int i = 0; i < 40 && !browser.text("#details").contains("invoice.Describe,"); i++) {
      browser.press("ArrowDown");
    }
    browser.press("s");
    assertThat(browser.text("#details")).startsWith("example.com/orders/internal/invoice.Describe");
    browser.press("ArrowUp");
    assertThat(browser.text("#details")).startsWith("example.com/orders/internal/invoice.Render");
    browser.press("ArrowDown", "ArrowDown");
    assertThat(browser.text("#details")).startsWith("regexp.MustCompile");
  }

  @Test
  void comparesTwoProfiles() throws Exception {
    Path before = flame.write("before.txt", "main;slow 60\nmain;gone 20\nmain;same 20\n");
    Path after = flame.write("after.txt", "main;slow 10\nmain;new 20\nmain;same 20\n");
    flame.show(after, "--diff-base", before.toString());

    assertThat(browser.text("#summary")).contains("50 (before: 100)");
    assertThat(browser.text("#legend")).isEqualTo("larger sharesmaller sharesame share");
    // Of 150 in width: gone 20, new 20, same 40 (a fifth, then two fifths), slow 70.
    assertThat(Stream.of(10, 30, 60, 115).map(at -> colour(at / 150.0)))
        .containsExactly("blue", "red", "red", "blue");
    browser.press("ArrowDown", "ArrowDown");
    assertThat(browser.text("#details")).isEqualTo("slow: 10, 20.0 %; before 60, 60.0 %");
    browser.press("ArrowLeft");
    assertThat(browser.text("#details")).isEqualTo("same: 20, 40.0 %; before 20, 20.0 %");
    browser.press("ArrowLeft", "ArrowLeft");
    assertThat(browser.text("#details")).isEqualTo("gone: 0, 0.0 %; before 20, 20.0 %");
    browser.evaluate("document.getElementById('width-after').click()");
    assertThat(flame.number("bars")).isEqualTo(5);
  }

  /// What the bar of the third row there is coloured in.
  private static String colour(double share) {
    try {
      return browser
          .evaluate(
              "(() => { const c = document.getElementById('graph'); const d ="
                  + " c.getContext('2d').getImageData(Math.round(c.width * "
                  + share
                  + "), 2 * 18 + 2, 1, 1).data; return d[0] > d[2] ? 'red' : 'blue'; })()")
          .stringValue("");
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /// Firefox' profile of four seconds: `load` for one, then `serve` and below it `query`.
  private static Path phases() throws IOException {
    String times =
        IntStream.range(0, 401).mapToObj(i -> String.valueOf(i * 10)).collect(joining(","));
    String stacks =
        IntStream.range(0, 401)
            .mapToObj(i -> i < 100 ? "1" : i % 2 == 0 ? "2" : "3")
            .collect(joining(","));
    return flame.write(
        "phases.json",
        """
        {"meta": {"interval": 10, "preprocessedProfileVersion": 58, "startTime": 0},
         "threads": [{"name": "main",
           "samples": {"length": 401, "stack": [%s], "time": [%s]},
           "stackTable": {"length": 4, "frame": [0, 1, 2, 3], "prefix": [null, 0, 0, 2]},
           "frameTable": {"length": 4, "func": [0, 1, 2, 3]},
           "funcTable": {"length": 4, "name": [0, 1, 2, 3]}}],
         "shared": {"stringArray": ["main", "load", "serve", "query"]}}
        """
            .formatted(stacks, times));
  }

  @Test
  void looksAtAPartOfTheTimeWithTheKeys() throws Exception {
    flame.show(phases());
    assertThat(browser.text("#range")).isEqualTo("all times, 0 s to 4.00 s");
    String twin = browser.text("#twin tbody");

    browser.press("t", "Home");
    settled("0 s to 0.400 s: 400 ms, 10.0 % of all");
    assertThat(browser.text("#details")).isEqualTo("all: 400 ms, 100.0 %; itself 0 ns, 0.0 %");
    browser.evaluate("document.getElementById('twin').open = true");
    flame.settled(
        "document.querySelector('#twin tbody').textContent",
        "load400 ms100.0 %400 ms100.0 %main0 ns0.0 %400 ms100.0 %");
    flame.search("serve");
    assertThat(browser.text("#found")).isEqualTo("1 function, 0.0 % of the total");
    browser.press("t", "End");
    settled("3.60 s to 4.00 s: 400 ms, 10.0 % of all");
    assertThat(browser.text("#found")).isEqualTo("1 function, 100.0 % of the total");
    assertThat(
            browser
                .evaluate("document.getElementById('strip').getAttribute('aria-valuetext')")
                .stringValue(""))
        .isEqualTo(browser.text("#range"));

    browser.evaluate("document.getElementById('graph').focus()");
    browser.press("i", "ArrowDown");
    assertThat(browser.text("#details")).startsWith("query: 200 ms, 50.0 %");
    browser.press("t", "Escape");
    settled("all times, 0 s to 4.00 s");
    assertThat(browser.text("#details")).startsWith("query: 1.50 s, 37.5 %");
    flame.settled("document.querySelector('#twin tbody').textContent", twin);
  }

  @Test
  void looksAtAPartOfTheTimeWithTheMouse() throws Exception {
    flame.show(phases());
    JsonNode box =
        browser.evaluate("document.getElementById('strip').getBoundingClientRect().toJSON()");
    double x = box.path("x").doubleValue();
    double width = box.path("width").doubleValue();
    double y = box.path("y").doubleValue() + 20;

    browser.drag(x + width * 0.5, x + width - 2, y);
    settled("2.00 s to 4.00 s: 2 s, 50.0 % of all");
    flame.search("query");
    Browser.keep("flame-time.png", browser.picture());
    assertThat(browser.text("#found")).isEqualTo("1 function, 50.0 % of the total");
    browser.click(x + 10, y);
    settled("all times, 0 s to 4.00 s");
  }

  @Test
  void hasNoTimesWhereTheFormatHasNone() throws Exception {
    flame.show(flame.write("counts.txt", "main;slow 60\n"));
    assertThat(browser.evaluate("document.getElementById('time').hidden").booleanValue()).isTrue();
  }

  /// Waits until the range is told so; it changes with the next picture.
  private static void settled(String range) throws Exception {
    flame.settled("document.getElementById('range').value", range);
  }

  @Test
  void asksForNothingAndRunsNothingOfAProfile() throws Exception {
    String hostile =
        "</script><script>document.title='run'</script><img src='https://example.com/x'>";
    Path profile = flame.write("hostile.txt", hostile + ";{{data}};end 7\n");
    int before = browser.requests().size();
    flame.show(profile);

    assertThat(browser.requests().subList(before, browser.requests().size()))
        .singleElement()
        .asString()
        .startsWith("file:");
    assertThat(browser.evaluate("document.title").stringValue()).isEqualTo("hostile.txt");
    browser.press("ArrowDown");
    assertThat(browser.text("#details")).startsWith("</script><script>");
  }

  @Test
  void isReadableInTheDarkAndOnASmallScreen() throws Exception {
    String scroll = "document.getElementById('scroll')";
    browser.dark(true);
    flame.show(GO);
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor").stringValue())
        .isEqualTo("rgb(22, 24, 28)");
    browser.dark(false);
    browser.size(400, 700);
    flame.show(GO);
    assertThat(browser.evaluate("document.documentElement.scrollWidth").intValue())
        .isLessThanOrEqualTo(400);
    // A scroll bar takes room: what is drawn has to end where it begins.
    assertThat(browser.evaluate(scroll + ".scrollHeight > " + scroll + ".clientHeight"))
        .isEqualTo(BooleanNode.TRUE);
    assertThat(browser.evaluate(scroll + ".scrollWidth"))
        .isEqualTo(browser.evaluate(scroll + ".clientWidth"));
    browser.size(1280, 800);
  }

  @Test
  void aPictureOfItIsNotEmpty() throws Exception {
    flame.show(GO);
    flame.search("regexp\\.");
    byte[] png = browser.picture();
    Browser.keep("flame.png", png);

    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    long colours =
        IntStream.range(0, picture.getWidth() * picture.getHeight())
            .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
            .distinct()
            .count();
    assertThat(colours).isGreaterThan(20);
  }

  @Test
  void tellsAboutThePageAndOverwritesNothingElse() throws Exception {
    Path page = folder.resolve("told.html");
    Run run = Run.of("flame", GO.toString(), "-o", page.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.FLAME.problems(document)).isEmpty();
    assertThat(document.path("total").longValue()).isEqualTo(top(GO).path("total").longValue());
    assertThat(Run.of("flame", GO.toString(), "-o", page.toString()).exitCode())
        .isEqualTo(ExitCode.DONE);

    Files.writeString(page, "mine");
    Run refused = Run.of("flame", GO.toString(), "-o", page.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.err()).contains("told.html: is there and no flame graph of hone");
    assertThat(page).hasContent("mine");
  }

  @Test
  void saysWhatCannotBeDrawn() throws Exception {
    Run types = Run.of("flame", GO.toString(), "--type", "bytes", "-o", folder + "/x.html");
    assertThat(types.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(types.err()).contains("no value type 'bytes', has: samples, cpu");

    Path counts = flame.write("counts.txt", "main;slow 60\n");
    Run units =
        Run.of("flame", GO.toString(), "--diff-base", counts.toString(), "-o", folder + "/x.html");
    assertThat(units.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(units.err()).contains("counts.txt: 'samples' is in count, that of");
    assertThat(folder.resolve("x.html")).doesNotExist();
  }

  private static JsonNode top(Path profile) {
    return JsonMapper.shared().readTree(Run.of("top", "--json", profile.toString()).out());
  }

  private static String percent(double percentage) {
    return String.format(Locale.ROOT, "%.1f %%", percentage);
  }
}
