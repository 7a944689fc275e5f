package hone.format.pprof;

import hone.input.FormatException;
import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;

/// What the locations of a profile are called.
final class Symbols {

  private static final String UNKNOWN = "<unknown>";

  private final Strings strings;
  private final Table mappings;
  private final Table functions;
  private final Table locations;

  Symbols(Strings strings, Table mappings, Table functions, Table locations) {
    this.strings = strings;
    this.mappings = mappings;
    this.functions = functions;
    this.locations = locations;
  }

  int locationCount() {
    return locations.size();
  }

  /// The frames of a location, the outermost of the inlined calls first.
  List<Frame> frames(int location) throws FormatException {
    long[] row = locations.row(location);
    String mapping = mapping((int) row[0]);
    if (row.length == 1) {
      return List.of(Frame.named(mapping));
    }
    List<Frame> frames = new ArrayList<>();
    for (int at = row.length - 2; at > 0; at -= 2) {
      frames.add(frame(functions.row((int) row[at]), (int) row[at + 1], mapping));
    }
    return frames;
  }

  private Frame frame(long[] function, int line, String mapping) throws FormatException {
    String name = strings.at(function[0]);
    String systemName = strings.at(function[1]);
    String file = strings.at(function[2]);
    String known = name.isBlank() ? systemName : name;
    return new Frame(known.isBlank() ? mapping : known, file, line);
  }

  /// The name pprof gives what has no symbol.
  private String mapping(int place) throws FormatException {
    if (place < 0) {
      return UNKNOWN;
    }
    String file = strings.at(mappings.row(place)[0]);
    return file.isBlank() ? UNKNOWN : "[" + file.substring(file.lastIndexOf('/') + 1) + "]";
  }
}
