package hone.contrast;

import hone.stat.FamilyTest;
import hone.stat.MannWhitney;
import hone.stat.Medians;
import hone.stat.RankTest;
import hone.stat.Shift;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What can be said of the rows that are large enough to be tested.
///
/// The noise of a value that is counted in samples grows with it; that of its square root does not.
/// So square roots are tested, while shifts and their intervals are those of the values themselves.
record Testing(Map<Measured, Judgement> judgements, Family family) {

  private static final int ROUNDS = 3;

  static Testing of(List<Measured> rows, List<Member> base, List<Member> other, Settings settings) {
    List<Measured> tested =
        rows.stream().filter(row -> row.share() >= settings.floor() && row.share() > 0).toList();
    Map<Measured, Judgement> judgements = new HashMap<>();
    if (FamilyTest.leastP(base.size(), other.size()) > settings.level()) {
      Judgement tooFew = new Judgement.TooFew(FamilyTest.needed(settings.level()));
      tested.forEach(row -> judgements.put(row, tooFew));
      return new Testing(judgements, Family.NONE);
    }
    if (tested.isEmpty()) {
      return new Testing(judgements, Family.NONE);
    }
    FamilyTest test =
        FamilyTest.of(
            tested.stream().map(row -> roots(row.base())).toArray(double[][]::new),
            tested.stream().map(row -> roots(row.other())).toArray(double[][]::new),
            settings.seed());
    for (int at = 0; at < tested.size(); at++) {
      judgements.put(tested.get(at), judged(tested.get(at), test, at, settings));
    }
    return new Testing(judgements, new Family(tested.size(), test.splitCount(), test.isExact()));
  }

  private static Judgement judged(Measured row, FamilyTest test, int at, Settings settings) {
    Shift shift = MannWhitney.shift(row.base(), row.other(), 1 - settings.level());
    RankTest ranks = MannWhitney.of(row.base(), row.other());
    double p = ranks.twoSided();
    double adjusted = Math.max(p, test.p(at));
    Judgement.Change change =
        adjusted > settings.level()
            ? Judgement.Change.UNDETECTED
            : grew(shift, ranks) ? Judgement.Change.GREW : Judgement.Change.SHRANK;
    return new Judgement.Tested(
        shift.estimate(),
        shift.low(),
        shift.high(),
        p,
        adjusted,
        growth(row, test.detectable(at, settings.level(), settings.power())),
        change);
  }

  /// What only some profiles have shifts no median; the ranks tell its direction all the same.
  private static boolean grew(Shift shift, RankTest ranks) {
    return shift.estimate() == 0 ? ranks.less() < ranks.greater() : shift.estimate() > 0;
  }

  /// A shift of square roots as growth of the base's figure.
  ///
  /// What differs from run to run beside sampling grows with the figure, and so with the shift.
  private static OptionalDouble growth(Measured row, OptionalDouble root) {
    if (root.isEmpty()) {
      return root;
    }
    double from = Math.sqrt(Math.max(0, Medians.median(row.base())));
    double shift = root.getAsDouble();
    for (int round = 0; from > shift && round < ROUNDS; round++) {
      double noise = (from + shift) / from;
      shift = root.getAsDouble() * Math.sqrt((1 + noise * noise) / 2);
    }
    return OptionalDouble.of((from + shift) * (from + shift) - from * from);
  }

  private static double[] roots(double[] figures) {
    return Arrays.stream(figures)
        .map(figure -> Math.signum(figure) * Math.sqrt(Math.abs(figure)))
        .toArray();
  }
}
