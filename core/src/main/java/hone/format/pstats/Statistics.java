package hone.format.pstats;

import hone.format.CallGraph;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table of a dump: for each function its calls and times, and the same by caller.
final class Statistics {

  private static final int CALLS = 0;
  private static final int TIME = 1;
  private static final int TYPES = 2;
  private static final double NANOS = 1e9;
  private static final Marshal.Value UNKNOWN = new Marshal.Whole(-1);
  private static final String BUILTIN = "~";

  /// Below this a difference of times is one of rounding: as many nanoseconds a caller.
  private static final double ROUNDING_NANOS = 1000;

  private final String input;
  private final CallGraph graph;
  private final Map<Frame, Integer> numbers = new HashMap<>();

  Statistics(String input, Limits limits) {
    this.input = input;
    graph = new CallGraph(input, limits, TYPES);
  }

  CallGraph graph(Marshal.Dict statistics) throws FormatException {
    for (int entry = 0; entry < statistics.keys().size(); entry++) {
      function(number(statistics.keys().get(entry)), tuple(statistics.values().get(entry), 5));
    }
    return graph;
  }

  /// Primitive calls, calls, own seconds, seconds with callees, callers.
  private void function(int function, List<Marshal.Value> fields) throws FormatException {
    graph.spend(function, CALLS, calls(fields.get(1)));
    graph.spend(function, TIME, nanos(fields.get(2)));
    if (!(fields.get(4) instanceof Marshal.Dict callers)) {
      throw broken("callers are no dict");
    }
    double nanosPerCall = nanosPerCall(function, fields, callers);
    double called = 0;
    for (int entry = 0; entry < callers.keys().size(); entry++) {
      int caller = number(callers.keys().get(entry));
      double weight = weight(callers.values().get(entry), nanosPerCall);
      graph.call(caller, function, weight, weight);
      called += caller == function ? 0 : weight;
    }
    double entered = nanos(fields.get(3)) - called;
    if (entered > ROUNDING_NANOS * Math.max(1, callers.keys().size()) || called == 0) {
      graph.enter(function, Math.max(1, entered), Math.max(1, entered));
    }
  }

  /// Time with callees by one caller; `profile` keeps only how often it called.
  private double weight(Marshal.Value caller, double nanosPerCall) throws FormatException {
    return caller instanceof Marshal.Whole calls
        ? Math.max(0, calls.number()) * nanosPerCall
        : nanos(tuple(caller, 4).get(3));
  }

  /// What a call took with callees, in the mean of all that a function did not make itself.
  private double nanosPerCall(int function, List<Marshal.Value> fields, Marshal.Dict callers)
      throws FormatException {
    long calls = calls(fields.get(1));
    for (int entry = 0; entry < callers.keys().size(); entry++) {
      if (callers.values().get(entry) instanceof Marshal.Whole own
          && number(callers.keys().get(entry)) == function) {
        calls -= own.number();
      }
    }
    // A function that took no time was called all the same.
    return Math.max(1, nanos(fields.get(3))) / (double) Math.max(1, calls);
  }

  private int number(Marshal.Value key) throws FormatException {
    List<Marshal.Value> place = tuple(key, 3);
    String file = text(place.get(0));
    String name = text(place.get(2));
    long line = whole(place.get(1));
    Frame frame =
        file.equals(BUILTIN)
            ? Frame.named(braced(name))
            : new Frame(
                name.isBlank() ? "<unknown>" : name, file, (int) Math.min(line, Integer.MAX_VALUE));
    Integer known = numbers.get(frame);
    if (known != null) {
      return known;
    }
    int number = graph.function(frame);
    numbers.put(frame, number);
    return number;
  }

  /// The name of a function that is not Python's, as `pstats` prints it.
  private static String braced(String name) {
    if (name.isBlank()) {
      return "<unknown>";
    }
    return name.length() > 2 && name.startsWith("<") && name.endsWith(">")
        ? "{" + name.substring(1, name.length() - 1) + "}"
        : name;
  }

  private List<Marshal.Value> tuple(Marshal.Value value, int size) throws FormatException {
    if (value instanceof Marshal.Tuple tuple && tuple.values().size() == size) {
      return tuple.values();
    }
    throw broken("expected a tuple of " + size);
  }

  private String text(Marshal.Value value) throws FormatException {
    if (value instanceof Marshal.Text text) {
      return text.text();
    }
    throw broken("expected text");
  }

  private long whole(Marshal.Value value) throws FormatException {
    if (value instanceof Marshal.Whole whole && whole.number() >= 0) {
      return whole.number();
    }
    throw broken("expected a count");
  }

  /// How often a function was called; pyinstrument, which does not know, writes -1.
  private long calls(Marshal.Value value) throws FormatException {
    return value.equals(UNKNOWN) ? 0 : whole(value);
  }

  /// Seconds, which a clock of one's own may count in whole numbers.
  private long nanos(Marshal.Value value) throws FormatException {
    double seconds =
        switch (value) {
          case Marshal.Decimal decimal -> decimal.number();
          case Marshal.Whole whole -> whole.number();
          case Marshal.Text _, Marshal.Tuple _, Marshal.Dict _ -> throw broken("expected seconds");
        };
    if (!(Math.abs(seconds) < Long.MAX_VALUE / NANOS)) {
      throw broken("'" + seconds + "' seconds do not fit 64 bits");
    }
    return Math.round(Math.max(0, seconds) * NANOS);
  }

  private FormatException broken(String message) {
    return new FormatException(input, message);
  }
}
