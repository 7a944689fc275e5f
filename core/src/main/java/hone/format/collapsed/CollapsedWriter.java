package hone.format.collapsed;

import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes one value type of a profile as collapsed stacks, a line for each sample.
///
/// A frame with a place is written `function (file:line)`, as py-spy does. Characters that the
/// format gives a meaning of their own are replaced: `;` by `,`, line ends by a space.
public final class CollapsedWriter {

  private CollapsedWriter() {}

  /// Writes the samples that have a stack and a value above zero.
  ///
  /// @param type place of a value type of the profile
  public static void write(Profile profile, int type, Appendable out) throws IOException {
    List<String> names = profile.frames().stream().map(CollapsedWriter::name).toList();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long value = profile.value(type, sample);
      int stack = profile.sampleStack(sample);
      if (value > 0 && stack != Profile.NONE) {
        out.append(String.join(";", path(profile, stack, names)));
        out.append(' ').append(Long.toString(value)).append('\n');
      }
    }
  }

  private static List<String> path(Profile profile, int leaf, List<String> names) {
    List<String> path = new ArrayList<>();
    for (int stack = leaf; stack != Profile.NONE; stack = profile.stackCaller(stack)) {
      path.add(names.get(profile.stackFrame(stack)));
    }
    return path.reversed();
  }

  private static String name(Frame frame) {
    boolean placed = !frame.file().isEmpty() && frame.line() > 0;
    String name =
        placed
            ? "%s (%s:%d)".formatted(frame.function(), frame.file(), frame.line())
            : frame.function();
    return name.replace(';', ',').replace('\n', ' ').replace('\r', ' ');
  }
}
