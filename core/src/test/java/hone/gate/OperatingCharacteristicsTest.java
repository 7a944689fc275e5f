package hone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hone.gate.Terms.Purpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How often the gate is wrong, and what it costs, in six worlds of noise.
///
/// Seeded, so that a change of the rules fails it and chance does not. `-Dhone.experiments=5000`
/// makes as many of each kind and prints the rows of the table in docs/concepts/statistics.md.
@Tag("slow")
class OperatingCharacteristicsTest {

  private static final int ASKED = Integer.getInteger("hone.experiments", 0);
  private static final int EXPERIMENTS = ASKED > 0 ? ASKED : 400;
  private static final int SUITES = ASKED > 0 ? ASKED / 10 : 10;
  private static final int SUITE = 100;
  private static final Set<Verdict> WORSE = EnumSet.of(Verdict.REGRESSED, Verdict.MINOR_REGRESSED);

  /// What many experiments came to.
  ///
  /// @param hits      share with one of the verdicts asked for
  /// @param blocked   share in which the gate was closed
  /// @param meanFirst mean runs a side before the look that settles or flags it
  /// @param meanAll   mean runs a side that a suite of it alone takes: until its self-test is settled
  ///                  too, and with the fresh runs
  /// @param doubted   share in which the self-test did not hold
  private record Rates(
      double hits, double blocked, double meanFirst, double meanAll, double doubted) {}

  @ParameterizedTest
  @EnumSource
  void isRightAsOftenAsPromised(NoiseWorld world) {
    Rates same = rates(world, 1, EnumSet.of(Verdict.UNCHANGED), 1);
    Rates ten = rates(world, 1.1, EnumSet.of(Verdict.REGRESSED), 2);
    Rates five = rates(world, 1.05, WORSE, 3);
    print(world, same, ten, five);

    double tolerance = 2.5 * Math.sqrt(1.0 / EXPERIMENTS);
    assertThat(same.blocked()).isLessThanOrEqualTo(0.01);
    assertThat(same.hits()).isGreaterThanOrEqualTo(0.97 - tolerance * Math.sqrt(0.97 * 0.03));
    assertThat(same.meanFirst()).isLessThanOrEqualTo(16);
    assertThat(ten.hits()).isGreaterThanOrEqualTo(0.995 - tolerance * Math.sqrt(0.995 * 0.005));
    assertThat(ten.meanFirst()).isLessThanOrEqualTo(8);
    assertThat(five.hits()).isGreaterThanOrEqualTo(0.94 - tolerance * Math.sqrt(0.94 * 0.06));
    assertThat(five.meanFirst()).isLessThanOrEqualTo(18);
  }

  @ParameterizedTest
  @EnumSource
  void doesNotBlockASuiteInWhichNothingChanged(NoiseWorld world) {
    int blocked = 0;
    for (int i = 0; i < SUITES; i++) {
      SplittableRandom random = new SplittableRandom(7_000_000L + i);
      List<Contest> suite = new ArrayList<>();
      for (int j = 0; j < SUITE; j++) {
        suite.add(world.contest(random, "b" + j, 1));
      }
      GateResult result = Bench.of(suite, terms(i)).result();
      blocked += result.state() == GateResult.State.CLOSED ? 1 : 0;
    }
    if (ASKED > 0) {
      System.out.printf(
          Locale.ROOT, "suite of %d, %s: %d of %d blocked%n", SUITE, world, blocked, SUITES);
    }

    assertThat(blocked).isLessThanOrEqualTo(SUITES / 100);
  }

  @Test
  void flagsIdenticalRecordedRunsNoMoreOftenThanPromised() throws Exception {
    for (String trace : List.of("aa-trace-wall.txt", "aa-trace-wall-cpu.txt")) {
      double[] runs = Traces.wall(trace);
      SplittableRandom random = new SplittableRandom(11);
      int flagged = 0;
      int experiments = 0;
      for (int start = 0; start + 60 <= runs.length; start += 3) {
        Contest contest = Traces.dealt(runs, start, random);
        flagged +=
            Screening.of(contest, Looks.upTo(Looks.MOST), Rules.defaults())
                    instanceof Screening.Flagged
                ? 1
                : 0;
        experiments++;
      }
      if (ASKED > 0) {
        System.out.printf(Locale.ROOT, "%s: %d of %d flagged%n", trace, flagged, experiments);
      }

      assertThat((double) flagged / experiments).as(trace).isLessThanOrEqualTo(0.05);
    }
  }

  private static Rates rates(NoiseWorld world, double ratio, Set<Verdict> wanted, int salt) {
    int hits = 0;
    int blocked = 0;
    int doubted = 0;
    long first = 0;
    long all = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      SplittableRandom random = new SplittableRandom(1_000_000L * salt + i);
      Contest contest = world.contest(random, "b", ratio);
      Bench bench = Bench.of(List.of(contest), terms(i));
      hits += wanted.contains(bench.result().judgements().getFirst().verdict()) ? 1 : 0;
      blocked += bench.result().state() == GateResult.State.CLOSED ? 1 : 0;
      doubted += bench.result().selfTest().orElseThrow().holds() ? 0 : 1;
      first += looked(contest);
      all += 2L * (bench.first() + bench.fresh());
    }
    double count = EXPERIMENTS;
    return new Rates(hits / count, blocked / count, first / count, all / count, doubted / count);
  }

  /// Runs a side at the look that settled it.
  private static int looked(Contest contest) {
    Contest first = new Contest("b", contest.metric(), contest.blocks().subList(0, Looks.MOST));
    return switch (Screening.of(first, Looks.upTo(Looks.MOST), Rules.defaults())) {
      case Screening.Settled settled -> settled.judgement().figures().orElseThrow().newCount();
      case Screening.Flagged flagged -> flagged.evidence().figures(1, 1, 0.1).newCount();
      case Screening.Undecided undecided -> undecided.evidence().figures(1, 1, 0.1).newCount();
    };
  }

  private static Terms terms(int seed) {
    return new Terms(Rules.defaults(), Looks.upTo(Looks.MOST), Purpose.GATE, seed);
  }

  private static void print(NoiseWorld world, Rates same, Rates ten, Rates five) {
    if (ASKED > 0) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f %% | %.2f %% | %.1f (%.1f) | %.2f %% | %.1f (%.1f) | %.2f %% | %.1f (%.1f) | %.2f %% |%n",
          world.name().toLowerCase(Locale.ROOT),
          100 * same.blocked(),
          100 * same.hits(),
          same.meanFirst(),
          same.meanAll(),
          100 * ten.hits(),
          ten.meanFirst(),
          ten.meanAll(),
          100 * five.hits(),
          five.meanFirst(),
          five.meanAll(),
          100 * same.doubted());
    }
  }
}
