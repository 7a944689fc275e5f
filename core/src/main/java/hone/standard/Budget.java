package hone.standard;

import hone.service.Language;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.Locale;
import java.util.Optional;

/// A limit that a service must keep under load, or a benchmark on each run.
///
/// @param quantile      which part of the requests or ticks lies below, in (0, 1]; 1 where the
///                      measure is not a distribution
/// @param endpointClass kind of endpoint it holds for, empty for all; of a benchmark its name
/// @param language      language of the services it holds for; empty for all
/// @param limit         nanoseconds, or bytes per second; of a benchmark anything, and what is
///                      counted by the second is to be reached, not kept below
public record Budget(
    Measure measure,
    double quantile,
    String endpointClass,
    Optional<Language> language,
    Quantity limit)
    implements Meaning {

  /// What is limited.
  public enum Measure {
    LATENCY("latency"),
    ALLOCATION_RATE("allocation rate"),
    EVENT_LOOP_DELAY("event loop delay"),
    BENCHMARK("benchmark");

    private final String text;

    Measure(String text) {
      this.text = text;
    }

    /// As people call it.
    public String text() {
      return text;
    }
  }

  public Budget {
    if (!(quantile > 0 && quantile <= 1)) {
      throw new IllegalArgumentException("quantile is not in (0, 1]: " + quantile);
    }
    if (!(limit.value() > 0)) {
      throw new IllegalArgumentException("limit is not positive: " + limit);
    }
  }

  /// What identifies it among the budgets of one service: `p99 latency, api`.
  public String name() {
    if (measure == Measure.BENCHMARK) {
      return "benchmark " + endpointClass + ", " + metric();
    }
    String percentile = percentile();
    return (percentile + " " + measure.text()).strip()
        + (endpointClass.isEmpty() ? "" : ", " + endpointClass);
  }

  /// The metric of a result that this limits: `sec/op`, `p99-sec`, `allocs/op`, `ops/s`.
  public String metric() {
    if (limit.unit().equals(Unit.NANOSECONDS)) {
      return quantile == 1 ? "sec/op" : percentile() + "-sec";
    }
    if (limit.unit().equals(Unit.COUNT)) {
      return "allocs/op";
    }
    return limit.unit().equals(Unit.BYTES) ? "B/op" : limit.unit().name().replaceFirst("^b/", "B/");
  }

  /// Whether the limit is to be reached, as a throughput is.
  public boolean isFloor() {
    return measure == Measure.BENCHMARK && limit.unit().name().endsWith("/s");
  }

  /// `p99`; empty where the measure is not a distribution.
  private String percentile() {
    return quantile == 1
        ? ""
        : "p" + String.format(Locale.ROOT, "%.3f", quantile * 100).replaceAll("\\.?0+$", "");
  }

  boolean holdsFor(Language other) {
    return language.isEmpty() || language.get() == other;
  }

  @Override
  public Treatment treatment() {
    return Treatment.MEASURED;
  }

  @Override
  public String text() {
    return name()
        + (isFloor() ? " at least " : " at most ")
        + (measure == Measure.ALLOCATION_RATE ? bytesPerSecond() : limit)
        + language.map(only -> " (" + only.text() + ")").orElse("");
  }

  private String bytesPerSecond() {
    return String.format(Locale.ROOT, "%,.3f", limit.value() / 1e6).replaceAll("\\.?0+$", "")
        + " MB/s";
  }
}
