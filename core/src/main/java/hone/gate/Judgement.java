package hone.gate;

import hone.bench.Metric;
import java.util.Optional;

/// The verdict on one metric of one benchmark, with its figures.
///
/// @param figures absent exactly where nothing was compared: missing, added, failed, incomparable
/// @param reason  what the verdict alone does not say; may be empty
public record Judgement(
    String benchmark, Metric metric, Verdict verdict, Optional<Figures> figures, String reason) {

  /// Median of the baseline, in the metric's unit.
  ///
  /// @throws IllegalStateException as for every figure, if there are none
  public double oldMedian() {
    return compared().oldMedian();
  }

  /// Median of the candidate, in the metric's unit.
  public double newMedian() {
    return compared().newMedian();
  }

  /// Candidate ÷ baseline − 1.
  public double effect() {
    return compared().effect();
  }

  /// Lower end of the interval of the effect.
  public double low() {
    return compared().low();
  }

  /// Upper end of the interval of the effect.
  public double high() {
    return compared().high();
  }

  /// Two-sided probability, not corrected for the other pairs.
  public double p() {
    return compared().p();
  }

  private Figures compared() {
    return figures.orElseThrow(
        () -> new IllegalStateException("'" + benchmark + "' is " + verdict + ": no figures"));
  }
}
