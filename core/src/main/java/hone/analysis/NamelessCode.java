package hone.analysis;

import hone.profile.Profile;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cost that profilers could put no name to: code whose symbols they did not find.
final class NamelessCode {

  private static final Pattern NAMELESS =
      Pattern.compile(
          "<unknown>|\\[unknown]|\\[?(?:unknown|\\?\\?)]?|\\(nil\\)"
              + "|\\[.*\\.so.*]|\\[?0x[0-9a-fA-F]+]?|[0-9a-fA-F]{8,16}");

  /// No longer name is nameless, unless it begins with what such names begin with.
  private static final int LONGEST_BARE = 16;

  private NamelessCode() {}

  /// Flat value of functions without a name.
  static long value(Profile profile, int type) {
    Matcher matcher = NAMELESS.matcher("");
    BitSet nameless =
        profile.framesOf(name -> mayBeNameless(name) && matcher.reset(name).matches());
    long value = 0;
    for (int sample = 0; !nameless.isEmpty() && sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      if (stack != Profile.NONE && nameless.get(profile.stackFrame(stack))) {
        value += Math.max(0, profile.value(type, sample));
      }
    }
    return value;
  }

  /// Spares most names the expression, which for 150,000 of them takes as long as adding them up.
  private static boolean mayBeNameless(String name) {
    return name.length() <= LONGEST_BARE
        || switch (name.charAt(0)) {
          case '<', '[', '?', '(', '0' -> true;
          default -> false;
        };
  }
}
