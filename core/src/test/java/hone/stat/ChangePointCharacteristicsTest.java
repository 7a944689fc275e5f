package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often a change point is called where there is none, and found where there is one.
///
/// Seeded. `-Dhone.experiments=2000` makes as many series of each kind and prints the rows of the
/// table in docs/concepts/statistics.md.
@Tag("slow")
class ChangePointCharacteristicsTest {

  private static final int ASKED = Integer.getInteger("hone.experiments", 0);
  private static final int EXPERIMENTS = ASKED > 0 ? ASKED : 60;
  private static final double LEVEL = 0.005;
  private static final double SPREAD = 0.02;

  /// How the noise of a series is made; all have a spread of 2 %.
  enum Noise {
    INDEPENDENT,
    /// One number in twenty is slower by 30 % in the mean.
    OUTLIERS,
    /// Three tenths of the noise are still there in the next number.
    WEAKLY_CORRELATED,
    /// Half of the noise is.
    CORRELATED;

    double[] series(int count, SplittableRandom random) {
      double[] series = new double[count];
      double kept = normal(random);
      for (int i = 0; i < count; i++) {
        kept = share() * kept + Math.sqrt(1 - share() * share()) * normal(random);
        series[i] = SPREAD * kept;
        if (this == OUTLIERS && random.nextDouble() < 0.05) {
          series[i] -= 0.3 * Math.log(1 - random.nextDouble());
        }
      }
      return series;
    }

    private double share() {
      return switch (this) {
        case INDEPENDENT, OUTLIERS -> 0;
        case WEAKLY_CORRELATED -> 0.3;
        case CORRELATED -> 0.5;
      };
    }

    private static double normal(SplittableRandom random) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INDEPENDENT, 20, 0.02, 0.8, 0.8",
    "INDEPENDENT, 50, 0.02, 0.9, 0.6",
    "OUTLIERS, 50, 0.02, 0.8, 0.35",
    "WEAKLY_CORRELATED, 50, 0.05, 0.7, 0.2",
    "CORRELATED, 50, 0.15, 0.6, 0",
    "INDEPENDENT, 100, 0.02, 0.95, 0.5",
    "OUTLIERS, 100, 0.02, 0.84, 0.3",
    "CORRELATED, 100, 0.1, 0.7, 0",
  })
  void callsAndFindsAsOftenAsPromised(
      Noise noise, int count, double falseAlarms, double middle, double late) {
    int alarms = 0;
    int middles = 0;
    int within = 0;
    int lates = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      double[] series = noise.series(count, new SplittableRandom(1_000_003L * count + i));
      alarms += ChangePoints.of(series, LEVEL, i).isEmpty() ? 0 : 1;
      lates += ChangePoints.of(stepped(series, count - 5, 0.10), LEVEL, i).isEmpty() ? 0 : 1;
      for (ChangePoint change : ChangePoints.of(stepped(series, count / 2, 0.05), LEVEL, i)) {
        if (Math.abs(change.at() - count / 2) <= 3) {
          middles++;
          within += change.earliest() <= count / 2 && change.latest() >= count / 2 ? 1 : 0;
          break;
        }
      }
    }
    print(
        noise,
        count,
        share(alarms),
        share(middles),
        (double) within / Math.max(1, middles),
        share(lates));

    double tolerance = 2.5 / Math.sqrt(EXPERIMENTS);
    assertThat(share(alarms)).isLessThanOrEqualTo(falseAlarms + tolerance * spread(falseAlarms));
    assertThat(share(middles)).isGreaterThanOrEqualTo(middle - tolerance * spread(middle));
    assertThat(share(lates)).isGreaterThanOrEqualTo(late - tolerance * spread(late));
  }

  private static double[] stepped(double[] series, int at, double step) {
    double[] stepped = series.clone();
    for (int i = at; i < stepped.length; i++) {
      stepped[i] += Math.log1p(step);
    }
    return stepped;
  }

  private static double share(int count) {
    return (double) count / EXPERIMENTS;
  }

  private static double spread(double share) {
    return Math.sqrt(share * (1 - share));
  }

  private static void print(Noise noise, int count, double... shares) {
    if (ASKED > 0) {
      StringBuilder row = new StringBuilder("| " + noise + " | " + count + " |");
      for (double share : shares) {
        row.append(String.format(Locale.ROOT, " %.1f %% |", 100 * share));
      }
      System.out.println(row);
    }
  }
}
