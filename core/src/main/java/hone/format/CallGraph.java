package hone.format;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Functions and the calls between them, as profilers record that count calls and take no stacks,
/// turned into stacks.
///
/// What a function spent is divided among its callers as the values of their calls are, and so on
/// up. Flat values are exact by that; cumulative ones are, too, as far as no functions call each
/// other in a circle. Which path of several a cost belongs to is not in such a profile: paths
/// of more than one call are the likely ones, not observed ones.
public final class CallGraph {

  private static final int MOST_PATHS = 500_000;

  /// Paths that carry less than this share of the whole are cut.
  private static final double SMALLEST_SHARE = 1e-6;

  private final String input;
  private final Limits limits;
  private final int types;
  private final List<Frame> frames = new ArrayList<>();
  private final List<long[]> own = new ArrayList<>();
  private final List<double[]> entered = new ArrayList<>();
  private final List<Map<Integer, double[]>> calls = new ArrayList<>();
  private int callCount;

  /// A graph without functions.
  ///
  /// @param types how many value types there are
  public CallGraph(String input, Limits limits, int types) {
    this.input = input;
    this.limits = limits;
    this.types = types;
  }

  /// Adds a function; its number is how many there were.
  public int function(Frame frame) throws FormatException {
    limits.checkCount(input, "functions", frames.size() + 1L);
    frames.add(frame);
    own.add(new long[types]);
    entered.add(new double[types]);
    calls.add(new LinkedHashMap<>());
    return frames.size() - 1;
  }

  /// Adds what a function spent itself, in the value type of that place.
  public void spend(int function, int type, long value) throws FormatException {
    try {
      own.get(function)[type] = Math.addExact(own.get(function)[type], value);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "values sum to more than 64 bits hold");
    }
  }

  /// Says that nobody called the function while it spent this, its callees' share included.
  ///
  /// @param weights one per value type
  public void enter(int function, double... weights) {
    add(entered.get(function), weights);
  }

  /// Adds calls of one function by another, and what was spent in them, callees' share included.
  ///
  /// @param weights one per value type
  public void call(int caller, int callee, double... weights) throws FormatException {
    Map<Integer, double[]> known = calls.get(caller);
    double[] sums = known.computeIfAbsent(callee, _ -> new double[types]);
    add(sums, weights);
    callCount++;
    limits.checkCount(input, "calls", callCount);
  }

  /// Adds the stacks to a profile of the same value types.
  ///
  /// @return what a reader of the numbers should know, each a sentence
  public List<String> addTo(ProfileBuilder builder) throws FormatException {
    Expansion expansion = new Expansion(builder);
    for (int function : expansion.order.callersFirst()) {
      expansion.expand(function);
    }
    return expansion.warnings();
  }

  /// Circles are closed by the cheapest of their calls, as far as going down the costly ones first
  /// can see to it.
  private static int[] costliestFirst(Map<Integer, double[]> callees) {
    return callees.entrySet().stream()
        .sorted(Comparator.comparingDouble(each -> -Arrays.stream(each.getValue()).sum()))
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static void add(double[] sums, double[] values) {
    for (int type = 0; type < sums.length; type++) {
      sums[type] += values[type];
    }
  }

  /// A path that leads to a function, and which share of the function's cost took it.
  private static final class Path {

    private final int caller;
    private final int depth;
    private final double[] shares;

    Path(int caller, int depth, double[] shares) {
      this.caller = caller;
      this.depth = depth;
      this.shares = shares;
    }
  }

  /// The paths found so far.
  private final class Expansion {

    private final ProfileBuilder builder;
    private final CallOrder order;
    private final double[][] weightInto = new double[frames.size()][types];
    private final List<List<Path>> paths = new ArrayList<>();
    private int pathCount;
    private int cutCount;

    Expansion(ProfileBuilder builder) {
      this.builder = builder;
      int[][] callees = calls.stream().map(CallGraph::costliestFirst).toArray(int[][]::new);
      order = new CallOrder(callees, mostEnteredFirst());
      for (int function = 0; function < frames.size(); function++) {
        paths.add(new ArrayList<>());
        add(weightInto[function], entered.get(function));
      }
      for (int function = 0; function < frames.size(); function++) {
        int caller = function;
        calls
            .get(function)
            .forEach((callee, weights) -> {
              if (order.leadsDown(caller, callee)) {
                add(weightInto[callee], weights);
              }
            });
      }
    }

    private int[] mostEnteredFirst() {
      return IntStream.range(0, frames.size())
          .boxed()
          .sorted(
              Comparator.comparingDouble(function -> -Arrays.stream(entered.get(function)).sum()))
          .mapToInt(Integer::intValue)
          .toArray();
    }

    /// Spends what the function spent on the paths to it, and leads these on to its callees.
    void expand(int function) throws FormatException {
      double[] rest = new double[types];
      Arrays.fill(rest, 1);
      List<Path> taken = paths.set(function, List.of());
      int frame = builder.frame(frames.get(function));
      long[] spent = new long[types];
      double[] shared = new double[types];
      for (Path path : taken) {
        for (int type = 0; type < types; type++) {
          rest[type] -= path.shares[type];
        }
        take(function, frame, path, spent, shared);
      }
      if (Arrays.stream(rest).anyMatch(share -> share > SMALLEST_SHARE) || taken.isEmpty()) {
        take(function, frame, new Path(Profile.NONE, 0, clamped(rest)), spent, shared);
      }
      long[] left = new long[types];
      for (int type = 0; type < types; type++) {
        left[type] = own.get(function)[type] - spent[type];
      }
      sample(frame, taken.isEmpty() ? Profile.NONE : taken.getLast().caller, left);
    }

    private void take(int function, int frame, Path path, long[] spent, double[] shared)
        throws FormatException {
      long[] values = new long[types];
      for (int type = 0; type < types; type++) {
        shared[type] += path.shares[type];
        long upTo = Math.round(own.get(function)[type] * Math.min(1, shared[type]));
        values[type] = upTo - spent[type];
        spent[type] = upTo;
      }
      sample(frame, path.caller, values);
      int stack = builder.stack(frame, path.caller);
      calls
          .get(function)
          .forEach((callee, weights) -> {
            if (order.leadsDown(function, callee)) {
              lead(callee, weights, stack, path);
            }
          });
    }

    private void lead(int callee, double[] weights, int stack, Path path) {
      double[] shares = new double[types];
      double largest = 0;
      for (int type = 0; type < types; type++) {
        double into = weightInto[callee][type];
        shares[type] = into > 0 ? path.shares[type] * weights[type] / into : 0;
        largest = Math.max(largest, shares[type]);
      }
      if (largest < SMALLEST_SHARE || pathCount >= MOST_PATHS || path.depth + 2 > limits.depth()) {
        cutCount++;
        return;
      }
      pathCount++;
      paths.get(callee).add(new Path(stack, path.depth + 1, shares));
    }

    private void sample(int frame, int caller, long[] values) throws FormatException {
      if (Arrays.stream(values).anyMatch(value -> value != 0)) {
        limits.checkCount(input, "samples", builder.sampleCount() + 1L);
        builder.sample(builder.stack(frame, caller), values);
      }
    }

    private List<String> warnings() {
      List<String> warnings = new ArrayList<>();
      warnings.add("calls were recorded, not stacks: paths of more than one call are likely ones");
      if (order.circleCount() > 0) {
        warnings.add(
            "%d calls close a circle of functions: cumulative values in it are estimates"
                .formatted(order.circleCount()));
      }
      if (cutCount > 0) {
        warnings.add("%d rare paths begin at a function in their middle".formatted(cutCount));
      }
      return warnings;
    }

    private static double[] clamped(double[] shares) {
      return Arrays.stream(shares).map(share -> Math.clamp(share, 0, 1)).toArray();
    }
  }
}
