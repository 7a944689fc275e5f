package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.StackTable;
import java.util.Arrays;
import java.util.List;

/// Turns stacks of locations into stacks of frames: inlined calls expanded, pruned ones left out.
///
/// Works on the table of stacks, callers first, so each distinct stack is expanded once however
/// many samples share it.
final class Expansion {

  private static final int[] NOT_MET = new int[0];

  private final String input;
  private final Limits limits;
  private final Symbols symbols;
  private final Pruning pruning;
  private final int[][] framesOf;
  private final int[] matchedAt;

  Expansion(String input, Limits limits, Symbols symbols, Pruning pruning) {
    this.input = input;
    this.limits = limits;
    this.symbols = symbols;
    this.pruning = pruning;
    framesOf = new int[symbols.locationCount()][];
    Arrays.fill(framesOf, NOT_MET);
    matchedAt = new int[framesOf.length];
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
        int[] frames = frames(table.leaf(node), builder);
        int matched = matchedAt[table.leaf(node)];
        boolean prunes = matched >= 0;
        ended[node] = prunes && user;
        user |= !prunes;
        int kept = keptFrames(frames.length, matched, ended[node]);
        depth += kept;
        for (int at = 0; at < kept; at++) {
          // Frames are of one location each, so what is not pruned cannot come twice.
          stack =
              pruning.isDeclared()
                  ? builder.stack(frames[at], stack)
                  : builder.newStack(frames[at], stack);
        }
      }
      stacks[node] = stack;
      depths[node] = depth;
      underUserFrame[node] = user;
      check(depth, builder);
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

  private int[] frames(int location, ProfileBuilder builder) throws FormatException {
    if (framesOf[location].length == 0) {
      List<Frame> frames = symbols.frames(location);
      int matched = pruning.matchedAt(frames);
      matchedAt[location] = matched;
      int calls = matched > 0 ? matched : frames.size();
      if (matched > 0) {
        symbols.keepOutermost(location, calls);
      }
      int[] numbers = new int[calls];
      for (int at = 0; at < calls; at++) {
        numbers[at] = builder.frame(frames.get(at), symbols.number(location), calls - 1 - at);
      }
      framesOf[location] = numbers;
    }
    return framesOf[location];
  }
}
