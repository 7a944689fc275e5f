package hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hone.unit.Unit;
import org.junit.jupiter.api.Test;

class ScaledTest {

  @Test
  void knowsTheMetricsPeopleName() {
    assertThat(Scaled.of("ns/op")).isEqualTo(new Scaled(Metric.TIME, 1));
    assertThat(Scaled.of("ms/op")).isEqualTo(new Scaled(Metric.TIME, 1e6));
    assertThat(Scaled.of("s")).isEqualTo(new Scaled(Metric.TIME, 1e9));
    assertThat(Scaled.of("B/op")).isEqualTo(new Scaled(Metric.ALLOCATED, 1));
    assertThat(Scaled.of("allocs/op")).isEqualTo(new Scaled(Metric.ALLOCATIONS, 1));
    assertThat(Scaled.of("ops/ms")).isEqualTo(new Scaled(Metric.THROUGHPUT, 1e3));
    assertThat(Scaled.of("MB/s"))
        .isEqualTo(new Scaled(new Metric("B/s", new Unit("bytes/second"), Better.HIGHER), 1e6));
  }

  @Test
  void tidiesOnlyTheWordThatIsAUnit() {
    assertThat(Scaled.of("p99-ns"))
        .isEqualTo(new Scaled(new Metric("p99-sec", Unit.NANOSECONDS, Better.LOWER), 1));
    assertThat(Scaled.of("GC-ns/op").metric().name()).isEqualTo("GC-sec/op");
    assertThat(Scaled.of("columns/op").metric().name()).isEqualTo("columns/op");
    assertThat(Scaled.of("%"))
        .isEqualTo(new Scaled(new Metric("%", new Unit("%"), Better.LOWER), 1));
  }

  @Test
  void namesWhatHasNoName() {
    assertThat(Scaled.of("/").metric().name()).isEqualTo("count");
    assertThat(Scaled.of("/s").metric().name()).isEqualTo("count/s");
  }
}
