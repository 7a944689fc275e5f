package hone.recipe;

import hone.syntax.SourceLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a recipe from its Markdown page.
///
/// A page begins with `key: value` lines between two `---` lines. A title follows, a text, and
/// the sections *Before*, *After*, *Leave it alone where* and *Source*; the first two are one
/// block of code each. Pages ship with the program, so a bad one is a bug in it.
final class RecipePage {

  private static final Pattern PAGE =
      Pattern.compile("---\\n(?<head>.*?)\\n---\\n(?<page>.*)", Pattern.DOTALL);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern CODE = Pattern.compile("```\\w+\\n(?<code>.*?)```", Pattern.DOTALL);

  private final Map<String, String> head = new LinkedHashMap<>();
  private final Map<String, String> sections = new LinkedHashMap<>();
  private final String page;

  private RecipePage(String markdown) {
    java.util.regex.Matcher parts = PAGE.matcher(markdown);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a recipe begins with a block between '---' lines");
    }
    page = parts.group("page").strip() + "\n";
    for (String line : parts.group("head").lines().toList()) {
      int colon = line.indexOf(':');
      head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    for (String section : Arrays.asList(page.split("(?m)^#+ "))) {
      int end = section.indexOf('\n');
      if (end > 0) {
        sections.put(section.substring(0, end).strip(), section.substring(end).strip());
      }
    }
  }

  /// The recipe of a page that ships with the program.
  static Recipe shipped(String name) {
    try (InputStream in = RecipePage.class.getResourceAsStream(name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("no page for the recipe " + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The recipe of a page.
  ///
  /// @throws IllegalArgumentException if a key or a section is missing
  static Recipe parse(String markdown) {
    RecipePage read = new RecipePage(markdown);
    String title = read.sections.keySet().iterator().next();
    return new Recipe(
        read.value("name"),
        read.list("languages").stream().map(RecipePage::language).toList(),
        read.value("category"),
        read.list("callees"),
        read.value("gain"),
        read.value("risk"),
        title,
        read.section(title),
        read.code("Before"),
        read.code("After"),
        read.section("Leave it alone where"),
        read.section("Source"),
        read.page);
  }

  private static SourceLanguage language(String name) {
    return SourceLanguage.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private List<String> list(String key) {
    return COMMA.splitAsStream(value(key)).toList();
  }

  private String value(String key) {
    return required(head, key);
  }

  private String section(String title) {
    return required(sections, title);
  }

  private String code(String title) {
    java.util.regex.Matcher code = CODE.matcher(section(title));
    if (!code.find()) {
      throw new IllegalArgumentException("section '" + title + "' has no block of code");
    }
    return code.group("code");
  }

  private static String required(Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("recipe has no '" + key + "'");
    }
    return value;
  }
}
