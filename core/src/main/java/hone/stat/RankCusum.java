package hone.stat;

/// Sums of scores up to each place, against what they would be without a change there: where is the
/// best place to split a series in two?
///
/// Each difference of the two sides' mean scores is put in proportion to its own spread, so that a
/// change near an end can be seen too.
///
/// @param place     of the first score on the right side; 0 where no split is allowed
/// @param statistic largest difference, in standard deviations of scores that stand in any order
record RankCusum(int place, double statistic) {

  /// The best split that leaves a number of scores on each side; the first of equals.
  ///
  /// @param scores ranks, in the order of the series, or a resample of them
  /// @param least  scores on each side, at least 1
  static RankCusum of(double[] scores, int least) {
    int count = scores.length;
    double total = 0;
    double squares = 0;
    for (double score : scores) {
      total += score;
    }
    double mean = total / count;
    for (double score : scores) {
      squares += (score - mean) * (score - mean);
    }
    double variance = squares / (count - 1);
    if (count < 2 * least || !(variance > 0)) {
      return new RankCusum(0, 0);
    }
    double best = 0;
    int place = 0;
    double sum = 0;
    for (int k = 1; k <= count - least; k++) {
      sum += scores[k - 1] - mean;
      double square = sum * sum * count / ((double) k * (count - k));
      if (k >= least && square > best) {
        best = square;
        place = k;
      }
    }
    return new RankCusum(place, Math.sqrt(best / variance));
  }
}
