package hone.bench;

import hone.unit.Unit;
import java.util.Locale;
import java.util.Map;

/// A tool's unit, as a metric in base units and the factor that brings its numbers there.
///
/// `ns/op` and `ms/op` are both `sec/op` in nanoseconds, `MB/s` is `B/s`, `ops/ms` is `ops/s`,
/// `p99-ns` is `p99-sec`; a word that is no known unit stays as it is. What is counted by the second
/// is better when higher, everything else when lower, unless the input says otherwise.
///
/// @param factor base unit = the tool's number × factor
/// @see <a href="https://pkg.go.dev/golang.org/x/perf/benchunit">benchunit, whose names these are</a>
public record Scaled(Metric metric, double factor) {

  private static final Map<String, Double> NANOSECONDS =
      Map.ofEntries(
          Map.entry("ns", 1.0),
          Map.entry("nanoseconds", 1.0),
          Map.entry("us", 1e3),
          Map.entry("µs", 1e3),
          Map.entry("μs", 1e3),
          Map.entry("microseconds", 1e3),
          Map.entry("ms", 1e6),
          Map.entry("milliseconds", 1e6),
          Map.entry("s", 1e9),
          Map.entry("sec", 1e9),
          Map.entry("seconds", 1e9),
          Map.entry("min", 60e9),
          Map.entry("hr", 3600e9));

  private static final Map<String, Double> BYTES =
      Map.ofEntries(
          Map.entry("B", 1.0),
          Map.entry("bytes", 1.0),
          Map.entry("KB", 1e3),
          Map.entry("MB", 1e6),
          Map.entry("GB", 1e9),
          Map.entry("KiB", 0x1p10),
          Map.entry("MiB", 0x1p20),
          Map.entry("GiB", 0x1p30));

  private static final String COUNT_NAME = "count";
  private static final double NANOSECONDS_PER_SECOND = 1e9;

  /// What a tool's unit stands for.
  ///
  /// @param unit not blank
  public static Scaled of(String unit) {
    int slash = unit.indexOf('/');
    String over = slash < 0 ? unit : unit.substring(0, slash);
    String under = slash < 0 ? "" : unit.substring(slash + 1);
    int dash = Math.max(over.lastIndexOf('-'), over.lastIndexOf('_'));
    String prefix = over.substring(0, dash + 1);
    String word = over.substring(dash + 1);
    if (under.isEmpty() && prefix.isEmpty() && NANOSECONDS.containsKey(word)) {
      return new Scaled(Metric.TIME, NANOSECONDS.get(word));
    }
    if (NANOSECONDS.containsKey(word)) {
      return over(prefix + "sec", Unit.NANOSECONDS, NANOSECONDS.get(word), under);
    }
    if (BYTES.containsKey(word)) {
      return over(prefix + "B", Unit.BYTES, BYTES.get(word), under);
    }
    return over(over, counted(word), 1, under);
  }

  /// The same in another direction.
  public Scaled with(Better better) {
    return new Scaled(new Metric(metric.name(), metric.unit(), better, metric.isCounted()), factor);
  }

  /// The same under another name.
  public Scaled named(String name) {
    return new Scaled(new Metric(name, metric.unit(), metric.better()), factor);
  }

  /// The same, of which runs of the same code give the very same number.
  public Scaled counted() {
    return new Scaled(new Metric(metric.name(), metric.unit(), metric.better(), true), factor);
  }

  private static Scaled over(String name, Unit unit, double factor, String under) {
    if (name.isBlank()) {
      return over(COUNT_NAME, unit, factor, under);
    }
    if (under.isEmpty()) {
      return new Scaled(new Metric(name, unit, Better.LOWER), factor);
    }
    if (!NANOSECONDS.containsKey(under)) {
      return new Scaled(new Metric(name + "/" + under, unit, Better.LOWER), factor);
    }
    Unit perSecond =
        name.equals("ops") ? Metric.THROUGHPUT.unit() : new Unit(unit.name() + "/second");
    return new Scaled(
        new Metric(name + "/s", perSecond, Better.HIGHER),
        factor * (NANOSECONDS_PER_SECOND / NANOSECONDS.get(under)));
  }

  private static Unit counted(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "", "allocs", "ops", "instructions", "counts" -> Unit.COUNT;
      default -> Unit.of(word);
    };
  }
}
