package hone.format.pproftext;

import hone.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What addresses are called: by a table of names behind the samples, else by the object that is
/// mapped there, as pprof shows what has no symbol.
final class Names {

  static final String UNKNOWN = "<unknown>";

  private static final int LONGEST = 4096;
  private static final Pattern SYMBOL = Pattern.compile(" *(?<address>0x[0-9a-fA-F]+) (?<name>.+)");
  private static final Pattern PLACED =
      Pattern.compile("(?<name>\\S.*) \\((?<file>[^():]+)(?::(?<line>\\d{1,9}))?\\)");
  private static final Pattern MAPPING =
      Pattern.compile(
          "(?<from>[0-9a-f]{1,16})-(?<to>[0-9a-f]{1,16}):?"
              + "(?: +[-rwxps]{4} +[0-9a-f]+ +\\S+ +\\d+)?(?: +(?<file>\\S.*))?");

  private final Map<Long, Frame> symbols = new HashMap<>();
  private final TreeMap<Long, Mapping> mappings = new TreeMap<>(Long::compareUnsigned);

  /// Takes a line that is no sample, where it names addresses.
  boolean take(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    Matcher symbol = SYMBOL.matcher(line);
    if (symbol.matches()) {
      Optional<Long> address = SampleLine.address(symbol.group("address"));
      address.ifPresent(at -> symbols.put(at, frame(symbol.group("name").strip())));
      return address.isPresent();
    }
    Matcher mapping = MAPPING.matcher(line.strip());
    if (mapping.matches()) {
      long from = Long.parseUnsignedLong(mapping.group("from"), 16);
      long to = Long.parseUnsignedLong(mapping.group("to"), 16);
      String file = mapping.group("file");
      mappings.put(from, new Mapping(to, file == null ? "" : file));
      return true;
    }
    return false;
  }

  Frame of(long address) {
    Frame known = symbols.get(address);
    if (known != null) {
      return known;
    }
    Map.Entry<Long, Mapping> below = mappings.floorEntry(address);
    if (below == null
        || Long.compareUnsigned(address, below.getValue().to) >= 0
        || below.getValue().file.isBlank()) {
      return Frame.named(UNKNOWN);
    }
    String file = below.getValue().file;
    return Frame.named(
        file.startsWith("[") ? file : "[" + file.substring(file.lastIndexOf('/') + 1) + "]");
  }

  /// Frames of a `#` line's columns: address, function and offset, place.
  static Optional<Frame> commented(List<String> columns) {
    if (columns.size() < 3) {
      return Optional.empty();
    }
    String function = columns.get(2);
    int plus = function.lastIndexOf("+0x");
    String name = plus > 0 ? function.substring(0, plus) : function;
    if (name.isBlank()) {
      return Optional.empty();
    }
    String place = columns.getLast();
    int colon = place.lastIndexOf(':');
    boolean placed =
        columns.size() > 3 && colon > 0 && place.substring(colon + 1).matches("\\d{1,9}");
    return Optional.of(
        placed
            ? new Frame(
                name, place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)))
            : Frame.named(name));
  }

  private static Frame frame(String name) {
    Matcher placed = PLACED.matcher(name);
    if (!placed.matches()) {
      return Frame.named(name.isBlank() ? UNKNOWN : name);
    }
    String line = placed.group("line");
    return new Frame(
        placed.group("name"), placed.group("file"), line == null ? 0 : Integer.parseInt(line));
  }

  /// An object in memory, up to an address.
  private record Mapping(long to, String file) {}
}
