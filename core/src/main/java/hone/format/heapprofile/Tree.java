package hone.format.heapprofile;

import hone.format.CallFrame;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.JsonToken;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The tree of calls, each with the bytes allocated there itself, and the samples these come from.
final class Tree {

  private static final ValueType SPACE = new ValueType("inuse_space", Unit.BYTES);
  private static final ValueType SAMPLES = new ValueType("samples", Unit.COUNT);

  private final String input;
  private final Limits limits;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Long, Node> byId = new HashMap<>();
  private final List<long[]> samples = new ArrayList<>();
  private boolean sampled;
  private long dropped;

  /// One call; its caller is a place in the list, -1 at the root.
  private static final class Node {
    private final int caller;
    private CallFrame frame = new CallFrame("", "", 0, 0);
    private long size;
    private long sampledSize;
    private long count;

    Node(int caller) {
      this.caller = caller;
    }
  }

  Tree(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /// Reads `head` without recursion: it may be thousands of levels deep.
  void read(JsonDocument document) throws IOException {
    Deque<Integer> open = new ArrayDeque<>();
    JsonToken token = document.token();
    do {
      switch (token) {
        case START_OBJECT -> {
          Node node = new Node(open.isEmpty() ? -1 : open.element());
          open.push(nodes.size());
          nodes.add(node);
          limits.checkCount(input, "nodes", nodes.size());
          if (open.size() > limits.depth()) {
            throw document.broken("more than " + limits.depth() + " frames on one stack");
          }
        }
        case END_OBJECT -> open.pop();
        case NAME -> readField(document, nodes.get(open.element()));
        case END_ARRAY -> {}
        case START_ARRAY, TEXT, WHOLE_NUMBER, DECIMAL_NUMBER, TRUE, FALSE, NULL ->
            throw document.broken("expected a node");
      }
      token = open.isEmpty() ? JsonToken.END_OBJECT : document.next();
    } while (!open.isEmpty());
  }

  private void readField(JsonDocument document, Node node) throws IOException {
    String field = document.name();
    JsonToken value = document.next();
    switch (field) {
      case "callFrame" -> node.frame = CallFrame.read(document);
      case "selfSize" -> node.size = size(document);
      case "id" -> byId.put(document.number(), node);
      case "children" -> {
        if (value != JsonToken.START_ARRAY) {
          throw document.broken("expected an array of nodes");
        }
      }
      default -> document.skip();
    }
  }

  /// Reads one of `samples`, which may stand before the tree.
  void readSample(JsonDocument document) throws IOException {
    long[] sample = new long[2];
    document.object(field -> {
      switch (field) {
        case "size" -> sample[0] = size(document);
        case "nodeId" -> sample[1] = document.number();
        default -> {
          return false;
        }
      }
      return true;
    });
    sampled = true;
    samples.add(sample);
    limits.checkCount(input, "samples", samples.size());
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  /// The profile of all calls that allocated.
  ///
  /// @param passedOver told of each sample of a call that is not there
  Allocations allocations(Consumer<Diagnostic> passedOver) throws FormatException {
    for (int at = 0; at < samples.size(); at++) {
      count(samples.get(at), at, passedOver);
    }
    ProfileBuilder builder = new ProfileBuilder(sampled ? List.of(SAMPLES, SPACE) : List.of(SPACE));
    int[] stacks = new int[nodes.size()];
    boolean differ = false;
    for (int place = 0; place < stacks.length; place++) {
      Node node = nodes.get(place);
      int caller = node.caller < 0 ? Profile.NONE : stacks[node.caller];
      boolean leftOut = node.caller < 0 && node.frame.function().equals("(root)");
      stacks[place] =
          leftOut ? Profile.NONE : builder.stack(builder.frame(node.frame.at(0)), caller);
      differ |= sampled && node.size != node.sampledSize;
      if (node.size > 0 || node.count > 0) {
        long[] values = sampled ? new long[] {node.count, node.size} : new long[] {node.size};
        builder.sample(stacks[place], values);
      }
    }
    return new Allocations(builder, sampled ? 1 : 0, dropped, differ);
  }

  /// What the tree amounts to.
  ///
  /// @param space   column of the bytes
  /// @param dropped how many samples belong to no call
  /// @param differ  whether the bytes of a call are not those of its samples
  record Allocations(ProfileBuilder builder, int space, long dropped, boolean differ) {}

  private void count(long[] sample, int at, Consumer<Diagnostic> passedOver)
      throws FormatException {
    Node node = byId.get(sample[1]);
    if (node == null) {
      dropped++;
      passedOver.accept(
          new Diagnostic(input, 1, "sample %d: no node has the id %d".formatted(at, sample[1])));
      return;
    }
    node.count++;
    try {
      node.sampledSize = Math.addExact(node.sampledSize, sample[0]);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "sizes of samples sum to more than 64 bits hold");
    }
  }

  private static long size(JsonDocument document) throws FormatException {
    double size = document.decimal();
    if (size < 0 || size >= 0x1p63) {
      throw document.broken("'" + size + "' is no size");
    }
    return Math.round(size);
  }
}
