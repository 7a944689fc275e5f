package hone.history;

/// How one revision compares with an earlier one, on the scale of logarithms, where ratios are added.
///
/// @param log      of head ÷ base
/// @param variance square of half the interval's width: of ratios in a row, these add up
record Ratio(double log, double variance) {

  static final Ratio ONE = new Ratio(0, 0);

  /// The ratio of a change; its interval may be open, and then nothing bounds a chain through it.
  static Ratio of(Figure.Change change) {
    double half = (Math.log1p(change.high()) - Math.log1p(change.low())) / 2;
    return new Ratio(Math.log1p(change.effect()), half * half);
  }

  Ratio then(Ratio next) {
    return new Ratio(log + next.log, variance + next.variance);
  }

  /// Head ÷ base − 1, with its interval.
  Figure.Change change() {
    double half = Math.sqrt(variance);
    return new Figure.Change(Math.expm1(log), Math.expm1(log - half), Math.expm1(log + half));
  }
}
