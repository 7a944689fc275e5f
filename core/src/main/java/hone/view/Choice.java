package hone.view;

import hone.input.BoundedPattern;
import hone.profile.Frame;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What filters by name say of each frame of a profile.
///
/// The calls of one location are judged together, in every stack alike, as pprof does.
final class Choice {

  private final Profile profile;
  private final List<int[]> groups;
  final BitSet focused = new BitSet();
  final BitSet ignored = new BitSet();
  final BitSet kept = new BitSet();
  final BitSet begins = new BitSet();
  final BitSet ends = new BitSet();
  final List<String> unmatched = new ArrayList<>();

  Choice(Profile profile) {
    this.profile = profile;
    groups = groups(profile);
    kept.set(0, profile.frames().size());
  }

  static Choice of(Profile profile, Filters filters) {
    Choice choice = new Choice(profile);
    Filters.Names names = filters.names();
    choice.mark(names.focus(), "focus", choice.focused);
    choice.mark(names.ignore(), "ignore", choice.ignored);
    names.hide().ifPresent(choice::hide);
    names.show().ifPresent(choice::show);
    names.showFrom().ifPresent(choice::showFrom);
    names.pruneFrom().ifPresent(choice::pruneFrom);
    if (filters.inlined() == Filters.Inlined.MERGED) {
      choice.mergeInlined();
    }
    return choice;
  }

  /// The frames of each location, innermost first; of a frame without, itself.
  private static List<int[]> groups(Profile profile) {
    Map<Integer, List<Integer>> located = new HashMap<>();
    List<int[]> groups = new ArrayList<>();
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      int location = profile.frameLocation(frame);
      if (location == Profile.NONE) {
        groups.add(new int[] {frame});
      } else {
        located.computeIfAbsent(location, _ -> new ArrayList<>()).add(frame);
      }
    }
    for (List<Integer> frames : located.values()) {
      groups.add(
          frames.stream()
              .sorted((one, other) -> profile.frameCall(one) - profile.frameCall(other))
              .mapToInt(frame -> frame)
              .toArray());
    }
    return groups;
  }

  private void mark(Optional<BoundedPattern> pattern, String name, BitSet marks) {
    if (pattern.isEmpty()) {
      return;
    }
    NameMatches matches = new NameMatches(profile, pattern.get());
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      marks.set(frame, matches.frame(frame));
    }
    tellUnlessMatched(!marks.isEmpty(), name, pattern.get());
  }

  private void hide(BoundedPattern pattern) {
    NameMatches matches = new NameMatches(profile, pattern);
    boolean any = false;
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      if (matches.frame(frame)) {
        any = true;
        kept.clear(frame);
      }
    }
    tellUnlessMatched(any, "hide", pattern);
  }

  private void show(BoundedPattern pattern) {
    NameMatches matches = new NameMatches(profile, pattern);
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      if (!matches.frame(frame) || isNameless(frame)) {
        kept.clear(frame);
      }
    }
    tellUnlessMatched(!kept.isEmpty(), "show", pattern);
  }

  /// Whether a frame has no symbol; pprof shows no such frame, whatever file it is in.
  private boolean isNameless(int frame) {
    int location = profile.frameLocation(frame);
    return location != Profile.NONE && profile.code().locations().callCount(location) == 0;
  }

  /// A location begins what is shown where one of its calls is found; the callers inlined with that
  /// one go. One that is hidden as a whole begins nothing, whatever file it was loaded from.
  private void showFrom(BoundedPattern pattern) {
    NameMatches matches = new NameMatches(profile, pattern);
    for (int[] group : groups) {
      int last = -1;
      boolean shown = false;
      for (int call = 0; call < group.length; call++) {
        shown |= kept.get(group[call]);
        if (kept.get(group[call]) && matches.call(group[call])) {
          last = call;
        }
      }
      boolean mapped = shown && matches.mapping(group[0]);
      if (mapped || last >= 0) {
        for (int call = 0; call < group.length; call++) {
          begins.set(group[call]);
          if (!mapped && call > last) {
            kept.clear(group[call]);
          }
        }
      }
    }
    tellUnlessMatched(!begins.isEmpty(), "show-from", pattern);
  }

  /// A location ends what is shown at its innermost call that is found.
  private void pruneFrom(BoundedPattern pattern) {
    for (int[] group : groups) {
      int first = -1;
      for (int call = group.length - 1; call >= 0; call--) {
        String name = name(group[call]);
        if (kept.get(group[call])
            && !name.isEmpty()
            && pattern.finds(Frame.withoutParameters(name))) {
          first = call;
        }
      }
      for (int call = 0; first >= 0 && call < group.length; call++) {
        ends.set(group[call]);
        if (call < first) {
          kept.clear(group[call]);
        }
      }
    }
    tellUnlessMatched(!ends.isEmpty(), "prune-from", pattern);
  }

  private String name(int frame) {
    int location = profile.frameLocation(frame);
    if (location == Profile.NONE) {
      return profile.frames().get(frame).function();
    }
    if (isNameless(frame)) {
      return "";
    }
    int function = profile.code().locations().function(location, profile.frameCall(frame));
    return profile.code().functions().get(function).name();
  }

  private void mergeInlined() {
    for (int[] group : groups) {
      boolean outer = false;
      for (int call = group.length - 1; call >= 0; call--) {
        if (outer) {
          kept.clear(group[call]);
        }
        outer |= kept.get(group[call]);
      }
    }
  }

  private void tellUnlessMatched(boolean matched, String name, BoundedPattern pattern) {
    if (!matched) {
      unmatched.add("--" + name + " '" + pattern + "' finds nothing");
    }
  }
}
