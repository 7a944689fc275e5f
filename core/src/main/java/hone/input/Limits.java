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

  private static final int MANY_STACKS = 1 << 22;

  /// Calls of a location in the mean; of a real program fewer than three.
  private static final int MOST_INLINED = 32;

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

  /// Refuses stacks that a few inlined calls are most of: they are written once, and may stand on
  /// any number of stacks.
  ///
  /// @param written  places of locations on stacks, as the input has them
  /// @param expanded the same with the calls that were inlined there
  /// @throws FormatException if there are more by far than a compiler makes
  public void checkInlined(String input, long written, long expanded) throws FormatException {
    if (expanded > MANY_STACKS && expanded / Math.max(written, 1) > MOST_INLINED) {
      throw new FormatException(
          input, "more than " + MOST_INLINED + " inlined calls a location: refused as a bomb");
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
