package hone.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  /// The ranks 983 and 997 of 1000 are scipy's; see QuantileRanksTest.
  @Test
  void countsToAQuantileAndItsInterval() {
    Latencies latencies = new Latencies.Counted(oneEach(1000), 0);

    assertThat(latencies.count()).isEqualTo(1000);
    assertThat(latencies.quantile(0.99))
        .contains(new Figure(990, OptionalDouble.of(983), OptionalDouble.of(997)));
    assertThat(latencies.quantile(1)).contains(Figure.of(1000));
  }

  @Test
  void aRequestWithoutAnAnswerIsLaterThanAllOthers() {
    Latencies latencies = new Latencies.Counted(oneEach(980), 20);

    Figure figure = latencies.quantile(0.99).orElseThrow();

    assertThat(latencies.count()).isEqualTo(1000);
    assertThat(figure.value()).isInfinite();
    assertThat(figure.low().orElseThrow()).isInfinite();
    assertThat(latencies.quantile(0.5).orElseThrow().value()).isEqualTo(500);
  }

  @Test
  void aToolKnowsThePercentilesThatItToldAndNoOthers() {
    Latencies latencies = new Latencies.Told(7, new TreeMap<>(Map.of(0.99, 5e6)));

    assertThat(latencies.quantile(0.99)).contains(Figure.of(5e6));
    assertThat(latencies.quantile(0.95)).isEmpty();
  }

  @Test
  void nothingIsKnownOfNoRequests() {
    assertThat(new Latencies.Counted(new TreeMap<>(), 0).quantile(0.99))
        .isEqualTo(Optional.empty());
    assertThatThrownBy(() -> new Latencies.Counted(new TreeMap<>(Map.of(5L, 0L)), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static SortedMap<Long, Long> oneEach(long count) {
    return LongStream.rangeClosed(1, count)
        .boxed()
        .collect(Collectors.toMap(each -> each, _ -> 1L, Math::addExact, TreeMap::new));
  }
}
