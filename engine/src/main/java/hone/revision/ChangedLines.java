package hone.revision;

import hone.input.FormatException;
import hone.syntax.FunctionLines;
import hone.syntax.SourceLanguage;
import hone.workspace.LineRange;
import hone.workspace.Policy;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lines of a change in source code that runs in the service, file by file.
///
/// @param files by path in the repository
record ChangedLines(Map<String, File> files) {

  private static final int MOST_FILES = 100;
  private static final int MOST_LINES = 20;

  /// One file.
  ///
  /// @param functions of the head, none where it cannot be parsed
  record File(List<LineRange> ranges, List<FunctionLines> functions) {

    boolean isInFunction(LineRange range) {
      return functions.stream().anyMatch(each -> range.meets(range(each)));
    }
  }

  /// @param paths that differ
  static ChangedLines of(Repository repository, String base, String head, List<String> paths)
      throws Refusal {
    Map<String, File> files = new LinkedHashMap<>();
    for (String path : paths) {
      if (files.size() < MOST_FILES
          && SourceLanguage.of(path).isPresent()
          && !Policy.isJudge(path)) {
        String text = repository.text(head, path).orElse("");
        files.put(path, new File(repository.changedLines(base, head, path), functions(path, text)));
      }
    }
    return new ChangedLines(files);
  }

  private static List<FunctionLines> functions(String path, String text) {
    try {
      return FunctionLines.of(path, text);
    } catch (FormatException unreadable) {
      return List.of();
    }
  }

  /// The beginning of each part of the change, `file:line`; those in functions first.
  List<String> all() {
    List<String> inside = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    files.forEach((path, file) -> {
      for (LineRange range : file.ranges()) {
        (file.isInFunction(range) ? inside : outside).add(path + ":" + range.first());
      }
    });
    inside.addAll(outside);
    return inside.stream().limit(MOST_LINES).toList();
  }

  /// The parts of the change within a function, known by the lines of it that a profile saw.
  ///
  /// @param file as a profiler named it: its end, or more, is a path of the repository
  List<String> within(String file, Set<Integer> seen) {
    List<String> lines = new ArrayList<>();
    files.forEach((path, changed) -> {
      if (isSame(path, file)) {
        for (FunctionLines function : changed.functions()) {
          if (seen.stream().anyMatch(function::holds)) {
            lines.addAll(within(path, changed, function));
          }
        }
      }
    });
    return lines.stream().distinct().limit(MOST_LINES).toList();
  }

  private static List<String> within(String path, File changed, FunctionLines function) {
    LineRange whole = range(function);
    return changed.ranges().stream()
        .filter(range -> range.meets(whole))
        .map(range -> path + ":" + Math.max(range.first(), whole.first()))
        .toList();
  }

  private static LineRange range(FunctionLines function) {
    return new LineRange(function.first(), function.last());
  }

  /// The path of the repository that a profiler's file is, or the file as it is named.
  String path(String file) {
    return files.keySet().stream().filter(path -> isSame(path, file)).findFirst().orElse(file);
  }

  private static boolean isSame(String path, String file) {
    return !file.isEmpty()
        && (file.equals(path) || file.endsWith("/" + path) || path.endsWith("/" + file));
  }
}
