package hone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

  /// A shell counts, in a child of its own, until its own clock of processor time has used up a
  /// tenth of a second at least; an idle child costs next to nothing.
  @Test
  void countsProgramsThatEndedWithWhatTheyStarted() throws IOException, InterruptedException {
    OptionalLong before = ProcessorTime.ofEnded();
    run("sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done'");
    long busy = ProcessorTime.ofEnded().orElseThrow() - before.orElseThrow();
    run("true");
    long both = ProcessorTime.ofEnded().orElseThrow() - before.orElseThrow();

    assertThat(busy).isGreaterThan(20_000_000);
    assertThat(both - busy).isBetween(0L, busy);
  }

  private static void run(String line) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("/bin/sh", "-c", line).inheritIO().start().waitFor()).isZero();
  }
}
