package hone.view;

import hone.profile.Code;
import hone.profile.Label;
import hone.profile.Location;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What filters leave of a profile.
///
/// @param profile   the samples, frames and labels that are left
/// @param unmatched a phrase for each filter that found nothing
public record Filtered(Profile profile, List<String> unmatched) {

  public Filtered {
    unmatched = List.copyOf(unmatched);
  }

  /// Applies filters in pprof's order: samples and frames by name, callers cut, samples by label,
  /// labels, callees cut.
  public static Filtered of(Profile profile, Filters filters) {
    return filters.equals(Filters.NONE)
        ? new Filtered(profile, List.of())
        : new Filtering(profile, filters).filtered();
  }

  /// Which labels stay, by key.
  private static final class Keys {

    private final Filters.Tags tags;
    private boolean shown;
    private boolean hidden;

    Keys(Filters.Tags tags) {
      this.tags = tags;
    }

    boolean keeps(String key) {
      boolean show = tags.show().map(pattern -> pattern.finds(key)).orElse(true);
      boolean hide = tags.hide().map(pattern -> pattern.finds(key)).orElse(false);
      shown |= show;
      hidden |= hide;
      return show && !hide;
    }

    void tell(List<String> unmatched) {
      if (!shown && tags.show().isPresent()) {
        unmatched.add("--tagshow '" + tags.show().get() + "' finds nothing");
      }
      if (!hidden && tags.hide().isPresent()) {
        unmatched.add("--taghide '" + tags.hide().get() + "' finds nothing");
      }
    }
  }

  /// One pass over the stacks, callers first, and one over the samples.
  private static final class Filtering {

    private final Profile profile;
    private final Filters filters;
    private final Choice choice;
    private final ProfileBuilder builder;
    private final List<String> unmatched;
    private final int[] frames;

    Filtering(Profile profile, Filters filters) {
      this.profile = profile;
      this.filters = filters;
      choice = Choice.of(profile, filters);
      builder = new ProfileBuilder(profile.types());
      unmatched = new ArrayList<>(choice.unmatched);
      frames = new int[profile.frames().size()];
    }

    Filtered filtered() {
      builder.code(code());
      builder.origin(profile.origin());
      int[] stacks = stacks();
      samples(stacks, tagged());
      return new Filtered(builder.build(profile.recording(), profile.defaultType()), unmatched);
    }

    /// The locations without the calls that are not kept.
    private Code code() {
      List<Location> locations = new ArrayList<>(profile.code().locations());
      Map<Integer, List<Integer>> left = new HashMap<>();
      for (int frame = 0; frame < frames.length; frame++) {
        int location = profile.frameLocation(frame);
        if (location != Profile.NONE) {
          List<Integer> calls = left.computeIfAbsent(location, _ -> new ArrayList<>());
          if (choice.kept.get(frame)) {
            calls.add(profile.frameCall(frame));
          }
        }
      }
      left.values().forEach(Collections::sort);
      left.forEach((location, calls) -> {
        Location whole = locations.get(location);
        if (!whole.calls().isEmpty()) {
          locations.set(location, whole.with(calls.stream().map(whole.calls()::get).toList()));
        }
      });
      for (int frame = 0; frame < frames.length; frame++) {
        int location = profile.frameLocation(frame);
        if (location == Profile.NONE) {
          frames[frame] = builder.frame(profile.frames().get(frame));
        } else if (choice.kept.get(frame)) {
          List<Integer> calls = left.getOrDefault(location, List.of());
          int below = Collections.binarySearch(calls, profile.frameCall(frame));
          frames[frame] = builder.frame(location, below);
        }
      }
      return profile.code().with(locations);
    }

    /// For each stack the one that is left of it, or -2 for one whose samples go.
    private int[] stacks() {
      int count = profile.stackCount();
      int[] left = new int[count];
      int[] ended = new int[count];
      boolean[] focused = new boolean[count];
      boolean[] ignored = new boolean[count];
      boolean[] begun = new boolean[count];
      boolean[] ends = new boolean[count];
      boolean cuts = filters.names().showFrom().isPresent();
      for (int stack = 0; stack < count; stack++) {
        int frame = profile.stackFrame(stack);
        int caller = profile.stackCaller(stack);
        boolean root = caller == Profile.NONE;
        focused[stack] = choice.focused.get(frame) || (!root && focused[caller]);
        ignored[stack] = choice.ignored.get(frame) || (!root && ignored[caller]);
        begun[stack] = !cuts || choice.begins.get(frame) || (!root && begun[caller]);
        int above = root ? Profile.NONE : left[caller];
        boolean kept = begun[stack] && choice.kept.get(frame);
        left[stack] = kept ? builder.stack(frames[frame], above) : above;
        boolean endsHere = begun[stack] && choice.ends.get(frame);
        ends[stack] = endsHere || (!root && ends[caller]);
        ended[stack] = endsHere ? left[stack] : root ? Profile.NONE : ended[caller];
      }
      int[] results = new int[count];
      for (int stack = 0; stack < count; stack++) {
        boolean wanted = filters.names().focus().isEmpty() || focused[stack];
        boolean stays = wanted && !ignored[stack] && begun[stack] && left[stack] != Profile.NONE;
        results[stack] = !stays ? GONE : ends[stack] ? ended[stack] : left[stack];
      }
      return results;
    }

    private static final int GONE = -2;

    /// Which samples the filters by label choose.
    private boolean[] tagged() {
      boolean[] tagged = new boolean[profile.sampleCount()];
      Optional<TagFilter> focus = filters.tags().focus();
      Optional<TagFilter> ignore = filters.tags().ignore();
      boolean asked = focus.isPresent() || ignore.isPresent();
      Map<String, String> units = asked ? LabelUnits.of(profile) : Map.of();
      boolean anyFocused = focus.isEmpty();
      boolean anyIgnored = ignore.isEmpty();
      for (int sample = 0; sample < tagged.length; sample++) {
        List<Label> labels = asked ? profile.labels(sample) : List.of();
        boolean in = focus.isEmpty() || focus.get().chooses(labels, units);
        boolean out = ignore.isPresent() && ignore.get().chooses(labels, units);
        anyFocused |= in;
        anyIgnored |= out;
        tagged[sample] = in && !out;
      }
      if (!anyFocused) {
        unmatched.add("--tagfocus finds nothing");
      }
      if (!anyIgnored) {
        unmatched.add("--tagignore finds nothing");
      }
      return tagged;
    }

    private void samples(int[] stacks, boolean[] tagged) {
      Keys keys = new Keys(filters.tags());
      boolean stackless = !filters.names().choosesSamples() && filters.names().showFrom().isEmpty();
      long[] amounts = new long[profile.types().size()];
      for (int sample = 0; sample < tagged.length; sample++) {
        int stack = profile.sampleStack(sample);
        int left = stack == Profile.NONE ? (stackless ? Profile.NONE : GONE) : stacks[stack];
        if (left == GONE || !tagged[sample]) {
          continue;
        }
        for (int type = 0; type < amounts.length; type++) {
          amounts[type] = profile.value(type, sample);
        }
        builder.sample(left, amounts);
        profile.sampleTime(sample).ifPresent(builder::time);
        for (Label label : profile.labels(sample)) {
          if (keys.keeps(label.key())) {
            builder.label(label);
          }
        }
      }
      keys.tell(unmatched);
    }
  }
}
