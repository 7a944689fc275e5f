package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// A flame graph in a real browser.
record ShownFlame(Path folder, Browser browser) implements AutoCloseable {

  /// @param folder an empty one, for profiles and pages
  static ShownFlame in(Path folder) throws Exception {
    return new ShownFlame(folder, Browser.open(Files.createDirectories(folder.resolve("browser"))));
  }

  /// Draws a profile, and opens the page with the keys on the graph.
  void show(Path profile, String... more) throws Exception {
    Path page = page();
    Run run =
        Run.of(
            Stream.concat(
                    Stream.of("flame", profile.toString(), "-o", page.toString()), Stream.of(more))
                .toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(browser.show(page)).isEqualTo("ready");
    browser.evaluate("document.getElementById('graph').focus()");
  }

  /// Where the page is.
  Path page() {
    return folder.resolve("page.html");
  }

  void search(String pattern) throws Exception {
    browser.evaluate(
        "(() => { const box = document.getElementById('search'); box.value = %s; "
                .formatted(JsonMapper.shared().writeValueAsString(pattern))
            + "box.dispatchEvent(new Event('input')); document.getElementById('graph').focus();"
            + " })()");
  }

  /// A number that the page tells of itself, such as how many `bars` are drawn.
  int number(String name) throws Exception {
    return Integer.parseInt(browser.evaluate("document.body.dataset." + name).stringValue("0"));
  }

  /// What is told of the selection, when all is laid out.
  String told() throws Exception {
    settled("document.body.dataset.busy", "false");
    return browser.text("#details");
  }

  /// Waits until an expression has a value, for at most some seconds of pictures.
  void settled(String expression, String value) throws Exception {
    String wanted = JsonMapper.shared().writeValueAsString(value);
    String found =
        browser
            .evaluate(
                "new Promise((done) => { let left = 300; const look = () => { const now = "
                    + expression
                    + "; if (now === "
                    + wanted
                    + " || left-- === 0) done(now); else requestAnimationFrame(look); }; look();"
                    + " })")
            .stringValue("");
    assertThat(found).isEqualTo(value);
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    browser.close();
  }
}
