package hone.input;

/// How much of an untrusted input is taken.
///
/// @param unpackedBytes most bytes a packed input may unpack to
/// @param expansion     most times its packed size an input may unpack to, once it is large
/// @param depth         most frames on one stack, and most levels of nesting in a document
/// @param count         most entries of one table: samples, frames, strings
public record Limits(long unpackedBytes, int expansion, int depth, int count) {

  private static final long LARGE_BYTES = 64L << 20;

  /// Every sample has a number of each value type, also where the format writes only one of them.
  private static final int MOST_TYPES = 100;

  /// What any profile met in practice stays well below.
  public static Limits defaults() {
    return new Limits(8L << 30, 250, 10_000, 50_000_000);
  }

  /// Refuses what grew too much.
  ///
  /// @throws FormatException if either limit on unpacked bytes is passed
  public void checkUnpacked(String input, long packed, long unpacked) throws FormatException {
    if (unpacked > unpackedBytes) {
      throw new FormatException(input, "unpacks to more than " + unpackedBytes + " bytes");
    }
    if (unpacked > LARGE_BYTES && unpacked / Math.max(packed, 1) > expansion) {
      throw new FormatException(
          input, "unpacks to more than " + expansion + " times its size: refused as a bomb");
    }
  }

  /// Refuses a table that is too long.
  ///
  /// @throws FormatException if `entries` passes the limit
  public void checkCount(String input, String table, long entries) throws FormatException {
    if (entries > count) {
      throw new FormatException(input, "more than " + count + " " + table);
    }
  }

  /// Refuses value types of which nobody could look at each.
  ///
  /// @throws FormatException if there are too many
  public void checkTypes(String input, int types) throws FormatException {
    if (types > MOST_TYPES) {
      throw new FormatException(input, "more than " + MOST_TYPES + " value types");
    }
  }
}
