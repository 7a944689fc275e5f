package hone.format;

import hone.profile.Frame;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A profile as text, one line a sample, so that two profiles can be compared and shown.
public final class Stacks {

  private Stacks() {}

  /// `root(file:line);leaf value value`, in the order of the samples.
  public static List<String> of(Profile profile) {
    List<String> lines = new ArrayList<>();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      StringBuilder line = new StringBuilder(stack(profile, profile.sampleStack(sample)));
      for (int type = 0; type < profile.types().size(); type++) {
        line.append(' ').append(profile.value(type, sample));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String stack(Profile profile, int leaf) {
    List<String> path = new ArrayList<>();
    for (int stack = leaf; stack != Profile.NONE; stack = profile.stackCaller(stack)) {
      Frame frame = profile.frames().get(profile.stackFrame(stack));
      boolean placed = !frame.file().isEmpty() || frame.line() > 0;
      path.add(frame.function() + (placed ? "(" + frame.file() + ":" + frame.line() + ")" : ""));
    }
    StringJoiner joined = new StringJoiner(";");
    path.reversed().forEach(joined::add);
    return joined.toString();
  }
}
