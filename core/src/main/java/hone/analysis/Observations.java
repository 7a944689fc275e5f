package hone.analysis;

import hone.profile.Profile;
import java.util.OptionalInt;
import java.util.Set;

/// How often a profiler looked, and how often it saw the program at rest.
public final class Observations {

  private static final Set<String> IDLE = Set.of("(idle)", "[idle]");

  private final Profile profile;
  private final OptionalInt column;

  private Observations(Profile profile, OptionalInt column) {
    this.profile = profile;
    this.column = column;
  }

  /// How often a profiler looked; where it does not tell, the samples of the profile.
  public static long count(Profile profile) {
    return of(profile).count();
  }

  static Observations of(Profile profile) {
    return new Observations(profile, profile.type("samples"));
  }

  /// Whether the profile counts its samples; profiles of memory often have a sum for each stack only.
  boolean counted() {
    return column.isPresent();
  }

  /// The samples the profiler took; where it does not tell, the samples of the profile.
  long count() {
    return column.isPresent() ? profile.total(column.getAsInt()) : profile.sampleCount();
  }

  /// Those of them in which nothing ran.
  long idleCount() {
    long idle = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      if (stack != Profile.NONE
          && IDLE.contains(profile.frames().get(profile.stackFrame(stack)).function())) {
        idle += column.isPresent() ? profile.value(column.getAsInt(), sample) : 1;
      }
    }
    return idle;
  }
}
