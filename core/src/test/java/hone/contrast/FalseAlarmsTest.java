package hone.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often a comparison of several profiles a side is wrong, and how often it finds what is
/// there, on runs drawn from a seed: 20 functions from 20 % down, 1,000 samples a run, and a spread
/// from run to run beside that of sampling.
///
/// `-Dtest.args=-Dhone.contrasts=2000` makes the table of docs/concepts/statistics.md.
@Tag("slow")
class FalseAlarmsTest {

  private static final int CONTRASTS = Integer.getInteger("hone.contrasts", 100);
  private static final double[] WEIGHTS =
      IntStream.range(0, 20).mapToDouble(at -> 0.2 * Math.pow(0.82, at)).toArray();

  private record Rates(double alarms, double found, double promised) {}

  @ParameterizedTest
  @CsvSource({"4, 0", "4, 0.2", "5, 0.2", "8, 0.2"})
  void oneAlarmInTwentyAtMostAndWhatIsPromisedIsFound(int count, double spread) {
    Rates rates = rates(count, spread);
    System.out.printf(
        Locale.ROOT,
        "%d a side, spread %.1f: false alarms %.1f %%, +%.1f points found %.1f %%%n",
        count,
        spread,
        100 * rates.alarms,
        100 * rates.promised,
        100 * rates.found);

    // Three standard errors of the simulation.
    assertThat(rates.alarms).isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / CONTRASTS));
    assertThat(rates.found).isGreaterThanOrEqualTo(0.7 - 3 * Math.sqrt(0.3 * 0.7 / CONTRASTS));
  }

  @Test
  void aPooledTestOnSamplesWouldCallChangesInUnchangedCode() {
    SplittableRandom random = new SplittableRandom(2);
    int called = 0;
    for (int at = 0; at < CONTRASTS; at++) {
      Member one = Sampled.run(random, 1_000, WEIGHTS, 0.2);
      Member other = Sampled.run(random, 1_000, WEIGHTS, 0.2);
      double p = share(one);
      double q = share(other);
      called += Math.abs(p - q) > 1.96 * Math.sqrt((p + q) * (1 - (p + q) / 2) / 1_000) ? 1 : 0;
    }

    // Why a profile is one measurement, however many samples it has.
    assertThat(called).isGreaterThan(CONTRASTS / 4);
  }

  private static double share(Member member) {
    return member.whole().value(0, 0) / (double) member.total();
  }

  /// False alarms on unchanged code; how often growth of the first function is found that is as
  /// large as a comparison of unchanged code says would be.
  private static Rates rates(int count, double spread) {
    SplittableRandom random = new SplittableRandom(1_000L * count + (long) (10 * spread));
    int alarms = 0;
    double promised = 0;
    for (int at = 0; at < CONTRASTS; at++) {
      Contrast contrast =
          contrast(side(random, count, WEIGHTS, spread), side(random, count, WEIGHTS, spread));
      alarms += contrast.rows().stream().anyMatch(Row::significant) ? 1 : 0;
      promised += detectable(contrast) / CONTRASTS;
    }
    double[] grown = WEIGHTS.clone();
    double total = IntStream.range(0, grown.length).mapToDouble(at -> grown[at]).sum();
    double share = grown[0] / total + promised;
    grown[0] = share / (1 - share) * (total - WEIGHTS[0]);
    int found = 0;
    for (int at = 0; at < CONTRASTS; at++) {
      Contrast contrast =
          contrast(side(random, count, WEIGHTS, spread), side(random, count, grown, spread));
      found += first(contrast).significant() && first(contrast).shift() > 0 ? 1 : 0;
    }
    return new Rates(alarms / (double) CONTRASTS, found / (double) CONTRASTS, promised);
  }

  private static double detectable(Contrast contrast) {
    return first(contrast).judgement() instanceof Judgement.Tested tested
        ? tested.detectable().orElseThrow()
        : Double.NaN;
  }

  private static Row first(Contrast contrast) {
    return contrast.rows().stream()
        .filter(row -> row.difference().place().function().equals("f0"))
        .findFirst()
        .orElseThrow();
  }

  private static Contrast contrast(List<Member> base, List<Member> other) {
    return Contrast.of(base, other, Settings.defaults(Measure.SHARE));
  }

  private static List<Member> side(
      SplittableRandom random, int count, double[] weights, double spread) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Sampled.run(random, 1_000, weights, spread))
        .toList();
  }
}
