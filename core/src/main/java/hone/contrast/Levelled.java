package hone.contrast;

import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Profiles of two sides that know as much as one another of what the compiler inlined.
///
/// Where one side's profiler takes no notice of inlined calls, those of the other side that the
/// first has under no name are counted for the function they were inlined into.
///
/// @param folded how many functions were
record Levelled(List<Member> base, List<Member> other, int folded) {

  static Levelled of(List<Member> base, List<Member> other) {
    boolean before = base.stream().anyMatch(Levelled::expands);
    boolean after = other.stream().anyMatch(Levelled::expands);
    if (before == after) {
      return new Levelled(base, other, 0);
    }
    Set<String> folded = new HashSet<>();
    return before
        ? new Levelled(fold(base, names(other), folded), other, folded.size())
        : new Levelled(base, fold(other, names(base), folded), folded.size());
  }

  private static boolean expands(Member member) {
    Profile profile = member.left();
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      if (!profile.isOutermostCall(frame)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> names(List<Member> side) {
    Set<String> names = new HashSet<>();
    for (Member member : side) {
      member.left().frames().forEach(frame -> names.add(PlainName.of(frame.function())));
    }
    return names;
  }

  private static List<Member> fold(List<Member> side, Set<String> known, Set<String> folded) {
    return side.stream()
        .map(member ->
            new Member(
                member.name(),
                member.whole(),
                folded(member.left(), known, folded),
                member.type(),
                member.work()))
        .toList();
  }

  private static Profile folded(Profile profile, Set<String> known, Set<String> folded) {
    boolean[] goes = new boolean[profile.frames().size()];
    for (int frame = 0; frame < goes.length; frame++) {
      String name = PlainName.of(profile.frames().get(frame).function());
      goes[frame] = !profile.isOutermostCall(frame) && !known.contains(name);
      if (goes[frame]) {
        folded.add(name);
      }
    }
    return without(profile, frame -> goes[frame]);
  }

  private static Profile without(Profile profile, IntPredicate goes) {
    ProfileBuilder builder = new ProfileBuilder(profile.types());
    int[] stacks = new int[profile.stackCount()];
    for (int stack = 0; stack < stacks.length; stack++) {
      int caller = profile.stackCaller(stack);
      int above = caller == Profile.NONE ? Profile.NONE : stacks[caller];
      int frame = profile.stackFrame(stack);
      stacks[stack] =
          goes.test(frame)
              ? above
              : builder.stack(builder.frame(profile.frames().get(frame)), above);
    }
    long[] amounts = new long[profile.types().size()];
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      for (int type = 0; type < amounts.length; type++) {
        amounts[type] = profile.value(type, sample);
      }
      int stack = profile.sampleStack(sample);
      builder.sample(stack == Profile.NONE ? Profile.NONE : stacks[stack], amounts);
    }
    return builder.build(profile.recording(), profile.defaultType());
  }
}
