package hone.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixes #12",
        "ask @everyone",
        "GH-7",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:b)",
        "![x](https://evil.example/pixel)",
        "see https://evil.example",
        "www.evil.example",
        "**b** `c`"
      })
  void proseActsOnNothing(String foreign) {
    String html =
        HtmlRenderer.builder()
            .build()
            .render(Parser.builder().build().parse(Markdown.plain(foreign)));

    assertThat(html).startsWith("<p>").endsWith("</p>\n");
    String inside = html.substring(3, html.length() - 5);
    assertThat(inside)
        .doesNotContain("<")
        .doesNotContainPattern("#\\d|@\\w|(?i)gh-\\d|://\\b(?<!\u200b://)|www\\.");
    assertThat(inside.replace("\u200b", "").replace("&lt;", "<").replace("&gt;", ">"))
        .isEqualTo(foreign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"```", "a ``` b", "`````\n# x", "no fence"})
  void codeStaysInItsBlock(String foreign) {
    List<String> lines = Markdown.block("diff", foreign).lines().toList();

    assertThat(lines.getFirst()).matches("`{3,}diff");
    assertThat(foreign).doesNotContain(lines.getLast());
  }
}
