package hone.profile;

import java.util.List;

/// The program a profile is of, as far as the format tells: addresses and what stands there.
///
/// Locations that no sample has may be among them.
public record Code(List<Mapping> mappings, List<Function> functions, LocationTable locations) {

  /// What a function is called of which nothing is known.
  public static final String UNKNOWN_FUNCTION = "<unknown>";

  /// Of formats that tell nothing but frames.
  public static final Code NONE = new Code(List.of(), List.of(), List.of());

  public Code {
    mappings = List.copyOf(mappings);
    functions = List.copyOf(functions);
    for (int location = 0; location < locations.size(); location++) {
      int mapping = locations.mapping(location);
      if (mapping < Profile.NONE || mapping >= mappings.size()) {
        throw new IllegalArgumentException("no such mapping: " + mapping);
      }
      for (int call = 0; call < locations.callCount(location); call++) {
        int function = locations.function(location, call);
        if (function < 0 || function >= functions.size()) {
          throw new IllegalArgumentException("no such function: " + function);
        }
      }
    }
  }

  public Code(List<Mapping> mappings, List<Function> functions, List<Location> locations) {
    this(mappings, functions, LocationTable.of(locations));
  }

  /// The same with other locations.
  public Code with(List<Location> others) {
    return new Code(mappings, functions, others);
  }

  /// The frame that one call of a location is.
  ///
  /// @param call 0 for the innermost; of a location without calls too
  public Frame frame(int location, int call) {
    if (locations.callCount(location) == 0) {
      return Frame.named(unnamed(location));
    }
    Function function = functions.get(locations.function(location, call));
    String name = function.isNamed() ? function.shownName() : unnamed(location);
    // Some profilers write -1 where they know no line.
    int line = (int) Math.max(0, locations.line(location, call));
    return new Frame(name, function.file(), line);
  }

  /// The place in [#functions] of what is called there, or [Profile#NONE] where that is not known.
  int function(int location, int call) {
    return call == 0 && locations.callCount(location) == 0
        ? Profile.NONE
        : locations.function(location, call);
  }

  private String unnamed(int location) {
    int mapping = locations.mapping(location);
    return mapping == Profile.NONE ? UNKNOWN_FUNCTION : mappings.get(mapping).shortName();
  }
}
