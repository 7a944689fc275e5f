package hone.contrast;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Profiles made for tests: of stacks as they are written, or drawn from a seed.
final class Sampled {

  static final ValueType SAMPLES = new ValueType("samples", Unit.COUNT);

  private Sampled() {}

  /// Each line is `root;…;leaf value`.
  static Member of(String... lines) {
    ProfileBuilder builder = new ProfileBuilder(List.of(SAMPLES));
    for (String line : lines) {
      int space = line.lastIndexOf(' ');
      int stack = Profile.NONE;
      for (String frame : line.substring(0, space).split(";", -1)) {
        stack = builder.stack(builder.frame(Frame.named(frame)), stack);
      }
      builder.sample(stack, Long.parseLong(line.substring(space + 1)));
    }
    return Member.of("made", builder.build(Recording.of("test"), 0), 0);
  }

  /// A run of a program: so many samples of functions `f0`, `f1`, …, each with its weight, which
  /// differs from run to run by so much.
  static Member run(SplittableRandom random, int samples, double[] weights, double spread) {
    double[] drawn = new double[weights.length];
    double sum = 0;
    for (int at = 0; at < weights.length; at++) {
      drawn[at] = weights[at] * Math.exp(spread * random.nextGaussian());
      sum += drawn[at];
    }
    int[] counts = new int[weights.length];
    for (int sample = 0; sample < samples; sample++) {
      double left = random.nextDouble() * sum;
      int at = 0;
      while (at < drawn.length - 1 && left >= drawn[at]) {
        left -= drawn[at++];
      }
      counts[at]++;
    }
    String[] lines = new String[weights.length];
    for (int at = 0; at < lines.length; at++) {
      lines[at] = "main;f" + at + " " + counts[at];
    }
    return of(lines);
  }

  static Member scaled(Member member, int factor) {
    Profile profile = member.whole();
    String[] lines = new String[profile.sampleCount()];
    for (int sample = 0; sample < lines.length; sample++) {
      StringBuilder line = new StringBuilder();
      for (int stack = profile.sampleStack(sample);
          stack != Profile.NONE;
          stack = profile.stackCaller(stack)) {
        line.insert(0, profile.frames().get(profile.stackFrame(stack)).function() + ";");
      }
      line.setLength(line.length() - 1);
      lines[sample] = line + " " + profile.value(0, sample) * factor;
    }
    return of(lines);
  }

  static Member with(Member member, double work) {
    return new Member(
        member.name(), member.whole(), member.left(), member.type(), OptionalDouble.of(work));
  }
}
