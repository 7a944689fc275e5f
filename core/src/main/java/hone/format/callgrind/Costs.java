package hone.format.callgrind;

import hone.format.CallGraph;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What each function spent, by event, and in which calls.
final class Costs {

  /// Xdebug's `Time_(10ns)`: a name, and how much of which unit one is.
  private static final Pattern EVENT =
      Pattern.compile("(?<name>[^()]+?)_?\\((?<factor>\\d{0,9})(?<unit>[a-zµ]{1,12})\\)");

  private final String input;
  private final Limits limits;
  private final List<ValueType> types = new ArrayList<>();
  private final List<Long> factors = new ArrayList<>();
  private final Map<Function, Integer> numbers = new HashMap<>();
  private final List<Function> functions = new ArrayList<>();
  private final List<long[]> own = new ArrayList<>();
  private final List<int[]> costliestLine = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  /// A function of an object file.
  record Function(String object, String file, String name) implements Comparable<Function> {

    private static final Comparator<Function> ORDER =
        Comparator.comparing(Function::name)
            .thenComparing(Function::file)
            .thenComparing(Function::object);

    /// For the reason [hone.profile.Frame#compareTo] gives.
    @Override
    public int compareTo(Function other) {
      return ORDER.compare(this, other);
    }
  }

  /// Calls of one function by another.
  private static final class Call {

    private final int caller;
    private final int callee;
    private final long[] costs;

    Call(int caller, int callee, long[] costs) {
      this.caller = caller;
      this.callee = callee;
      this.costs = costs;
    }
  }

  Costs(String input, Limits limits, List<String> events) {
    this.input = input;
    this.limits = limits;
    for (String event : events) {
      Matcher matcher = EVENT.matcher(event);
      BaseUnit unit = matcher.matches() ? BaseUnit.of(matcher.group("unit")) : BaseUnit.of("");
      String factor = matcher.matches() ? matcher.group("factor") : "";
      types.add(new ValueType(matcher.matches() ? matcher.group("name") : event, unit.unit()));
      factors.add(unit.factor() * (factor.isEmpty() ? 1 : Math.max(1, Long.parseLong(factor))));
    }
  }

  List<ValueType> types() {
    return List.copyOf(types);
  }

  /// What all functions spent of the first event.
  long firstTotal() {
    return own.stream().mapToLong(spent -> spent[0]).sum();
  }

  int number(Function function) throws FormatException {
    Integer known = numbers.get(function);
    if (known != null) {
      return known;
    }
    limits.checkCount(input, "functions", functions.size() + 1L);
    numbers.put(function, functions.size());
    functions.add(function);
    own.add(new long[types.size()]);
    costliestLine.add(new int[] {0, -1});
    return functions.size() - 1;
  }

  /// Adds what a function spent itself at a line, which is 0 where it is none of the function's file.
  void spend(int function, int line, long[] costs) throws FormatException {
    add(own.get(function), scaled(costs));
    int[] costliest = costliestLine.get(function);
    int cost = (int) Math.min(Integer.MAX_VALUE, costs.length == 0 ? 0 : costs[0]);
    if (line > 0 && cost > costliest[1]) {
      costliest[0] = line;
      costliest[1] = cost;
    }
  }

  void call(int caller, int callee, long[] costs) throws FormatException {
    limits.checkCount(input, "calls", calls.size() + 1L);
    calls.add(new Call(caller, callee, scaled(costs)));
  }

  CallGraph graph() throws FormatException {
    CallGraph graph = new CallGraph(input, limits, types.size());
    double[][] entered = new double[functions.size()][types.size()];
    for (int function = 0; function < functions.size(); function++) {
      Function named = functions.get(function);
      graph.function(new Frame(named.name, named.file, costliestLine.get(function)[0]));
      for (int type = 0; type < types.size(); type++) {
        graph.spend(function, type, own.get(function)[type]);
        entered[function][type] = own.get(function)[type];
      }
    }
    boolean[] called = new boolean[functions.size()];
    for (Call call : calls) {
      double[] weights = new double[types.size()];
      for (int type = 0; type < weights.length; type++) {
        weights[type] = call.costs[type];
        if (call.caller != call.callee) {
          entered[call.caller][type] += weights[type];
          entered[call.callee][type] -= weights[type];
        }
      }
      called[call.callee] |= call.caller != call.callee;
      graph.call(call.caller, call.callee, weights);
    }
    for (int function = 0; function < functions.size(); function++) {
      for (int type = 0; type < types.size(); type++) {
        entered[function][type] = Math.max(called[function] ? 0 : 1, entered[function][type]);
      }
      graph.enter(function, entered[function]);
    }
    return graph;
  }

  private long[] scaled(long[] costs) throws FormatException {
    long[] scaled = new long[types.size()];
    for (int type = 0; type < Math.min(costs.length, scaled.length); type++) {
      if (costs[type] < 0) {
        throw new FormatException(input, "cost '" + costs[type] + "' is negative");
      }
      try {
        scaled[type] = Math.multiplyExact(costs[type], factors.get(type));
      } catch (ArithmeticException overflow) {
        throw new FormatException(input, "cost '" + costs[type] + "' does not fit 64 bits");
      }
    }
    return scaled;
  }

  private void add(long[] sums, long[] values) throws FormatException {
    for (int type = 0; type < sums.length; type++) {
      try {
        sums[type] = Math.addExact(sums[type], values[type]);
      } catch (ArithmeticException overflow) {
        throw new FormatException(input, "values sum to more than 64 bits hold");
      }
    }
  }
}
