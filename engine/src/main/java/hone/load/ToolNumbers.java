package hone.load;

import hone.input.FormatException;
import hone.live.Latencies;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads numbers of a tool's results, each under its name.
///
/// @param input name of the results, for messages
record ToolNumbers(String input, JsonNode document) {

  private static final double NANOS_PER_MILLI = 1e6;

  /// A count, not negative.
  ///
  /// @param pointer place in the document, as JSON Pointer
  long count(String pointer) throws FormatException {
    JsonNode value = document.at(pointer);
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() < 1e15)) {
      throw new FormatException(input, pointer + " is missing or no count");
    }
    return Math.round(value.doubleValue());
  }

  /// A time in nanoseconds, from one in milliseconds; empty where it is not there.
  Optional<Double> nanos(String pointer) throws FormatException {
    JsonNode value = document.at(pointer);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    double millis = value.doubleValue(-1);
    if (!(millis >= 0 && Double.isFinite(millis))) {
      throw new FormatException(input, pointer + " is no time");
    }
    return Optional.of(millis * NANOS_PER_MILLI);
  }

  /// The same latencies for the class that they all come under.
  static SortedMap<String, Latencies> classes(Optional<String> endpointClass, Latencies all) {
    SortedMap<String, Latencies> classes = new TreeMap<>();
    endpointClass.ifPresent(name -> classes.put(name, all));
    return classes;
  }
}
