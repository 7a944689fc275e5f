package hone.view;

import hone.profile.Label;
import hone.profile.Origin;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.Arrays;
import java.util.List;

/// A profile with each value multiplied, so that its totals are those of another.
public final class Normalised {

  private static final Label BASE = new Label.Text("pprof::base", "true");

  private Normalised() {}

  /// The profile as if it had the totals of `base`, type by type; as in pprof, values are rounded
  /// to whole numbers of the unit they were written in, and samples of which nothing is left go.
  ///
  /// @param base a profile of the same value types
  public static Profile of(Profile profile, Profile base) {
    double[] ratios = new double[profile.types().size()];
    boolean same = true;
    for (int type = 0; type < ratios.length; type++) {
      long total = profile.total(type);
      ratios[type] = total == 0 ? 0 : (double) base.total(type) / total;
      same &= ratios[type] == 1;
    }
    return same ? profile : scaled(profile, ratios);
  }

  /// The profile as if one of its value types had that total; its other values grow or shrink alike.
  public static Profile of(Profile profile, int type, long wanted) {
    double[] ratios = new double[profile.types().size()];
    long total = profile.total(type);
    Arrays.fill(ratios, total == 0 ? 0 : (double) wanted / total);
    return total == wanted ? profile : scaled(profile, ratios);
  }

  /// The profile with every value below zero that was above, and the other way round.
  public static Profile negated(Profile profile) {
    double[] ratios = new double[profile.types().size()];
    Arrays.fill(ratios, -1);
    return scaled(profile, ratios);
  }

  /// The same, with the label by which pprof knows the samples of a base.
  public static Profile negatedBase(Profile profile) {
    double[] ratios = new double[profile.types().size()];
    Arrays.fill(ratios, -1);
    return scaled(profile, ratios, List.of(BASE));
  }

  private static Profile scaled(Profile profile, double[] ratios) {
    return scaled(profile, ratios, List.of());
  }

  private static Profile scaled(Profile profile, double[] ratios, List<Label> added) {
    ProfileBuilder builder = new ProfileBuilder(profile.types());
    int[] stacks = Copy.stacks(profile, builder);
    List<Origin.Written> written = profile.origin().types();
    long[] amounts = new long[ratios.length];
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      boolean left = false;
      for (int type = 0; type < amounts.length; type++) {
        long unit = written.isEmpty() ? 1 : written.get(type).factor();
        long value = profile.value(type, sample);
        if (ratios[type] != 1) {
          long units = value / unit;
          amounts[type] = Math.multiplyExact(rounded(units * ratios[type]), unit);
          left |= amounts[type] != 0;
        } else {
          amounts[type] = value;
        }
      }
      if (left) {
        int stack = profile.sampleStack(sample);
        builder.sample(stack == Profile.NONE ? Profile.NONE : stacks[stack], amounts);
        profile.sampleTime(sample).ifPresent(builder::time);
        for (Label label : profile.labels(sample)) {
          builder.label(label);
        }
        added.forEach(builder::label);
      }
    }
    return builder.build(profile.recording(), profile.defaultType());
  }

  /// Half away from zero, as Go rounds.
  private static long rounded(double value) {
    double size = Math.abs(value);
    double whole = Math.floor(size);
    return (long) (Math.signum(value) * (size - whole >= 0.5 ? whole + 1 : whole));
  }
}
