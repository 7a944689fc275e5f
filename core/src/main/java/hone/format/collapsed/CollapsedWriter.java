package hone.format.collapsed;

import hone.format.WrittenStack;
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one value type of a profile as collapsed stacks, a line of UTF-8 for each sample.
///
/// A frame with a place is written `function (file:line)`, as py-spy does. Characters that the
/// format gives a meaning of their own are replaced: `;` by `,`, line ends by a space.
public final class CollapsedWriter {

  private CollapsedWriter() {}

  /// Writes the samples that have a stack and a value above zero; `out` stays open.
  ///
  /// @param type place of a value type of the profile
  public static void write(Profile profile, int type, OutputStream out) throws IOException {
    WrittenStack line =
        new WrittenStack(
            profile,
            WrittenStack.Order.OUTERMOST_FIRST,
            frame -> name(profile.frames().get(frame)));
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long value = profile.value(type, sample);
      int stack = profile.sampleStack(sample);
      if (value > 0 && stack != Profile.NONE) {
        line.lead(stack);
        line.write(line.length() - 1, out::write);
        out.write((" " + value + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /// The name and what separates it from the next.
  private static byte[] name(Frame frame) {
    boolean placed = !frame.file().isEmpty() && frame.line() > 0;
    String name =
        placed
            ? frame.function() + " (" + frame.file() + ":" + frame.line() + ")"
            : frame.function();
    String plain = name.replace(';', ',').replace('\n', ' ').replace('\r', ' ');
    return (plain + ";").getBytes(StandardCharsets.UTF_8);
  }
}
