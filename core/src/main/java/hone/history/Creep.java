package hone.history;

import hone.bench.Better;
import java.util.Locale;

/// What many changes, each too small to close a gate, have come to together since a release.
///
/// @param from    the first revision that the chain reaches back to
/// @param to      the newest revision of the chain
/// @param ratios  how many were multiplied
/// @param change  from the one to the other; the interval takes the ratios' errors as independent
/// @param verdict by the threshold
public record Creep(Revision from, Revision to, int ratios, Figure.Change change, Verdict verdict) {

  /// What the product of ratios shows.
  public enum Verdict {
    /// Worse by the threshold or more, and the interval leaves no doubt that it is worse.
    CREPT,
    /// Better by the threshold or more, and the interval leaves no doubt that it is better.
    GAINED,
    /// The product is within the threshold.
    WITHIN,
    /// The product is beyond the threshold, but the ratios are too uncertain to say so.
    UNCLEAR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Creep of(
      Revision from, Revision to, Chain.Product product, Better better, double threshold) {
    return new Creep(
        from, to, product.ratios(), product.change(), verdict(product.change(), better, threshold));
  }

  private static Verdict verdict(Figure.Change change, Better better, double threshold) {
    if (Math.abs(change.effect()) < threshold) {
      return Verdict.WITHIN;
    }
    if (change.low() <= 0 && change.high() >= 0) {
      return Verdict.UNCLEAR;
    }
    return better.gain(change.effect()) > 0 ? Verdict.GAINED : Verdict.CREPT;
  }
}
