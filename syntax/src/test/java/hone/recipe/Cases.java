package hone.recipe;

import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Examples for one recipe, from a Markdown file: a heading, then blocks of code.
///
/// The line that ends in a comment `hot` is the one a profile would name; the comment is not part
/// of the code. A line `path: …` names the file, a line `> …` is what a refusal must say.
record Cases(List<Case> all) {

  private static final Pattern BLOCK =
      Pattern.compile("(?m)^```(?<language>\\w+)\\n(?<code>(?s:.*?))^```$");
  private static final Pattern HOT = Pattern.compile("(?m)[ \\t]*(//|#) hot$");
  private static final Pattern PATH = Pattern.compile("(?m)^path: (?<path>.*)$");
  private static final Pattern SAYS = Pattern.compile("(?m)^> (?<says>.*)$");

  /// One example.
  ///
  /// @param blocks the code; then, for a cure, the code it becomes, or for a refusal the
  ///     neighbouring files
  record Case(String name, String path, String says, List<String> blocks) {

    String before() {
      return clean(blocks.getFirst());
    }

    String after() {
      return clean(blocks.get(1));
    }

    Site site(Map<String, String> neighbours) {
      try {
        return Site.of(path, before(), hotLine(blocks.getFirst()), neighbours);
      } catch (FormatException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /// The file with the blocks after the first as its neighbours.
    Site siteAmongOthers() {
      Map<String, String> neighbours = new LinkedHashMap<>();
      for (int i = 1; i < blocks.size(); i++) {
        neighbours.put(path.replace(".", i + "."), blocks.get(i));
      }
      return site(neighbours);
    }
  }

  static Cases of(String resource) {
    try (InputStream in = Cases.class.getResourceAsStream(resource)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Cases parse(String markdown) {
    List<Case> all = new ArrayList<>();
    String[] parts = markdown.split("(?m)^## ", -1);
    for (int i = 1; i < parts.length; i++) {
      all.add(example(parts[i]));
    }
    return new Cases(all);
  }

  private static Case example(String part) {
    List<String> blocks = new ArrayList<>();
    String language = "";
    java.util.regex.Matcher block = BLOCK.matcher(part);
    while (block.find()) {
      language = block.group("language");
      blocks.add(block.group("code"));
    }
    String head = part.substring(0, part.indexOf("```"));
    java.util.regex.Matcher path = PATH.matcher(head);
    java.util.regex.Matcher says = SAYS.matcher(head);
    return new Case(
        part.substring(0, part.indexOf('\n')).strip(),
        path.find() ? path.group("path") : "src/orders/Case." + extension(language),
        says.find() ? says.group("says") : "",
        List.copyOf(blocks));
  }

  private static String extension(String language) {
    return switch (language) {
      case "python" -> "py";
      case "javascript" -> "js";
      case "typescript" -> "ts";
      default -> language;
    };
  }

  static String clean(String code) {
    return HOT.matcher(code).replaceAll("");
  }

  static int hotLine(String code) {
    java.util.regex.Matcher hot = HOT.matcher(code);
    if (!hot.find()) {
      throw new IllegalArgumentException("no line is marked hot in:\n" + code);
    }
    return (int) code.substring(0, hot.end()).lines().count();
  }
}
