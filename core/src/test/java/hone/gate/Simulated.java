package hone.gate;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Contests between made-up programs whose true difference is known.
record Simulated(SplittableRandom random) {

  /// How runs of the same code differ, as shares of their time.
  ///
  /// @param noise from run to run
  /// @param drift from block to block; with any, a run is now and then much slower
  record Machine(double noise, double drift) {}

  static Simulated seeded(long seed) {
    return new Simulated(new SplittableRandom(seed));
  }

  /// A quiet machine; the candidate takes `ratio` times as long.
  Contest quiet(String benchmark, double ratio) {
    return contest(benchmark, Metric.TIME, ratio, new Machine(0.01, 0));
  }

  Contest contest(String benchmark, Metric metric, double ratio, Machine machine) {
    List<Block> made = new ArrayList<>();
    double level = 0;
    for (int b = 0; b < Bench.BLOCKS; b++) {
      level = 0.8 * level + machine.drift() * random.nextGaussian();
      double[] old = new double[2];
      double[] candidate = new double[2];
      for (int i = 0; i < 2; i++) {
        old[i] = run(level, machine);
        candidate[i] = ratio * run(level, machine);
      }
      made.add(Block.of(old, candidate));
    }
    return new Contest(benchmark, metric, made);
  }

  private double run(double level, Machine machine) {
    double busy = machine.drift() > 0 && random.nextInt(15) == 0 ? 0.4 : 0;
    return 1e6 * Math.exp(level + machine.noise() * random.nextGaussian() + busy);
  }
}
