package hone.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What judges a change: the tests and benchmarks of the base.
///
/// @param tests      their command line, where the service has one
/// @param benchmarks their command line, where the service has one
/// @param files      those of both, as tracked
public record Judges(Optional<String> tests, Optional<String> benchmarks, List<String> files) {

  private static final int MOST_FILES = 30;

  public Judges {
    files = List.copyOf(files);
  }

  /// As an agent is shown it: the files nearest to what it is to change come first.
  String text(String changed) {
    List<String> near =
        files.stream()
            .sorted(
                Comparator.comparingInt((String file) -> -shared(file, changed))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> shown =
        near.stream()
            .limit(MOST_FILES)
            .map(file -> Marked.of(file, Extract.NAME_CHARACTERS))
            .toList();
    int more = near.size() - shown.size();
    return "    tests: %s\n    benchmarks: %s\n    in: %s%s"
        .formatted(
            line(tests),
            line(benchmarks),
            shown.isEmpty() ? "none that hone knows by name" : String.join(", ", shown),
            more == 0 ? "" : String.format(Locale.ROOT, " (and %,d more)", more));
  }

  private static String line(Optional<String> command) {
    return command.map(text -> Marked.of(text, Extract.NAME_CHARACTERS)).orElse("none");
  }

  /// How many folders two paths begin with together.
  private static int shared(String one, String other) {
    String[] left = one.split("/", -1);
    String[] right = other.split("/", -1);
    int most = Math.min(left.length, right.length) - 1;
    int count = 0;
    while (count < most && left[count].equals(right[count])) {
      count++;
    }
    return count;
  }
}
