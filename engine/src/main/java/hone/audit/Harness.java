package hone.audit;

import hone.gate.GateResult;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The files that measure a change and that the change edits: what each side ran is not the same
/// then, and an open gate would prove nothing.
///
/// @param edited paths of benchmarks that both revisions have and that differ
record Harness(List<String> edited) {

  private static final int NAMED = 3;

  private static final Pattern BENCHMARK_FOLDER =
      Pattern.compile("(?i)(.*/)?(bench|benches|benchmark|benchmarks|jmh)/.*");
  private static final Pattern BENCHMARK_NAME =
      Pattern.compile(
          "(?i)(.*/)?(bench[._-]?[^/]*|[^/]*[._-]bench\\.[^/]*|[^/]*benchmarks?\\.[^/]*)");
  private static final Pattern BENCHMARK_TEXT =
      Pattern.compile(
          "\\bfunc Benchmark\\w*\\(|\\borg\\.openjdk\\.jmh\\b|\\bdef test_\\w+\\(.*\\bbenchmark\\b");

  Harness {
    edited = List.copyOf(edited);
  }

  /// @param command line that runs the benchmarks; files it names measure too
  static Harness changed(Repository repository, String base, String head, String command)
      throws Refusal {
    List<String> edited = new ArrayList<>();
    for (String path : repository.edited(base, head)) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      boolean named = command.matches("(?s)(.*[\\s/'\"])?" + Pattern.quote(file) + "([\\s'\"].*)?");
      if (named || isBenchmark(repository, base, path)) {
        edited.add(path);
      }
    }
    return new Harness(edited);
  }

  /// The result where nothing was edited, or the gate is closed anyway; else one that is undecided.
  GateResult applied(GateResult result) {
    if (edited.isEmpty()) {
      return result;
    }
    return result.doubted(
        "the change edits what measures it (%s%s): each side ran its own; judge code and benchmarks in changes of their own"
            .formatted(
                String.join(", ", edited.stream().limit(NAMED).toList()),
                edited.size() > NAMED ? " and " + (edited.size() - NAMED) + " more" : ""));
  }

  private static boolean isBenchmark(Repository repository, String base, String path)
      throws Refusal {
    return BENCHMARK_FOLDER.matcher(path).matches()
        || BENCHMARK_NAME.matcher(path).matches()
        || (path.matches(".*\\.(go|java|py)")
            && BENCHMARK_TEXT.matcher(repository.text(base, path).orElse("")).find());
  }
}
