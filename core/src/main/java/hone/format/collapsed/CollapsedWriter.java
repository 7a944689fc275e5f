package hone.format.collapsed;

import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    List<byte[]> names = profile.frames().stream().map(CollapsedWriter::name).toList();
    WrittenLine line = new WrittenLine(profile, names);
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long value = profile.value(type, sample);
      int stack = profile.sampleStack(sample);
      if (value > 0 && stack != Profile.NONE) {
        line.write(stack, value, out);
      }
    }
  }

  private static byte[] name(Frame frame) {
    boolean placed = !frame.file().isEmpty() && frame.line() > 0;
    String name =
        placed
            ? frame.function() + " (" + frame.file() + ":" + frame.line() + ")"
            : frame.function();
    return name.replace(';', ',')
        .replace('\n', ' ')
        .replace('\r', ' ')
        .getBytes(StandardCharsets.UTF_8);
  }
}
