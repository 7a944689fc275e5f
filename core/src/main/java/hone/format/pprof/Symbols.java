package hone.format.pprof;

import hone.input.FormatException;
import hone.profile.Code;
import hone.profile.Frame;
import hone.profile.Function;
import hone.profile.Location;
import hone.profile.Mapping;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The tables of a profile as the program they describe, in the order of the input.
final class Symbols {

  /// The columns of a row, by the numbers of their fields.
  static final int[] MAPPING_FIELDS = {2, 3, 4, 5, 6, 7, 8, 9, 10};

  /// What the fields from 7 on of a mapping are flags of.
  static final List<Mapping.Resolved> RESOLVED =
      List.of(
          Mapping.Resolved.FUNCTIONS,
          Mapping.Resolved.FILES,
          Mapping.Resolved.LINES,
          Mapping.Resolved.INLINED_CALLS);

  static final int[] FUNCTION_FIELDS = {2, 3, 4, 5};

  private final Strings strings;
  private final Table mappings;
  private final Table functions;
  private final Table locations;
  private final int[] mappingNumber;
  private final int[] functionNumber;
  private final int[] locationNumber;
  private final List<Location> known = new ArrayList<>();
  private Code code = Code.NONE;

  Symbols(Strings strings, Table mappings, Table functions, Table locations) {
    this.strings = strings;
    this.mappings = mappings;
    this.functions = functions;
    this.locations = locations;
    mappingNumber = numbers(mappings);
    functionNumber = numbers(functions);
    locationNumber = numbers(locations);
  }

  /// Resolves every row.
  ///
  /// @throws FormatException if a row names a string, function or mapping that there is not
  void resolve() throws FormatException {
    List<Mapping> mapped = new ArrayList<>();
    for (int place : mappings.defined()) {
      mapped.add(mapping(place));
    }
    List<Function> called = new ArrayList<>();
    for (int place : functions.defined()) {
      called.add(function(place));
    }
    for (int place : locations.defined()) {
      known.add(location(place));
    }
    code = new Code(mapped, called, known);
  }

  int locationCount() {
    return locations.size();
  }

  /// The number that the location of a place has in [#code].
  ///
  /// @throws FormatException if it never came
  int number(int location) throws FormatException {
    locations.row(location);
    return locationNumber[location];
  }

  /// The frames of a location, the outermost of the inlined calls first.
  List<Frame> frames(int location) throws FormatException {
    Location found = code.locations().get(number(location));
    List<Frame> frames = new ArrayList<>();
    for (int call = Math.max(0, found.calls().size() - 1); call >= 0; call--) {
      frames.add(code.frame(found, call));
    }
    return frames;
  }

  /// Leaves out the innermost calls of a location, but for so many.
  void keepOutermost(int location, int calls) throws FormatException {
    int number = number(location);
    List<Location.Call> all = known.get(number).calls();
    known.set(number, known.get(number).with(all.subList(all.size() - calls, all.size())));
  }

  /// The program, after all that was left out.
  Code code() {
    return code.with(known);
  }

  private Mapping mapping(int place) throws FormatException {
    long[] row = mappings.row(place);
    Set<Mapping.Resolved> resolved = EnumSet.noneOf(Mapping.Resolved.class);
    for (int flag = 0; flag < RESOLVED.size(); flag++) {
      if (row[5 + flag] != 0) {
        resolved.add(RESOLVED.get(flag));
      }
    }
    return new Mapping(
        mappings.id(place),
        row[0],
        row[1],
        row[2],
        strings.at(row[3]),
        strings.at(row[4]),
        resolved);
  }

  private Function function(int place) throws FormatException {
    long[] row = functions.row(place);
    return new Function(
        functions.id(place), strings.at(row[0]), strings.at(row[1]), strings.at(row[2]), row[3]);
  }

  private Location location(int place) throws FormatException {
    long[] row = locations.row(place);
    List<Location.Call> calls = new ArrayList<>();
    for (int at = Decoder.LOCATION_COLUMNS; at < row.length; at += Decoder.CALL_COLUMNS) {
      functions.row((int) row[at]);
      calls.add(new Location.Call(functionNumber[(int) row[at]], row[at + 1], row[at + 2]));
    }
    if (row[0] >= 0) {
      mappings.row((int) row[0]);
    }
    int mapping = row[0] < 0 ? -1 : mappingNumber[(int) row[0]];
    return new Location(locations.id(place), mapping, row[1], row[2] != 0, calls);
  }

  private static int[] numbers(Table table) {
    int[] numbers = new int[table.size()];
    int[] defined = table.defined();
    for (int number = 0; number < defined.length; number++) {
      numbers[defined[number]] = number;
    }
    return numbers;
  }
}
