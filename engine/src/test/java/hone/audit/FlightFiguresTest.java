package hone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import hone.live.AllocationRate;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightFiguresTest {

  @TempDir private Path folder;

  /// Out of the method's sight, so that the arrays are really made.
  private byte[] kept = {};

  /// What this thread allocates is counted by the JVM itself, to be compared with the recording.
  @Test
  void addsUpWhatThreadsAllocatedAndTheCollectorsPauses() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path file = folder.resolve("recording.jfr");
    long allocated;
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ThreadAllocationStatistics").withPeriod(Duration.ofMillis(100));
      recording.enable("jdk.GCPhasePause").withoutThreshold();
      recording.start();
      long before = threads.getCurrentThreadAllocatedBytes();
      long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      while (System.nanoTime() < end) {
        kept = new byte[64 * 1024];
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
      System.gc();
      recording.stop();
      recording.dump(file);
    }

    FlightFigures figures = FlightFigures.of(file);

    AllocationRate rate = figures.allocation().orElseThrow();
    assertThat(rate.source()).isEqualTo(AllocationRate.Source.COUNTED);
    assertThat(rate.bytesPerSecond() * rate.durationNanos() / 1e9)
        .isCloseTo((double) allocated, Percentage.withPercentage(20));
    assertThat(figures.pauses().count()).isPositive();
    assertThat(figures.pauses().totalNanos())
        .isGreaterThanOrEqualTo(figures.pauses().longestNanos());
    assertThat(kept).hasSize(64 * 1024);
  }
}
