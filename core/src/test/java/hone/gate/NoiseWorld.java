package hone.gate;

import hone.bench.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Six kinds of machine on which runs of the same code take different times.
///
/// What differs between runs is a logarithm, in the order of time; the schedule deals them to base
/// and candidate. Drift, neighbour and correlated noise are so large that all runs of the base before
/// all of the candidate, judged by Mann-Whitney, would call identical code changed in 9 to 13 % of
/// comparisons with 5 runs a side, 22 to 30 % with 10, 26 to 58 % with 20.
enum NoiseWorld {
  /// Each run for itself, 2 %.
  INDEPENDENT,
  /// One and a half per cent, and one run in twenty that is slower by 30 % in the mean.
  HEAVY,
  /// A speed that wanders by 0.7 % a run, beside 2 % of each run.
  DRIFT,
  /// A neighbour that comes and goes: 8 % slower for ten runs in the mean, one third of the time,
  /// beside 2 % of each run.
  NEIGHBOUR,
  /// Processes that land well or badly: one in three is slower by 5 %, beside 1 % of each run.
  BIMODAL,
  /// Noise of 3 % with a memory: half of it is still there in the next run.
  CORRELATED;

  private static final String[] ORDERS = {"0011", "0101", "0110", "1001", "1010", "1100"};

  /// A benchmark whose candidate takes `ratio` times as long.
  Contest contest(SplittableRandom random, String benchmark, double ratio) {
    double[] noise = noise(random, 4 * Bench.BLOCKS);
    List<Block> blocks = new ArrayList<>();
    for (int b = 0; b < Bench.BLOCKS; b++) {
      String order = ORDERS[random.nextInt(ORDERS.length)];
      List<Double> old = new ArrayList<>();
      List<Double> candidate = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        double time = 1e6 * Math.exp(noise[4 * b + i]);
        if (order.charAt(i) == '0') {
          old.add(time);
        } else {
          candidate.add(time * ratio);
        }
      }
      blocks.add(new Block(old, candidate));
    }
    return new Contest(benchmark, Metric.TIME, blocks);
  }

  private double[] noise(SplittableRandom random, int count) {
    double[] noise = new double[count];
    double level = 0.03 * random.nextGaussian();
    boolean busy = random.nextInt(3) == 0;
    for (int i = 0; i < count; i++) {
      double own = random.nextGaussian();
      noise[i] =
          switch (this) {
            case INDEPENDENT -> 0.02 * own;
            case HEAVY ->
                0.015 * own
                    + (random.nextInt(20) == 0 ? -0.3 * Math.log(1 - random.nextDouble()) : 0);
            case DRIFT -> {
              level += 0.007 * random.nextGaussian();
              yield level + 0.02 * own;
            }
            case NEIGHBOUR -> {
              busy = busy ? random.nextInt(10) != 0 : random.nextInt(20) == 0;
              yield 0.02 * own + (busy ? 0.08 : 0);
            }
            case BIMODAL -> 0.01 * own + (random.nextInt(3) == 0 ? 0.05 : 0);
            case CORRELATED -> {
              level = 0.5 * level + 0.03 * Math.sqrt(0.75) * own;
              yield level;
            }
          };
    }
    return noise;
  }
}
