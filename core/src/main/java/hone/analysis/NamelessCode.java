package hone.analysis;

import hone.profile.Profile;
import java.util.regex.Pattern;

/// Cost that profilers could put no name to: code whose symbols they did not find.
final class NamelessCode {

  private static final Pattern NAMELESS =
      Pattern.compile(
          "<unknown>|\\[unknown]|\\[?(?:unknown|\\?\\?)]?|\\(nil\\)"
              + "|\\[.*\\.so.*]|\\[?0x[0-9a-fA-F]+]?|[0-9a-fA-F]{8,16}");

  private NamelessCode() {}

  /// Flat value of functions without a name.
  static long value(Profile profile, int type) {
    boolean[] nameless = new boolean[profile.frames().size()];
    for (int frame = 0; frame < nameless.length; frame++) {
      nameless[frame] = NAMELESS.matcher(profile.frames().get(frame).function()).matches();
    }
    long value = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      if (stack != Profile.NONE && nameless[profile.stackFrame(stack)]) {
        value += Math.max(0, profile.value(type, sample));
      }
    }
    return value;
  }
}
