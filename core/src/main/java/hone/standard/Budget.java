package hone.standard;

import hone.service.Language;
import hone.unit.Quantity;
import java.util.Locale;
import java.util.Optional;

/// A limit that a service must keep under load.
///
/// @param quantile      which part of the requests or ticks lies below, in (0, 1]; 1 where the
///                      measure is not a distribution
/// @param endpointClass kind of endpoint it holds for; empty for all
/// @param language      language of the services it holds for; empty for all
/// @param limit         nanoseconds, or bytes per second
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
    EVENT_LOOP_DELAY("event loop delay");

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
    String percentile =
        quantile == 1
            ? ""
            : "p" + String.format(Locale.ROOT, "%.3f", quantile * 100).replaceAll("\\.?0+$", "");
    return (percentile + " " + measure.text()).strip()
        + (endpointClass.isEmpty() ? "" : ", " + endpointClass);
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
        + " at most "
        + (measure == Measure.ALLOCATION_RATE ? bytesPerSecond() : limit)
        + language.map(only -> " (" + only.text() + ")").orElse("");
  }

  private String bytesPerSecond() {
    return String.format(Locale.ROOT, "%,.3f", limit.value() / 1e6).replaceAll("\\.?0+$", "")
        + " MB/s";
  }
}
