import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Draws the text of a terminal as SVG: `java Picture.java TITLE < text > picture.svg`.
final class Picture {

  private static final double CELL_WIDTH = 8.4;
  private static final int LINE_HEIGHT = 20;
  private static final int MARGIN = 16;
  private static final int COLUMNS = 80;
  private static final String START =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title desc">
      <title id="title">%3$s</title>
      <desc id="desc">%4$s</desc>
      <rect width="100%%" height="100%%" rx="8" fill="#16181d"/>
      <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#d7dae0" xml:space="preserve">
      """;

  private Picture() {}

  /// Takes the title; reads the text from standard input.
  public static void main(String[] args) throws IOException {
    String text = new String(System.in.readAllBytes(), UTF_8).stripTrailing();
    PrintStream out = new PrintStream(System.out, false, UTF_8);
    out.print(svg(args[0], text.lines().map(String::stripTrailing).toList()));
    out.flush();
  }

  private static String svg(String title, List<String> lines) {
    int width = (int) Math.ceil(COLUMNS * CELL_WIDTH) + 2 * MARGIN;
    int height = lines.size() * LINE_HEIGHT + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    String spoken = String.join(" ", lines).replaceAll("\\s+", " ").strip();
    svg.append(START.formatted(width, height, escaped(title), escaped(spoken)));
    for (int line = 0; line < lines.size(); line++) {
      svg.append(drawn(lines.get(line), MARGIN + (line + 1) * LINE_HEIGHT - 5));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  /// A line of text, stretched to its cells whatever font is at hand; nothing for an empty one.
  private static String drawn(String line, int y) {
    String text = line.stripLeading();
    if (text.isEmpty()) {
      return "";
    }
    double x = MARGIN + (line.length() - text.length()) * CELL_WIDTH;
    double length = text.codePointCount(0, text.length()) * CELL_WIDTH;
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>%n",
        x,
        y,
        length,
        colour(line),
        escaped(text));
  }

  /// What was typed and what was proven stand out.
  private static String colour(String line) {
    if (line.startsWith("$ ")) {
      return " fill=\"#ffffff\" font-weight=\"bold\"";
    }
    return line.matches(" \\d gate +improved.*") ? " fill=\"#8bd49c\"" : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
