package hone.format.heapsnapshot;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Objects as stacks of constructors, from the root of the tree of dominators down.
///
/// A run of the same constructor is one frame: neither what objects have themselves nor what they
/// retain changes by it, and a linked list is no deep stack.
final class Retained {

  private final String input;
  private final Limits limits;
  private final Graph graph;
  private final ProfileBuilder builder =
      new ProfileBuilder(
          List.of(
              new ValueType("inuse_objects", Unit.COUNT),
              new ValueType("inuse_space", Unit.BYTES)));
  private final Map<Integer, Integer> frames = new HashMap<>();
  private int[] frameOf = new int[1024];
  private int[] depthOf = new int[1024];
  private long truncated;

  Retained(String input, Limits limits, Graph graph) {
    this.input = input;
    this.limits = limits;
    this.graph = graph;
  }

  /// Adds every object but the root, which only holds.
  ///
  /// @param order      all objects, each after its dominator
  /// @param dominators of each object
  void add(int[] order, int[] dominators) throws FormatException {
    int[] stacks = new int[order.length];
    for (int node : order) {
      stacks[node] = node == 0 ? Profile.NONE : stack(node, stacks[dominators[node]]);
    }
    long[] objects = new long[builder.stackCount()];
    long[] bytes = new long[builder.stackCount()];
    for (int node = 1; node < stacks.length; node++) {
      objects[stacks[node]]++;
      bytes[stacks[node]] = sum(bytes[stacks[node]], graph.size(node));
    }
    for (int stack = 0; stack < objects.length; stack++) {
      if (objects[stack] > 0) {
        builder.sample(stack, objects[stack], bytes[stack]);
      }
    }
  }

  ProfileBuilder builder() {
    return builder;
  }

  Recording recording() {
    return Recording.of("heapsnapshot").missing(0, truncated);
  }

  private int stack(int node, int holder) throws FormatException {
    int frame = frames.computeIfAbsent(graph.constructorKey(node), _ -> frame(node));
    if (holder != Profile.NONE && frameOf[holder] == frame) {
      return holder;
    }
    int depth = holder == Profile.NONE ? 1 : depthOf[holder] + 1;
    if (depth > limits.depth()) {
      truncated++;
      return holder;
    }
    int stack = builder.stack(frame, holder);
    limits.checkCount(input, "stacks", stack);
    if (stack == frameOf.length) {
      frameOf = Arrays.copyOf(frameOf, stack * 2);
      depthOf = Arrays.copyOf(depthOf, stack * 2);
    }
    frameOf[stack] = frame;
    depthOf[stack] = depth;
    return stack;
  }

  private int frame(int node) {
    return builder.frame(Frame.named(graph.constructor(node)));
  }

  private long sum(long one, long other) throws FormatException {
    try {
      return Math.addExact(one, other);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "sizes sum to more than 64 bits hold");
    }
  }
}
