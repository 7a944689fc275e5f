package hone.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One page of patches: a file of the base, a file that judges, then a diff a heading. A line
/// `> …` is the reason of the refusal, or the kind of change where the patch is honest.
record Catalogue(String path, String base, Map<String, String> judges, List<Case> cases) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+\\n(.*?)^```$");

  /// One patch.
  record Case(String name, String says, String candidate) {

    boolean isHonest() {
      return says.equals("algorithmic") || says.equals("micro");
    }
  }

  static Catalogue of(String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Catalogue parse(String page) {
    String[] parts = page.split("(?m)^## ", -1);
    List<String> files = blocks(parts[0]);
    List<Case> cases = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      cases.add(
          new Case(
              parts[i].lines().findFirst().orElseThrow(),
              line(parts[i], "> "),
              applied(files.get(0), blocks(parts[i]).getFirst())));
    }
    return new Catalogue(
        line(parts[0], "path: "),
        files.get(0),
        Map.of(line(parts[0], "judge: "), files.get(1)),
        cases);
  }

  private static String line(String part, String start) {
    return part.lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()))
        .orElseThrow();
  }

  private static List<String> blocks(String part) {
    return BLOCK.matcher(part).results().map(block -> block.group(1)).toList();
  }

  /// The base with every hunk in place of the lines it names.
  private static String applied(String base, String diff) {
    String text = base;
    for (String hunk : diff.split("(?m)^@@\\n", -1)) {
      String before = lines(hunk, '-');
      if (text.split(Pattern.quote(before), -1).length != 2) {
        throw new IllegalArgumentException("not once in the base:\n" + before);
      }
      text = text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(lines(hunk, '+')));
    }
    return text;
  }

  private static String lines(String hunk, char sign) {
    StringBuilder kept = new StringBuilder();
    hunk.lines()
        .filter(line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == sign)
        .forEach(line -> kept.append(line.isEmpty() ? "" : line.substring(1)).append('\n'));
    return kept.toString();
  }
}
