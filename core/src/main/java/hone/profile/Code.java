package hone.profile;

import java.util.List;

/// The program a profile is of, as far as the format tells: addresses and what stands there.
///
/// Locations that no sample has may be among them.
public record Code(List<Mapping> mappings, List<Function> functions, List<Location> locations) {

  /// What a function is called of which nothing is known.
  public static final String UNKNOWN_FUNCTION = "<unknown>";

  /// Of formats that tell nothing but frames.
  public static final Code NONE = new Code(List.of(), List.of(), List.of());

  public Code {
    mappings = List.copyOf(mappings);
    functions = List.copyOf(functions);
    locations = List.copyOf(locations);
    for (Location location : locations) {
      if (location.mapping() < Profile.NONE || location.mapping() >= mappings.size()) {
        throw new IllegalArgumentException("no such mapping: " + location.mapping());
      }
      for (Location.Call call : location.calls()) {
        if (call.function() < 0 || call.function() >= functions.size()) {
          throw new IllegalArgumentException("no such function: " + call.function());
        }
      }
    }
  }

  /// The same with other locations.
  public Code with(List<Location> others) {
    return new Code(mappings, functions, others);
  }

  /// The frame that one call of a location is.
  ///
  /// @param call 0 for the innermost; of a location without calls too
  public Frame frame(Location location, int call) {
    if (location.calls().isEmpty()) {
      return Frame.named(unnamed(location));
    }
    Location.Call made = location.calls().get(call);
    Function function = functions.get(made.function());
    String known = function.name().isBlank() ? function.systemName() : function.name();
    // Some profilers write -1 where they know no line.
    int line = (int) Math.max(0, made.line());
    return new Frame(known.isBlank() ? unnamed(location) : known, function.file(), line);
  }

  private String unnamed(Location location) {
    return location.mapping() == Profile.NONE
        ? UNKNOWN_FUNCTION
        : mappings.get(location.mapping()).shortName();
  }
}
