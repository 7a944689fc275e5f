package hone.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What makes a row of a table different from the others; what does not is blank.
///
/// @param address  in the program's memory, or 0
/// @param function name, or empty
/// @param file     source path as the profiler gave it, or empty
/// @param line     1-based line in `file`, or 0
public record Place(long address, String function, String file, int line)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::function)
          .thenComparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingLong(Place::address);

  /// Written out for the reason [Frame#equals] is.
  @Override
  public boolean equals(Object other) {
    return other instanceof Place place
        && address == place.address
        && line == place.line
        && function.equals(place.function)
        && file.equals(place.file);
  }

  @Override
  public int hashCode() {
    return ((function.hashCode() * 31 + file.hashCode()) * 31 + line) * 31 + Long.hashCode(address);
  }

  /// By function, file, line and address, for the reason [Frame#compareTo] is.
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /// The place under the name that pprof prints.
  public String text() {
    if (address == 0 && line == 0 && file.isEmpty()) {
      return function;
    }
    List<String> parts = new ArrayList<>();
    if (address != 0) {
      parts.add(String.format(Locale.ROOT, "%016x", address));
    }
    if (!function.isEmpty()) {
      parts.add(function);
    }
    if (line != 0) {
      parts.add(file + ":" + line);
    } else if (!file.isEmpty()) {
      parts.add(file);
    }
    return String.join(" ", parts);
  }
}
