package hone.format.pprof;

import hone.input.FormatException;
import hone.profile.Code;
import hone.profile.Frame;
import hone.profile.Function;
import hone.profile.Location;
import hone.profile.LocationTable;
import hone.profile.Mapping;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The tables of a profile as the program they describe, in the order of the input.
final class Symbols {

  /// The last field of a mapping; the columns of its row are the fields from 2 on.
  static final int LAST_MAPPING_FIELD = 10;

  /// What the fields from 7 on of a mapping are flags of.
  static final List<Mapping.Resolved> RESOLVED =
      List.of(
          Mapping.Resolved.FUNCTIONS,
          Mapping.Resolved.FILES,
          Mapping.Resolved.LINES,
          Mapping.Resolved.INLINED_CALLS);

  /// The last field of a function; the columns of its row are the fields from 2 on.
  static final int LAST_FUNCTION_FIELD = 5;

  private final Strings strings;
  private final Table mappings;
  private final Table functions;
  private final Table locations;
  private final int[] mappingNumber;
  private final int[] functionNumber;
  private final int[] locationNumber;
  private Code code = Code.NONE;
  private List<Location> pruned = List.of();

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
    LocationTable.Builder known = new LocationTable.Builder();
    for (int place : locations.defined()) {
      location(place, known);
    }
    code = new Code(mapped, called, known.build());
  }

  int locationCount() {
    return locations.size();
  }

  /// The number that the location of a place has in [#code].
  ///
  /// @throws FormatException if it never came
  int number(int location) throws FormatException {
    locations.require(location);
    return locationNumber[location];
  }

  /// How many frames the location of that number is.
  int frameCount(int number) {
    return Math.max(1, code.locations().callCount(number));
  }

  /// The frames of the location of that number, the outermost of the inlined calls first.
  List<Frame> frames(int number) {
    Frame[] frames = new Frame[frameCount(number)];
    for (int at = 0; at < frames.length; at++) {
      frames[at] = code.frame(number, frames.length - 1 - at);
    }
    return List.of(frames);
  }

  /// Leaves out the innermost calls of the location of that number, but for so many.
  void keepOutermost(int number, int calls) {
    if (pruned.isEmpty()) {
      pruned = new ArrayList<>(code.locations());
    }
    Location whole = pruned.get(number);
    List<Location.Call> all = whole.calls();
    pruned.set(number, whole.with(all.subList(all.size() - calls, all.size())));
  }

  /// The program, after all that was left out.
  Code code() {
    return pruned.isEmpty() ? code : code.with(pruned);
  }

  private Mapping mapping(int place) throws FormatException {
    Set<Mapping.Resolved> resolved = EnumSet.noneOf(Mapping.Resolved.class);
    for (int flag = 0; flag < RESOLVED.size(); flag++) {
      if (mappings.cell(place, 5 + flag) != 0) {
        resolved.add(RESOLVED.get(flag));
      }
    }
    return new Mapping(
        mappings.id(place),
        mappings.cell(place, 0),
        mappings.cell(place, 1),
        mappings.cell(place, 2),
        strings.at(mappings.cell(place, 3)),
        strings.at(mappings.cell(place, 4)),
        resolved);
  }

  private Function function(int place) throws FormatException {
    return new Function(
        functions.id(place),
        strings.at(functions.cell(place, 0)),
        strings.at(functions.cell(place, 1)),
        strings.at(functions.cell(place, 2)),
        functions.cell(place, 3));
  }

  private void location(int place, LocationTable.Builder known) throws FormatException {
    int mapping = (int) locations.cell(place, Locations.MAPPING);
    if (mapping >= 0) {
      mappings.require(mapping);
    }
    known.add(
        locations.id(place),
        mapping < 0 ? -1 : mappingNumber[mapping],
        locations.cell(place, Locations.ADDRESS),
        locations.cell(place, Locations.FOLDED) != 0);
    int width = locations.width(place);
    for (int from = Locations.CALLS; from < width; from += Locations.CALL_COLUMNS) {
      int function = (int) locations.cell(place, from);
      functions.require(function);
      known.call(
          functionNumber[function],
          locations.cell(place, from + 1),
          locations.cell(place, from + 2));
    }
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
