package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.StackTable;

/// Turns stacks of locations into stacks of frames: inlined calls expanded, pruned ones left out.
///
/// Works on the table of stacks, callers first, so each distinct stack is expanded once however
/// many samples share it.
final class Expansion {

  private final String input;
  private final Limits limits;
  private final Symbols symbols;
  private final Pruning pruning;
  private final int[] firstFrame;
  private final int[] frameCount;
  private final int[] matchedAt;

  Expansion(String input, Limits limits, Symbols symbols, Pruning pruning) {
    this.input = input;
    this.limits = limits;
    this.symbols = symbols;
    this.pruning = pruning;
    firstFrame = new int[symbols.locationCount()];
    frameCount = new int[firstFrame.length];
    matchedAt = new int[firstFrame.length];
  }

  /// For each stack of locations the stack of frames in `builder`.
  int[] stacks(Samples samples, ProfileBuilder builder) throws FormatException {
    StackTable table = samples.stacks();
    int[] stacks = new int[table.size()];
    int[] depths = new int[table.size()];
    boolean[] ended = new boolean[table.size()];
    boolean[] underUserFrame = new boolean[table.size()];
    for (int node = 0; node < stacks.length; node++) {
      int caller = table.caller(node);
      boolean root = caller == Profile.NONE;
      int stack = root ? Profile.NONE : stacks[caller];
      int depth = root ? 0 : depths[caller];
      boolean user = !root && underUserFrame[caller];
      ended[node] = !root && ended[caller];
      if (!ended[node]) {
        int location = table.leaf(node);
        meet(location, builder);
        int matched = matchedAt[location];
        boolean prunes = matched >= 0;
        ended[node] = prunes && user;
        user |= !prunes;
        int kept = keptFrames(frameCount[location], matched, ended[node]);
        depth += kept;
        for (int frame = firstFrame[location]; frame < firstFrame[location] + kept; frame++) {
          // Frames are of one location each, so what is not pruned cannot come twice.
          stack =
              pruning.isDeclared() ? builder.stack(frame, stack) : builder.newStack(frame, stack);
        }
      }
      stacks[node] = stack;
      depths[node] = depth;
      underUserFrame[node] = user;
      check(depth, builder);
      limits.checkInlined(input, node + 1L, builder.stackCount());
    }
    return stacks;
  }

  /// A location that matches whole stays where no frame of the program is above it: pprof does not
  /// prune a stack to nothing.
  private static int keptFrames(int frames, int matched, boolean ends) {
    if (matched > 0) {
      return matched;
    }
    return matched == 0 && ends ? 0 : frames;
  }

  private void check(int depth, ProfileBuilder builder) throws FormatException {
    if (depth > limits.depth()) {
      throw new FormatException(input, "more than " + limits.depth() + " frames on one stack");
    }
    limits.checkCount(input, "stacks", builder.stackCount());
  }

  /// Numbers the frames of a location, which follow each other.
  private void meet(int location, ProfileBuilder builder) throws FormatException {
    if (frameCount[location] > 0) {
      return;
    }
    int number = symbols.number(location);
    int matched = pruning.isDeclared() ? pruning.matchedAt(symbols.frames(number)) : -1;
    int calls = matched > 0 ? matched : symbols.frameCount(number);
    if (matched > 0) {
      symbols.keepOutermost(number, calls);
    }
    firstFrame[location] = builder.frame(number, calls - 1);
    for (int call = calls - 2; call >= 0; call--) {
      builder.frame(number, call);
    }
    frameCount[location] = calls;
    matchedAt[location] = matched;
  }
}
