package hone.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The benchmarks that a change adds, removes, renames or edits, by their names in the source.
///
/// A name is found by how its tool declares it: `func BenchmarkX(`, `@Benchmark`, a test that takes
/// `benchmark`, `add('name'` and `bench('name'`. What stands between two declarations belongs to
/// the first. A benchmark that went and one that came with the same text are one with another name.
///
/// @param renamed old name to new one
/// @param edited  names in both whose text differs
record BenchmarkChanges(
    List<String> added, List<String> removed, Map<String, String> renamed, List<String> edited) {

  private static final Pattern DECLARED =
      Pattern.compile(
          "\\bfunc (Benchmark\\w*)\\("
              + "|\\bdef (test_\\w+)\\([^)]*\\bbenchmark\\b"
              + "|@Benchmark\\b(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s[^(;{}@]*?\\b(\\w+)\\s*\\("
              + "|\\b(?:add|bench|benchmark)\\(\\s*['\"`]([^'\"`\\n]+)['\"`]");

  BenchmarkChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    renamed = Map.copyOf(renamed);
    edited = List.copyOf(edited);
  }

  /// @param before text of each file that measures and differs, at the base; empty where there is
  ///               none
  /// @param after  the same at the head
  static BenchmarkChanges between(List<String> before, List<String> after) {
    Map<String, String> old = declared(before);
    Map<String, String> now = declared(after);
    List<String> added = new ArrayList<>(now.keySet());
    added.removeAll(old.keySet());
    List<String> removed = new ArrayList<>(old.keySet());
    removed.removeAll(now.keySet());
    Map<String, String> renamed = new LinkedHashMap<>();
    for (String gone : List.copyOf(removed)) {
      Optional<String> come =
          added.stream().filter(name -> body(old, gone).equals(body(now, name))).findFirst();
      if (come.isPresent()) {
        renamed.put(gone, come.get());
        removed.remove(gone);
        added.remove(come.get());
      }
    }
    List<String> edited =
        old.keySet().stream()
            .filter(name -> now.containsKey(name) && !body(old, name).equals(body(now, name)))
            .toList();
    return new BenchmarkChanges(added, removed, renamed, edited);
  }

  /// Whether a text names any benchmark.
  static boolean declares(String text) {
    return DECLARED.matcher(text).find();
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && renamed.isEmpty() && edited.isEmpty();
  }

  /// `added BenchmarkPage; renamed BenchmarkRow to BenchmarkLine`; empty where nothing changed.
  String text() {
    List<String> parts = new ArrayList<>();
    add(parts, "added", added);
    add(parts, "removed", removed);
    add(
        parts,
        "renamed",
        renamed.entrySet().stream().map(each -> each.getKey() + " to " + each.getValue()).toList());
    add(parts, "edited", edited);
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String what, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(what + " " + String.join(", ", names.stream().sorted().toList()));
    }
  }

  private static String body(Map<String, String> declared, String name) {
    return declared.getOrDefault(name, "").replace(name, "");
  }

  private static Map<String, String> declared(List<String> texts) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (String text : texts) {
      Matcher matcher = DECLARED.matcher(text);
      String name = "";
      int begin = 0;
      while (matcher.find()) {
        keep(declared, name, text.substring(begin, matcher.start()));
        name = name(matcher);
        begin = matcher.start();
      }
      keep(declared, name, text.substring(begin));
    }
    return declared;
  }

  private static void keep(Map<String, String> declared, String name, String body) {
    if (!name.isEmpty()) {
      declared.merge(name, body.replaceAll("\\s+", " ").strip(), String::concat);
    }
  }

  private static String name(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }
}
