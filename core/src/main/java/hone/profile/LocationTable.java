package hone.profile;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// The locations of a program as rows of numbers; a [Location] is made when one is asked for.
///
/// Large programs have hundreds of thousands of them, of which most commands look at none.
public final class LocationTable extends AbstractList<Location> implements RandomAccess {

  private static final int ID = 0;
  private static final int MAPPING = 1;
  private static final int ADDRESS = 2;
  private static final int FOLDED = 3;
  private static final int CALLS = 4;

  private static final int FUNCTION = 0;
  private static final int LINE = 1;
  private static final int COLUMN = 2;
  private static final int CALL_COLUMNS = 3;

  private final long[] cells;
  private final int[] begins;

  private LocationTable(long[] cells, int[] begins) {
    this.cells = cells;
    this.begins = begins;
  }

  /// The same locations, in order.
  public static LocationTable of(List<Location> locations) {
    if (locations instanceof LocationTable table) {
      return table;
    }
    Builder builder = new Builder();
    for (Location location : locations) {
      builder.add(location.id(), location.mapping(), location.address(), location.folded());
      for (Location.Call call : location.calls()) {
        builder.call(call.function(), call.line(), call.column());
      }
    }
    return builder.build();
  }

  @Override
  public int size() {
    return begins.length - 1;
  }

  @Override
  public Location get(int location) {
    int begin = begins[location];
    Location.Call[] calls = new Location.Call[callCount(location)];
    for (int call = 0; call < calls.length; call++) {
      int at = begin + CALLS + call * CALL_COLUMNS;
      calls[call] =
          new Location.Call((int) cells[at + FUNCTION], cells[at + LINE], cells[at + COLUMN]);
    }
    return new Location(
        cells[begin + ID],
        (int) cells[begin + MAPPING],
        cells[begin + ADDRESS],
        cells[begin + FOLDED] != 0,
        List.of(calls));
  }

  /// As [Location#id].
  public long id(int location) {
    return cells[begins[location] + ID];
  }

  /// As [Location#mapping].
  public int mapping(int location) {
    return (int) cells[begins[location] + MAPPING];
  }

  /// As [Location#address].
  public long address(int location) {
    return cells[begins[location] + ADDRESS];
  }

  /// How many [Location#calls] there are.
  public int callCount(int location) {
    return (begins[location + 1] - begins[location] - CALLS) / CALL_COLUMNS;
  }

  /// The function of a call, 0 being the innermost.
  public int function(int location, int call) {
    return (int) cells[cell(location, call) + FUNCTION];
  }

  /// The line of a call, 0 being the innermost.
  public long line(int location, int call) {
    return cells[cell(location, call) + LINE];
  }

  private int cell(int location, int call) {
    if (call < 0 || call >= callCount(location)) {
      throw new IndexOutOfBoundsException("location " + location + " has no call " + call);
    }
    return begins[location] + CALLS + call * CALL_COLUMNS;
  }

  /// Takes locations one after the other, each with its calls behind it. Used once.
  public static final class Builder {

    private long[] cells = new long[256];
    private int[] begins = new int[64];
    private int count;
    private int used;

    /// Begins a location, as [Location] has it.
    public void add(long id, int mapping, long address, boolean folded) {
      if (count + 1 == begins.length) {
        begins = Arrays.copyOf(begins, count * 2 + 2);
      }
      begins[count++] = used;
      reserve(CALLS);
      cells[used + ID] = id;
      cells[used + MAPPING] = mapping;
      cells[used + ADDRESS] = address;
      cells[used + FOLDED] = folded ? 1 : 0;
      used += CALLS;
    }

    /// Adds a call to the location that was begun last, the innermost first.
    public void call(int function, long line, long column) {
      if (count == 0) {
        throw new IllegalStateException("no location yet");
      }
      reserve(CALL_COLUMNS);
      cells[used + FUNCTION] = function;
      cells[used + LINE] = line;
      cells[used + COLUMN] = column;
      used += CALL_COLUMNS;
    }

    /// The finished table.
    public LocationTable build() {
      int[] ends = Arrays.copyOf(begins, count + 1);
      ends[count] = used;
      return new LocationTable(cells, ends);
    }

    private void reserve(int more) {
      if (more > cells.length - used) {
        cells = Arrays.copyOf(cells, Math.addExact(cells.length, cells.length));
      }
    }
  }
}
