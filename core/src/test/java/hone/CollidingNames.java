package hone;

import java.util.List;
import java.util.stream.IntStream;

/// Names that somebody chose to have one hash: `Aa` and `BB` have, and so has every row of them.
public final class CollidingNames {

  private CollidingNames() {}

  /// 2ⁿ different names of n pairs of letters.
  public static List<String> of(int pairs) {
    return IntStream.range(0, 1 << pairs).mapToObj(number -> name(number, pairs)).toList();
  }

  private static String name(int number, int pairs) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < pairs; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }
}
