package hone.gate;

import hone.bench.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Recorded runs of identical code on a busy machine; without them their test is skipped.
final class Traces {

  private Traces() {}

  /// The wall times of a trace, in the order they were made.
  static double[] wall(String name) throws IOException {
    String told = System.getProperty("hone.shared", System.getenv("HONE_SHARED"));
    Path here = Path.of("").toAbsolutePath();
    Path module = here.endsWith("core") ? here : here.resolve("core");
    Path shared = told == null ? module.resolve("../../shared").normalize() : Path.of(told);
    Path file = shared.resolve("fixtures/statistics").resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), "skipped: no recorded numbers beside the project: " + name);
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(' '))))
          .toArray();
    }
  }

  /// Sixty runs from one on, dealt to base and candidate as a schedule would.
  static Contest dealt(double[] runs, int start, SplittableRandom random) {
    List<Block> blocks = new ArrayList<>();
    for (int at = start; at < start + 4 * Looks.MOST; at += 4) {
      int[] order = {0, 1, 2, 3};
      for (int i = 3; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      blocks.add(
          Block.of(
              new double[] {runs[at + order[0]], runs[at + order[1]]},
              new double[] {runs[at + order[2]], runs[at + order[3]]}));
    }
    return new Contest("trace", Metric.TIME, blocks);
  }
}
