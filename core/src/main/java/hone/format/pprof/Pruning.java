package hone.format.pprof;

import hone.input.BoundedPattern;
import hone.input.FormatException;
import hone.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The frames a profile declares uninteresting, `drop_frames` and `keep_frames`: they and all that
/// they call are left out below the program's own frames, so that an allocator's inside is not
/// taken for a hotspot.
///
/// The expressions come from the profile; the work on each name is bounded.
final class Pruning {

  private final Fields fields;
  private final Optional<BoundedPattern> drop;
  private final Optional<BoundedPattern> keep;
  private final Map<String, Boolean> known = new HashMap<>();

  private Pruning(Fields fields, Optional<BoundedPattern> drop, Optional<BoundedPattern> keep) {
    this.fields = fields;
    this.drop = drop;
    this.keep = keep;
  }

  static Pruning none(Fields fields) {
    return new Pruning(fields, Optional.empty(), Optional.empty());
  }

  /// What two expressions declare; nothing where one of them cannot be read, as in pprof.
  ///
  /// @param warnings is told that nothing is left out
  static Pruning of(Fields fields, String drop, String keep, List<String> warnings) {
    try {
      return new Pruning(fields, pattern(drop), pattern(keep));
    } catch (BoundedPattern.ExpressionException bad) {
      warnings.add("no frames are left out of those the profile declares: " + bad.getMessage());
      return none(fields);
    }
  }

  private static Optional<BoundedPattern> pattern(String expression) {
    return expression.isEmpty() ? Optional.empty() : Optional.of(BoundedPattern.of(expression));
  }

  /// Whether there is anything to leave out.
  boolean isDeclared() {
    return drop.isPresent();
  }

  /// The place of the outermost frame to drop, or -1 where all stay.
  ///
  /// @param frames of one location, outermost first
  int matchedAt(List<Frame> frames) throws FormatException {
    for (int at = 0; at < frames.size(); at++) {
      if (drops(frames.get(at).function())) {
        return at;
      }
    }
    return -1;
  }

  private boolean drops(String function) throws FormatException {
    Boolean answer = known.get(function);
    if (answer == null) {
      String name = Frame.withoutParameters(function);
      answer = matches(drop, name) && !matches(keep, name);
      known.put(function, answer);
    }
    return answer;
  }

  private boolean matches(Optional<BoundedPattern> pattern, String name) throws FormatException {
    try {
      return pattern.isPresent() && pattern.get().matches(name);
    } catch (BoundedPattern.ExpressionException endless) {
      throw fields.broken("frames to drop: " + endless.getMessage());
    }
  }
}
