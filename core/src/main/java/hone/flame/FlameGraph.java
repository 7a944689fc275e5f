package hone.flame;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stacks of one profile, or of two side by side, merged by function.
///
/// Functions are the same if they have the same name, whatever file and line they stand in: so they
/// are found again in another revision.
public final class FlameGraph {

  /// The columns of the merged profile.
  static final int AFTER = 0;

  static final int BEFORE = 1;

  private final ValueType type;
  private final Profile merged;
  private final List<String> files;
  private final List<FlameLayer> layers;
  private final boolean compared;
  private final long leftOut;

  private FlameGraph(ValueType type, Merging merging, boolean compared) {
    this.type = type;
    this.merged = merging.builder.build(Recording.of("flame"), 0);
    this.files = new ArrayList<>();
    this.layers = new ArrayList<>();
    FrameLayers table = new FrameLayers(List.copyOf(merging.places.values()));
    for (Frame frame : merged.frames()) {
      Frame place = merging.places.getOrDefault(frame.function(), frame);
      files.add(place.file());
      layers.add(table.of(place));
    }
    this.compared = compared;
    this.leftOut = merging.leftOut;
  }

  /// The graph of one profile.
  ///
  /// @param type place of a value type of the profile
  public static FlameGraph of(Profile profile, int type) {
    Merging merging = new Merging();
    merging.add(profile, type, AFTER);
    return new FlameGraph(profile.types().get(type), merging, false);
  }

  /// The graph of two profiles.
  ///
  /// @param before     a place of a value type of `base`
  /// @param type       place of the like of it of `profile`
  /// @throws IllegalArgumentException if the two measure in different units
  public static FlameGraph between(Profile base, int before, Profile profile, int type) {
    ValueType measured = profile.types().get(type);
    ValueType compared = base.types().get(before);
    if (!measured.unit().equals(compared.unit())) {
      throw new IllegalArgumentException(
          "units differ: " + compared.unit().name() + ", " + measured.unit().name());
    }
    Merging merging = new Merging();
    merging.add(profile, type, AFTER);
    merging.add(base, before, BEFORE);
    return new FlameGraph(measured, merging, true);
  }

  private static final class Merging {

    private final ProfileBuilder builder =
        new ProfileBuilder(
            List.of(new ValueType("after", Unit.COUNT), new ValueType("before", Unit.COUNT)));

    /// Where each function was met first.
    private final Map<String, Frame> places = new LinkedHashMap<>();

    private long leftOut;

    void add(Profile profile, int type, int column) {
      int[] frames = new int[profile.frames().size()];
      for (int number = 0; number < frames.length; number++) {
        Frame frame = profile.frames().get(number);
        places.putIfAbsent(frame.function(), frame);
        frames[number] = builder.frame(Frame.named(frame.function()));
      }
      int[] stacks = new int[profile.stackCount()];
      for (int stack = 0; stack < stacks.length; stack++) {
        int caller = profile.stackCaller(stack);
        stacks[stack] =
            builder.stack(
                frames[profile.stackFrame(stack)],
                caller == Profile.NONE ? Profile.NONE : stacks[caller]);
      }
      for (int sample = 0; sample < profile.sampleCount(); sample++) {
        long value = profile.value(type, sample);
        int stack = profile.sampleStack(sample);
        if (value < 0) {
          leftOut++;
        } else if (value > 0) {
          builder.sample(
              stack == Profile.NONE ? Profile.NONE : stacks[stack],
              column == AFTER ? value : 0,
              column == BEFORE ? value : 0);
          profile.sampleTime(sample).ifPresent(builder::time);
        }
      }
    }
  }

  /// What is shown.
  public ValueType type() {
    return type;
  }

  /// Whether there is a base beside it.
  public boolean compared() {
    return compared;
  }

  /// Whether a part of the time can be looked at: one profile, whose samples have times.
  public boolean timed() {
    return !compared && merged.timeCount() > 0;
  }

  /// Samples below zero, which have no width.
  public long leftOut() {
    return leftOut;
  }

  /// Number of functions.
  public int functionCount() {
    return merged.frames().size();
  }

  /// Number of bars, the root not counted.
  public int nodeCount() {
    return merged.stackCount();
  }

  /// Sum over all stacks, in the unit of the type.
  public long total() {
    return merged.total(AFTER);
  }

  /// The same of the base; 0 where there is none.
  public long baseTotal() {
    return merged.total(BEFORE);
  }

  Profile merged() {
    return merged;
  }

  String file(int function) {
    return files.get(function);
  }

  FlameLayer layer(int function) {
    return layers.get(function);
  }
}
