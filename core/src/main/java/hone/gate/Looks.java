package hone.gate;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// After how many blocks the first runs are looked at.
///
/// Five looks at most, at the levels of [Rules]: at 6, 10, 14, 20 and 30 runs a side, which keeps
/// false alarms over all looks together below the significance.
///
/// @param blocks ascending; from 3, below which nothing can be significant
public record Looks(List<Integer> blocks) {

  /// Blocks before the first look.
  public static final int FEWEST = 3;

  /// Blocks before the last look, if it is needed.
  public static final int MOST = 15;

  private static final List<Integer> ALL = List.of(FEWEST, 5, 7, 10, MOST);

  public Looks {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()
        || blocks.size() > ALL.size()
        || blocks.getFirst() < FEWEST
        || !ascends(blocks)) {
      throw new IllegalArgumentException("no looks: " + blocks);
    }
  }

  /// The looks, the last of them after this many blocks.
  ///
  /// @param most from 3 to 15
  public static Looks upTo(int most) {
    if (most < FEWEST || most > MOST) {
      throw new IllegalArgumentException("blocks are not between 3 and 15: " + most);
    }
    return new Looks(
        Stream.concat(ALL.stream().filter(look -> look < most), Stream.of(most)).toList());
  }

  /// The same without looks after fewer blocks than this; the last one stays.
  ///
  /// @param fewest at most as many as before the last look
  public Looks from(int fewest) {
    if (fewest > blocks.getLast()) {
      throw new IllegalArgumentException("no look after " + fewest + " blocks: " + blocks);
    }
    return new Looks(blocks.stream().filter(look -> look >= fewest).toList());
  }

  /// The same without looks after more blocks than this.
  public Looks until(int most) {
    return new Looks(within(most));
  }

  /// The same with a last look after this many blocks; the same as they are where five looks were
  /// made already.
  Looks then(int last) {
    return blocks.size() == ALL.size() || last <= blocks.getLast()
        ? this
        : new Looks(Stream.concat(blocks.stream(), Stream.of(last)).toList());
  }

  /// Blocks before the first look.
  public int first() {
    return blocks.getFirst();
  }

  /// Blocks before the look that comes after this many.
  public OptionalInt after(int made) {
    return blocks.stream().filter(look -> look > made).mapToInt(Integer::intValue).findFirst();
  }

  /// The looks that this many blocks allow.
  List<Integer> within(int made) {
    return blocks.stream().filter(look -> look <= made).toList();
  }

  private static boolean ascends(List<Integer> blocks) {
    return IntStream.range(1, blocks.size()).allMatch(i -> blocks.get(i - 1) < blocks.get(i));
  }
}
