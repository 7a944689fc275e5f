package hone.bench;

import java.util.Comparator;

/// What tells one series of an input from the others.
///
/// Keys can be put in order, so that a map finds names that somebody chose to have one hash in a few
/// steps.
///
/// @param metric name of it
public record SeriesKey(String benchmark, String metric) implements Comparable<SeriesKey> {

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::benchmark).thenComparing(SeriesKey::metric);

  /// That of a series.
  public static SeriesKey of(Series series) {
    return new SeriesKey(series.benchmark(), series.metric().name());
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
