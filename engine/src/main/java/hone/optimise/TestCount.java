package hone.optimise;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How many tests passed, read from what a test runner prints last. For people only: whether tests
/// passed is told by the exit code.
final class TestCount {

  private record Form(Pattern pattern, boolean summed) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(Pattern.compile("(?m)^.*Tests run: (\\d+), Failures: 0, Errors: 0.*$"), false),
          new Form(Pattern.compile("(?m)^=* ?(\\d+) passed\\b.*$"), false),
          new Form(Pattern.compile("(?m)^(?:#|ℹ) pass (\\d+)$"), true),
          new Form(Pattern.compile("(?m)^--- PASS: "), true),
          new Form(Pattern.compile("(?m)^(\\d+) tests? passed\\b.*$"), false));

  private TestCount() {}

  /// The number of tests that passed, or nothing where no runner is recognised.
  static Optional<Integer> in(String output) {
    for (Form form : FORMS) {
      List<Integer> counts =
          form.pattern().matcher(output).results().map(TestCount::count).toList();
      if (!counts.isEmpty()) {
        return Optional.of(
            form.summed() ? counts.stream().mapToInt(Integer::intValue).sum() : counts.getLast());
      }
    }
    return Optional.empty();
  }

  private static int count(MatchResult match) {
    return match.groupCount() == 0 ? 1 : Integer.parseInt(match.group(1));
  }
}
