package hone.format.chrometrace;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One CPU profile of a trace, put together from its pieces.
final class CpuProfile {

  /// The stack of a node that the trace does not have.
  private static final int UNKNOWN = -2;

  private final String input;
  private final Limits limits;
  private final Map<Long, Chunk.Call> calls = new HashMap<>();
  private final Map<Long, Long> callers = new HashMap<>();
  private final List<Chunk> chunks = new ArrayList<>();
  private double start = Double.NaN;
  private double end = Double.NaN;
  private long sampleCount;
  private long dropped;
  private long truncated;
  private final Set<Long> cutNodes = new HashSet<>();

  CpuProfile(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void add(Chunk chunk) throws FormatException {
    for (Chunk.Call call : chunk.calls()) {
      calls.put(call.id(), call);
      if (call.parent() != Chunk.Call.NO_PARENT) {
        callers.put(call.id(), call.parent());
      }
      for (long callee : call.callees()) {
        callers.putIfAbsent(callee, call.id());
      }
    }
    limits.checkCount(input, "nodes", Math.max(calls.size(), callers.size()));
    sampleCount += chunk.samples().size();
    limits.checkCount(input, "samples", sampleCount);
    if (chunk.samples().size() != chunk.deltas().size()) {
      throw new FormatException(
          input,
          "%d samples of a CPU profile have %d times"
              .formatted(chunk.samples().size(), chunk.deltas().size()));
    }
    start = Double.isNaN(chunk.start()) ? start : chunk.start();
    end = Double.isNaN(chunk.end()) ? end : chunk.end();
    chunks.add(chunk);
  }

  boolean isEmpty() {
    return sampleCount == 0;
  }

  /// How many samples are of nodes that the trace does not have.
  long droppedCount() {
    return dropped;
  }

  /// How many samples have callers that the trace does not have.
  long truncatedCount() {
    return truncated;
  }

  /// Adds its samples, each lasting until the next; the last until the end, where that is known.
  ///
  /// @param origin from when times count, empty where samples get none
  /// @return how long it took, in nanoseconds
  long addTo(ProfileBuilder builder, Consumer<Diagnostic> passedOver, OptionalLong origin)
      throws FormatException {
    Map<Long, Integer> stacks = new HashMap<>();
    double time = Double.isNaN(start) ? 0 : start;
    double latest = time;
    double first = time;
    int pending = UNKNOWN;
    for (Chunk chunk : chunks) {
      boolean lined = chunk.lines().size() == chunk.samples().size();
      for (int at = 0; at < chunk.samples().size(); at++) {
        time += chunk.deltas().get(at);
        double now = Math.max(latest, time);
        sample(builder, pending, latest, now, origin);
        latest = now;
        long node = chunk.samples().get(at);
        pending = stack(builder, stacks, node, lined ? chunk.lines().get(at) : 0);
        truncated += cutNodes.contains(node) ? 1 : 0;
        if (pending == UNKNOWN) {
          dropped++;
          passedOver.accept(
              new Diagnostic(input, 1, "sample of node " + node + ", which is not there"));
        }
      }
    }
    double until = Double.isNaN(end) ? latest : Math.max(latest, end);
    sample(builder, pending, latest, until, origin);
    return Math.max(0, Event.nanos(until) - Event.nanos(first));
  }

  private static void sample(
      ProfileBuilder builder, int stack, double from, double until, OptionalLong origin) {
    if (stack != UNKNOWN) {
      builder.sample(stack, 1, Event.nanos(until) - Event.nanos(from));
      origin.ifPresent(begin -> builder.time(Event.nanos(from) - begin));
    }
  }

  /// When the profile began.
  long startNanos() {
    return Double.isNaN(start) ? 0 : Event.nanos(start);
  }

  /// The stack of a node, with its leaf at that line where it is known.
  private int stack(ProfileBuilder builder, Map<Long, Integer> stacks, long leaf, int line)
      throws FormatException {
    int plain = stack(builder, stacks, leaf);
    Chunk.Call call = calls.get(leaf);
    if (line == 0 || plain < 0 || call == null || call.frame().line() == 0) {
      return plain;
    }
    Long caller = callers.get(leaf);
    int below =
        caller == null ? Profile.NONE : Math.max(Profile.NONE, stack(builder, stacks, caller));
    return builder.stack(builder.frame(call.frame().at(line)), below);
  }

  private int stack(ProfileBuilder builder, Map<Long, Integer> stacks, long leaf)
      throws FormatException {
    List<Long> path = new ArrayList<>();
    Long node = leaf;
    while (node != null && !stacks.containsKey(node)) {
      path.add(node);
      node = callers.get(node);
      if (path.size() > limits.depth()) {
        throw new FormatException(
            input, "more than " + limits.depth() + " frames on one stack, or calls in a circle");
      }
    }
    int stack = node == null ? Profile.NONE : stacks.getOrDefault(node, UNKNOWN);
    for (long each : path.reversed()) {
      if (stack == UNKNOWN || isCut(callers.get(each))) {
        cutNodes.add(each);
      }
      stack = below(builder, each, stack == UNKNOWN ? Profile.NONE : stack);
      stacks.put(each, stack);
    }
    limits.checkCount(input, "stacks", builder.stackCount());
    return stack;
  }

  private boolean isCut(@Nullable Long caller) {
    return caller != null && cutNodes.contains(caller);
  }

  private int below(ProfileBuilder builder, long node, int caller) {
    Chunk.Call call = calls.get(node);
    if (call == null) {
      return UNKNOWN;
    }
    boolean leftOut = !callers.containsKey(node) && call.frame().function().equals("(root)");
    return leftOut ? caller : builder.stack(builder.frame(call.frame().at(0)), caller);
  }
}
