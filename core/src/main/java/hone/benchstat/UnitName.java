package hone.benchstat;

import java.util.Set;

/// A unit as it is written, such as `ns/op`, `text-bytes` or `MB*req/s`.
final class UnitName {

  private static final Set<String> BYTES = Set.of("B", "MB", "bytes");

  private UnitName() {}

  /// The tidied unit, and what a number is multiplied with to be in it.
  record Tidied(String unit, double factor) {}

  /// `ns` is `sec` and `MB` is `B`, except in a denominator.
  static Tidied tidied(String unit) {
    StringBuilder tidied = new StringBuilder();
    double factor = 1;
    boolean under = false;
    for (String word : unit.split("(?<=[*/\\s-])|(?=[*/\\s-])", -1)) {
      under = !word.equals("*") && (under || word.equals("/"));
      boolean nanoseconds = word.equals("ns") && !under;
      boolean megabytes = word.equals("MB") && !under;
      factor = nanoseconds ? factor / 1e9 : megabytes ? factor * 1e6 : factor;
      tidied.append(nanoseconds ? "sec" : megabytes ? "B" : word);
    }
    boolean plain = unit.equals("ns/op");
    return new Tidied(tidied.toString(), plain ? 1e-9 : factor);
  }

  /// Whether it counts bytes, whose prefixes are powers of 1024.
  static boolean isBytes(String unit) {
    boolean under = false;
    for (String word : unit.split("(?<=[*/\\s-])|(?=[*/\\s-])", -1)) {
      under = !word.equals("*") && (under || word.equals("/"));
      if (!under && BYTES.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
