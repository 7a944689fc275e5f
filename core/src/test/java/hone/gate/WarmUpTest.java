package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final int ITERATIONS = 8;

  @Test
  void findsTheFirstIterationsOfARunSlow() {
    WarmUp judged = only(runs(12, 3, place -> place < 3 ? 1.3 : 1));

    assertThat(judged.state()).isEqualTo(WarmUp.State.WARMING);
    assertThat(judged.effect()).isGreaterThan(0.2);
    assertThat(judged.unsettled()).isEqualTo(3);
    assertThat(judged.text()).contains("12 runs", "about 3 more");
  }

  @Test
  void leavesSteadyRunsAlone() {
    WarmUp judged = only(runs(12, 3, place -> 1));

    assertThat(judged.state()).isEqualTo(WarmUp.State.STEADY);
    assertThat(judged.unsettled()).isZero();
  }

  /// Exact signed ranks of six equal signs: 2 ÷ 2⁶, as `wilcox.test(1:6)$p.value` of R says too.
  @Test
  void countsRunsAndNotTheirIterations() {
    WarmUp judged = only(runs(6, 3, place -> place < 4 ? 2 : 1));

    assertThat(judged.p()).isCloseTo(0.03125, within(1e-12));
    assertThat(only(runs(5, 3, place -> place < 4 ? 2 : 1)).state())
        .isEqualTo(WarmUp.State.UNKNOWN);
  }

  @Test
  void saysThatSortedOrLonelyMeasurementsTellNothing() {
    List<Results> sorted =
        runs(12, 3, place -> 1).stream()
            .map(run -> new Results(List.of(series(sorted(run.series().getFirst())))))
            .toList();
    List<Results> lonely =
        IntStream.range(0, 12).mapToObj(i -> new Results(List.of(series(100, 101)))).toList();

    assertThat(only(sorted).state()).isEqualTo(WarmUp.State.UNKNOWN);
    assertThat(only(lonely).state()).isEqualTo(WarmUp.State.UNKNOWN);
  }

  /// A chain of measurements that hang together is no warm-up: of 400 steady benchmarks with a
  /// correlation of 0.9 from one to the next, 5 % may be taken for one. The bound is that and four
  /// standard deviations, 4 √(400 × 0.05 × 0.95) = 17.4.
  @Test
  void isNotFooledByMeasurementsThatHangTogether() {
    SplittableRandom random = new SplittableRandom(11);
    long wrong = 0;
    for (int experiment = 0; experiment < 400; experiment++) {
      List<Results> runs = new ArrayList<>();
      for (int run = 0; run < 12; run++) {
        double[] values = new double[ITERATIONS];
        double at = random.nextGaussian() * 0.05;
        for (int i = 0; i < values.length; i++) {
          at = 0.9 * at + Math.sqrt(1 - 0.81) * 0.05 * random.nextGaussian();
          values[i] = 100 * Math.exp(at);
        }
        runs.add(new Results(List.of(series(values))));
      }
      wrong += only(runs).state() == WarmUp.State.WARMING ? 1 : 0;
    }

    assertThat(wrong).isLessThanOrEqualTo(37);
  }

  private static WarmUp only(List<Results> runs) {
    List<WarmUp> judged = WarmUp.of(runs, Rules.defaults());
    assertThat(judged).hasSize(1);
    return judged.getFirst();
  }

  private static List<Results> runs(int count, long seed, IntToDoubleFunction off) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count)
        .mapToObj(run ->
            new Results(
                List.of(
                    series(
                        IntStream.range(0, ITERATIONS)
                            .mapToDouble(place ->
                                100 * off.applyAsDouble(place) * (1 + 0.01 * random.nextGaussian()))
                            .toArray()))))
        .toList();
  }

  private static double[] sorted(Series series) {
    double[] values = series.values();
    Arrays.sort(values);
    return values;
  }

  private static Series series(double... values) {
    return new Series("total", Metric.TIME, Arrays.stream(values).boxed().toList());
  }
}
