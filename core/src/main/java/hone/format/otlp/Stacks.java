package hone.format.otlp;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.StackTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stacks of one dictionary as stacks of the profile, each made when a sample first asks for it.
final class Stacks {

  private final String input;
  private final Limits limits;
  private final Dictionary dictionary;
  private final ProfileBuilder builder;
  private final StackTable locations = new StackTable();
  private int[] built = new int[1024];
  private int[] depths = new int[1024];
  private long expanded;
  private final Map<Integer, int[]> frames = new HashMap<>();
  private final Map<Long, Integer> known = new HashMap<>();

  Stacks(String input, Limits limits, Dictionary dictionary, ProfileBuilder builder) {
    this.input = input;
    this.limits = limits;
    this.dictionary = dictionary;
    this.builder = builder;
  }

  /// The stack of the profile for a row of the dictionary; row 0 is the empty one.
  int at(long row) throws FormatException, Rejection {
    Integer before = known.get(row);
    if (before != null) {
      return before;
    }
    List<Integer> path = dictionary.locations(row, limits.depth());
    int node = Profile.NONE;
    for (int location : path.reversed()) {
      node = node(location, node);
    }
    int stack = node == Profile.NONE ? Profile.NONE : built[node];
    known.put(row, stack);
    return stack;
  }

  private int node(int location, int caller) throws FormatException, Rejection {
    int[] calls = frames(location);
    int depth = (caller == Profile.NONE ? 0 : depths[caller]) + calls.length;
    if (depth > limits.depth()) {
      throw new Rejection("more than " + limits.depth() + " frames on one stack");
    }
    int size = locations.size();
    int node = locations.node(location, caller);
    if (node < size) {
      return node;
    }
    if (node == built.length) {
      built = Arrays.copyOf(built, node * 2);
      depths = Arrays.copyOf(depths, node * 2);
    }
    int stack = caller == Profile.NONE ? Profile.NONE : built[caller];
    for (int frame : calls) {
      stack = builder.stack(frame, stack);
    }
    expanded += calls.length;
    limits.checkCount(input, "stacks", builder.stackCount());
    limits.checkInlined(input, locations.size(), expanded);
    built[node] = stack;
    depths[node] = depth;
    return node;
  }

  private int[] frames(int location) throws FormatException, Rejection {
    int[] before = frames.get(location);
    if (before != null) {
      return before;
    }
    List<Frame> calls = dictionary.frames(location);
    int[] numbers = new int[calls.size()];
    for (int call = 0; call < numbers.length; call++) {
      numbers[call] = builder.frame(calls.get(call));
    }
    frames.put(location, numbers);
    return numbers;
  }
}
