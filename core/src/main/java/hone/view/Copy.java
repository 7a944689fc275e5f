package hone.view;

import hone.profile.Profile;
import hone.profile.ProfileBuilder;

/// What does not change where only the samples of a profile do.
final class Copy {

  private Copy() {}

  /// Copies frames, stacks, code and origin; tells the new number of each stack.
  static int[] stacks(Profile profile, ProfileBuilder builder) {
    builder.code(profile.code());
    builder.origin(profile.origin());
    int[] frames = new int[profile.frames().size()];
    for (int frame = 0; frame < frames.length; frame++) {
      int location = profile.frameLocation(frame);
      frames[frame] =
          location == Profile.NONE
              ? builder.frame(profile.frames().get(frame))
              : builder.frame(location, profile.frameCall(frame));
    }
    int[] stacks = new int[profile.stackCount()];
    for (int stack = 0; stack < stacks.length; stack++) {
      int caller = profile.stackCaller(stack);
      stacks[stack] =
          builder.stack(
              frames[profile.stackFrame(stack)],
              caller == Profile.NONE ? Profile.NONE : stacks[caller]);
    }
    return stacks;
  }
}
