package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a screen reader is given of a flame graph, by Chromium's own tree for screen readers.
@Tag("slow")
class FlameSpokenTest {

  private static final Path GO = Path.of("..", "fixtures/pprof/go-1.26/orders-cpu.pb.gz");

  @TempDir private Path folder;
  private Browser browser;

  @BeforeEach
  void opens() throws Exception {
    Path page = folder.resolve("page.html");
    Run run = Run.of("flame", GO.toString(), "-o", page.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    browser = Browser.open(Files.createDirectories(folder.resolve("browser")));
    browser.show(page);
  }

  @AfterEach
  void closes() {
    if (browser != null) {
      browser.close();
    }
  }

  /// The picture says what it is and how to move in it;
  /// what is selected is spoken; and everything that takes keys has a name.
  @Test
  void everythingHasANameForAScreenReader() throws Exception {
    List<String> spoken = browser.spoken();

    assertThat(spoken)
        .contains("toolbar: View", "group: Direction", "searchbox: Search", "list: Colours")
        .contains("button: Down", "button: Inverted", "button: Sandwich", "button: Reset")
        .anyMatch(each -> each.startsWith("application: Flame graph. Arrow keys move"))
        .anyMatch(each -> each.startsWith("heading: "))
        .noneMatch(each -> each.matches("(button|searchbox|application|slider|link): *"));

    browser.press("i", "ArrowDown");
    String name = browser.text("#details bdi");
    assertThat(browser.spoken())
        .containsSubsequence(
            "StaticText: " + name,
            "StaticText: " + browser.text("#details").substring(name.length()));
    assertThat(
            browser.evaluate(
                "document.getElementById('details').closest('[aria-live=polite]') !== null"))
        .isEqualTo(JsonMapper.shared().getNodeFactory().booleanNode(true));
  }

  /// What a colour stands for is told, too.
  @Test
  void theLayerOfTheSelectionIsSpoken() throws Exception {
    browser.press("ArrowDown");

    assertThat(browser.text("#details"))
        .startsWith("net/http.(*conn).serve")
        .endsWith("; framework");
  }

  /// The tables that stand for the picture have rows and headings.
  @Test
  void theTextTwinIsATableForAScreenReader() throws Exception {
    browser.evaluate("document.getElementById('twin').open = true, 0");
    String first = browser.text("#twin tbody th");

    assertThat(browser.spoken())
        .contains("rowheader: " + first)
        .anyMatch(each -> each.startsWith("table"))
        .anyMatch(each -> each.startsWith("columnheader: "));
  }
}
