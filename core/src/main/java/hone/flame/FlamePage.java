package hone.flame;

import hone.analysis.EvidenceQuality;
import hone.unit.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A flame graph as one HTML file. It loads nothing: a policy in it lets its own script and style
/// run and no other, and forbids every connection.
public final class FlamePage {

  /// Stands near the start of every page, so that one can be told from other files.
  public static final String GENERATOR = "<meta name=\"generator\" content=\"hone flame\">";

  /// The files of the script in the order in which they run, each after what it needs at once.
  private static final List<String> SCRIPT =
      List.of(
          "data", "bars", "groups", "words", "colours", "page", "layout", "draw", "views", "search",
          "strip", "range", "tables", "keys", "start");

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private FlamePage() {}

  /// The page.
  ///
  /// @param title    what it is of, such as the profile's name; any text
  /// @param evidence of the worse of the profiles in it
  public static String of(FlameGraph graph, String title, EvidenceQuality evidence) {
    String script = script();
    String style = resource("flame.css");
    Map<String, String> parts =
        Map.of(
            "generator", GENERATOR,
            "title", Html.text(title),
            "summary", Html.text(summary(graph) + evidence(evidence)),
            "script", script,
            "style", style,
            "scripthash", hash(script),
            "stylehash", hash(style),
            "data", PackedGraph.of(graph),
            "twin", TextTwin.of(graph));
    StringBuilder page = new StringBuilder();
    String template = resource("flame.html");
    Matcher place = PLACE.matcher(template);
    int done = 0;
    while (place.find()) {
      page.append(template, done, place.start());
      page.append(parts.get(place.group(1)));
      done = place.end();
    }
    return page.append(template.substring(done)).toString();
  }

  /// All files as one: they share their names, and nothing of the page's own gets in their way.
  private static String script() {
    StringBuilder script = new StringBuilder("'use strict';\n{\n");
    SCRIPT.forEach(name -> script.append(resource(name + ".js")).append('\n'));
    return script.append("}\n").toString();
  }

  private static String summary(FlameGraph graph) {
    String total = new Quantity(graph.total(), graph.type().unit()).toString();
    String before = new Quantity(graph.baseTotal(), graph.type().unit()).toString();
    return graph.type().name()
        + ", "
        + total
        + (graph.compared() ? " (before: " + before + ")" : "")
        + ", "
        + graph.functionCount()
        + (graph.functionCount() == 1 ? " function" : " functions")
        + leftOut(graph.leftOut());
  }

  private static String leftOut(long samples) {
    if (samples == 0) {
      return "";
    }
    return samples == 1
        ? "; 1 sample below zero has no width and is left out"
        : "; " + samples + " samples below zero have no width and are left out";
  }

  private static String evidence(EvidenceQuality evidence) {
    return evidence.reasons().isEmpty()
        ? ""
        : "; evidence "
            + evidence.verdict().name().toLowerCase(Locale.ROOT)
            + ": "
            + String.join(", ", evidence.reasons());
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String resource(String name) {
    try (InputStream in = FlamePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
