package hone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

  private static final long SECOND = 1_000_000_000;

  @ParameterizedTest
  @CsvSource({"0.5, 4, 2", "3, 1, 3", "40, 2, 80", "150, 10, 1500", "20480, 1, 20480"})
  void areAsManyAsTheRateSaysInOrderWithinTheDuration(double rate, long seconds, int count) {
    long[] due = arrivals(rate, seconds * SECOND);

    assertThat(due).hasSize(count).isSorted();
    assertThat(due[0]).isNotNegative();
    assertThat(due[count - 1]).isLessThan(seconds * SECOND);
  }

  @Test
  void areAsManyAsTheRateSaysInEachTenthOfASecond() {
    long[] due = arrivals(1000, SECOND);

    for (int tenth = 0; tenth < 10; tenth++) {
      long from = tenth * SECOND / 10;
      assertThat(Arrays.stream(due).filter(at -> at >= from && at < from + SECOND / 10))
          .hasSize(100);
    }
  }

  @Test
  void areTheSameForTheSamePlan() {
    assertThat(arrivals(150, SECOND)).isEqualTo(arrivals(150, SECOND));
  }

  /// Linux looks every 4 ms where CONFIG_HZ is 250. At constant intervals of 1/150 s, requests would
  /// come in 3 of the 40 tenths of a millisecond between two looks; here, each tenth has its part
  /// of them. The sum is chi-square with 39 degrees of freedom: below 72.05 with probability 0.999
  /// (R 4.5: qchisq(0.999, 39)).
  @Test
  void keepNoStepWithASampler() {
    long[] seen = new long[40];
    Arrays.stream(arrivals(150, 30 * SECOND))
        .forEach(at -> seen[(int) (at % 4_000_000 / 100_000)]++);

    double expected = 150 * 30 / 40.0;
    double distance =
        Arrays.stream(seen).mapToDouble(count -> Math.pow(count - expected, 2) / expected).sum();
    assertThat(distance).isLessThan(72.05);
  }

  private static long[] arrivals(double rate, long nanos) {
    Arrivals arrivals = new Arrivals(rate, nanos);
    LongStream.Builder due = LongStream.builder();
    while (arrivals.dueNanos() < nanos) {
      due.add(arrivals.dueNanos());
      arrivals.advance();
    }
    return due.build().toArray();
  }
}
