package hone.bench;

import java.util.Comparator;

/// What a benchmark is called.
///
/// @param full  tells it apart from every other in the input: with its package, file or mode
/// @param name  what people call it
public record BenchmarkName(String full, String name) implements Comparable<BenchmarkName> {

  private static final Comparator<BenchmarkName> ORDER =
      Comparator.comparing(BenchmarkName::full).thenComparing(BenchmarkName::name);

  /// By full name, for the reason that [SeriesKey] gives.
  @Override
  public int compareTo(BenchmarkName other) {
    return ORDER.compare(this, other);
  }
}
