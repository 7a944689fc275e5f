package hone.collect;

import static org.assertj.core.api.Assertions.assertThat;

import hone.process.Command;
import hone.process.Running;
import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorUseTest {

  private static final Duration SOME = Duration.ofMillis(100);
  private static final long SECOND = 1_000_000_000L;

  @Test
  void countsTheProcessorTimeOfAllProcessesOfAService() throws IOException {
    try (Supervisor supervisor = Supervisor.open()) {
      Running busy =
          supervisor.start(
              Command.shell("(while :; do :; done) & while :; do :; done", Path.of(".")),
              (_, _) -> {});
      ProcessorUse use = ProcessorUse.from(busy, 0);
      while (used(busy).compareTo(SOME) < 0) {
        Thread.onSpinWait();
      }

      assertThat(use.until(2 * SECOND).orElse(0)).isBetween(0.01, 1.0);
      assertThat(use.until(SECOND / 2)).isEmpty();
    }
  }

  private static Duration used(Running service) {
    return service.processes().stream()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
