package hone.format.pprof;

import hone.input.FormatException;
import hone.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The frames a profile declares uninteresting, `drop_frames` and `keep_frames`: they and all that
/// they call are left out below the program's own frames, so that an allocator's inside is not
/// taken for a hotspot.
///
/// The expressions come from the profile, so the work on each name is bounded.
final class Pruning {

  private static final int STEPS_PER_NAME = 200_000;
  private static final int LONGEST_EXPRESSION = 20_000;

  private final Fields fields;
  private final Optional<Pattern> drop;
  private final Optional<Pattern> keep;
  private final Map<String, Boolean> known = new HashMap<>();

  private Pruning(Fields fields, Optional<Pattern> drop, Optional<Pattern> keep) {
    this.fields = fields;
    this.drop = drop;
    this.keep = keep;
  }

  static Pruning none(Fields fields) {
    return new Pruning(fields, Optional.empty(), Optional.empty());
  }

  static Pruning of(Fields fields, String drop, String keep) throws FormatException {
    return new Pruning(fields, pattern(fields, drop), pattern(fields, keep));
  }

  private static Optional<Pattern> pattern(Fields fields, String expression)
      throws FormatException {
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    if (expression.length() > LONGEST_EXPRESSION) {
      throw fields.broken("expression of frames to drop is longer than " + LONGEST_EXPRESSION);
    }
    try {
      return Optional.of(Pattern.compile(expression));
    } catch (PatternSyntaxException | StackOverflowError bad) {
      throw fields.broken("expression of frames to drop cannot be read: '" + expression + "'");
    }
  }

  /// The place of the outermost frame to drop, or -1 where all stay.
  ///
  /// @param frames of one location, outermost first
  int matchedAt(List<Frame> frames) throws FormatException {
    if (drop.isEmpty()) {
      return -1;
    }
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
      String name = withoutParameters(function);
      answer = matches(drop, name) && !matches(keep, name);
      known.put(function, answer);
    }
    return answer;
  }

  private boolean matches(Optional<Pattern> pattern, String name) throws FormatException {
    try {
      return pattern.isPresent() && pattern.get().matcher(new Metered(name)).matches();
    } catch (Exhausted | StackOverflowError endless) {
      throw fields.broken("expression of frames to drop takes too long on '" + name + "'");
    }
  }

  /// The name up to its parameter list; `operator()` and `(anonymous namespace)` are no such list.
  static String withoutParameters(String function) {
    String name = function.startsWith(".") ? function.substring(1) : function;
    for (int at = name.indexOf('('); at >= 0; at = name.indexOf('(', at + 1)) {
      if (name.startsWith("(anonymous namespace)", at)) {
        continue;
      }
      if (name.startsWith("operator()", at - "operator".length())) {
        continue;
      }
      return name.substring(0, at);
    }
    return name;
  }

  /// More steps than a name deserves.
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  /// A name that counts how often it is looked at.
  private static final class Metered implements CharSequence {

    private final String name;
    private int steps;

    Metered(String name) {
      this.name = name;
    }

    @Override
    public char charAt(int index) {
      steps++;
      if (steps > STEPS_PER_NAME) {
        throw new Exhausted();
      }
      return name.charAt(index);
    }

    @Override
    public int length() {
      return name.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return name.subSequence(start, end);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
