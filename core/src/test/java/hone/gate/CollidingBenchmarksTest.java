package hone.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hone.CollidingNames;
import hone.bench.Results;
import hone.bench.go.GoReader;
import hone.benchstat.Benchstat;
import hone.input.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Compares benchmarks with [CollidingNames].
///
/// Reading them takes seconds; where a table looks through all it has for each name, it takes minutes.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CollidingBenchmarksTest {

  private static final int BITS = 15;

  private final Source source =
      Source.of(
          "bench.txt",
          CollidingNames.of(BITS).stream()
              .map(name -> "Benchmark" + name + " 100 5 ns/op\n")
              .collect(Collectors.joining())
              .getBytes(UTF_8));

  @Test
  void areComparedWithThemselves() throws IOException {
    Results results = new GoReader().read(source, _ -> {});

    assertThat(Compare.unblocked(results, results, Rules.defaults())).hasSize(1 << BITS);
    assertThat(WarmUp.of(List.of(results, results), Rules.defaults())).hasSize(1 << BITS);
  }

  @Test
  void areComparedAsBenchstatDoes() throws Exception {
    Benchstat.Options options =
        new Benchstat.Options(Benchstat.Query.defaults(), 0.05, 0.95, Benchstat.Format.TEXT);

    Benchstat.Report report =
        Benchstat.compare(options, List.of(Map.entry("old", source), Map.entry("new", source)));

    assertThat(report.text().lines().filter(line -> line.contains("AaBB")).count())
        .isGreaterThan(1 << (BITS - 1));
  }
}
