package hone.load;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Finds a rate that a service bears: half of the highest it was seen to sustain.
///
/// Short loads of growing rate are driven, each twice the last, until one is not sustained; then
/// the gap is halved three times. A rate is sustained when at most 1 % of its requests fail, not
/// more than a tenth start late, and nine in ten are answered within 50 ms or five times what the lowest rate
/// took, whichever is more. Half of that keeps a profile of work from becoming one of queues.
public final class RateSearch {

  private static final double FIRST_RATE = 10;
  private static final double LAST_RATE = 20_480;
  private static final int HALVINGS = 3;
  private static final Duration STEP = Duration.ofMillis(1500);
  private static final long FAIR_NANOS = 50_000_000;
  private static final int FAIR_FACTOR = 5;

  private final LoadGenerator generator;
  private final BooleanSupplier alive;

  public RateSearch(LoadGenerator generator, BooleanSupplier alive) {
    this.generator = generator;
    this.alive = alive;
  }

  /// The rate per second, at least 1; takes up to half a minute.
  ///
  /// @throws InterruptedException if interrupted
  public double ratePerSecond() throws InterruptedException {
    LoadReport.Generated lowest = step(FIRST_RATE);
    long fairNanos = Math.max(FAIR_NANOS, FAIR_FACTOR * lowest.all().p90Nanos());
    if (!sustained(lowest, fairNanos)) {
      return 1;
    }
    double good = FIRST_RATE;
    double bad = 2 * LAST_RATE;
    while (2 * good < bad) {
      double rate = 2 * good;
      if (sustained(step(rate), fairNanos)) {
        good = rate;
      } else {
        bad = rate;
      }
    }
    for (int i = 0; i < HALVINGS && bad <= LAST_RATE; i++) {
      double rate = (good + bad) / 2;
      if (sustained(step(rate), fairNanos)) {
        good = rate;
      } else {
        bad = rate;
      }
    }
    return Math.max(1, Math.floor(good / 2));
  }

  private LoadReport.Generated step(double rate) throws InterruptedException {
    return generator.drive(LoadGenerator.Drive.of(rate, STEP, alive));
  }

  private static boolean sustained(LoadReport.Generated report, long fairNanos) {
    return report.endedEarly().isEmpty()
        && report.failed() * 100 <= report.sent()
        && report.lateStarts() * 10 <= report.sent()
        && report.all().p90Nanos() <= fairNanos;
  }
}
