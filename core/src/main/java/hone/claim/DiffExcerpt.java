package hone.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of a change that fits into a prompt, files with functions that differ first.
///
/// @param text rows of a unified diff; what was left out is counted in the last
record DiffExcerpt(String text) {

  private static final int ROW_CHARACTERS = 200;
  private static final int ENDING_CHARACTERS = 80;
  private static final String HEADER = "diff --git ";

  /// @param diff      as git writes it
  /// @param functions that differ, each as `name (file)`
  static DiffExcerpt of(String diff, List<String> functions, int characters) {
    Set<String> paths =
        functions.stream()
            .map(name -> name.substring(name.lastIndexOf('(') + 1).replace(")", ""))
            .collect(Collectors.toSet());
    List<List<String>> first = new ArrayList<>();
    List<List<String>> later = new ArrayList<>();
    for (List<String> file : files(diff)) {
      boolean differs = paths.stream().anyMatch(path -> file.getFirst().endsWith(" b/" + path));
      (differs ? first : later).add(file);
    }
    first.addAll(later);
    Page page = new Page(characters - ENDING_CHARACTERS);
    int shown = 0;
    int all = 0;
    for (String row : first.stream().flatMap(List::stream).toList()) {
      all++;
      shown += page.row(Marked.of(row.replace("\t", "    "), ROW_CHARACTERS)) ? 1 : 0;
    }
    String ending =
        shown == all
            ? "Left out: nothing"
            : String.format(Locale.ROOT, "Left out: %,d of %,d rows", all - shown, all);
    return new DiffExcerpt(page.text() + ending);
  }

  private static List<List<String>> files(String diff) {
    List<List<String>> files = new ArrayList<>();
    for (String row : diff.lines().toList()) {
      if (files.isEmpty() || row.startsWith(HEADER)) {
        files.add(new ArrayList<>());
      }
      files.getLast().add(row);
    }
    return files;
  }
}
