package hone.analysis;

import hone.profile.Profile;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How often a profiler looked, and how often it saw the program at rest.
public final class Observations {

  private static final List<String> IDLE = List.of("(idle)", "[idle]");

  private final Profile profile;
  private final OptionalInt column;

  private Observations(Profile profile, OptionalInt column) {
    this.profile = profile;
    this.column = column;
  }

  /// How often a profiler looked; where it does not tell, the samples of the profile.
  public static long count(Profile profile) {
    return of(profile, profile.defaultType()).count();
  }

  /// Of one value type: what counts it goes by its name, as `alloc_samples` counts `alloc_space`, or
  /// is `samples`.
  static Observations of(Profile profile, int type) {
    String own = profile.types().get(type).name();
    if (own.endsWith("_samples") || own.endsWith("_count")) {
      return new Observations(profile, OptionalInt.of(type));
    }
    String name = own.replaceFirst("_space$", "");
    return new Observations(
        profile,
        Stream.of(name + "_samples", name + "_count", "samples")
            .map(profile::type)
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElse(OptionalInt.empty()));
  }

  /// Whether the profile counts its samples; profiles of memory often have a sum for each stack only.
  boolean counted() {
    return column.isPresent();
  }

  /// Whether the type is counted by a column of its own, not by `samples`.
  boolean apart() {
    return column.isPresent() && !profile.types().get(column.getAsInt()).name().equals("samples");
  }

  /// The samples the profiler took; where it does not tell, the samples of the profile.
  long count() {
    return column.isPresent() ? profile.total(column.getAsInt()) : profile.sampleCount();
  }

  /// Those of them in which nothing ran.
  long idleCount() {
    BitSet resting = profile.framesOf(IDLE::contains);
    long idle = 0;
    for (int sample = 0; !resting.isEmpty() && sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      if (stack != Profile.NONE && resting.get(profile.stackFrame(stack))) {
        idle += column.isPresent() ? profile.value(column.getAsInt(), sample) : 1;
      }
    }
    return idle;
  }
}
