package hone.load;

import hone.process.Command;
import hone.process.LineListener;
import hone.process.Outcome.Exited;
import hone.process.Running;
import hone.process.Signal;
import hone.process.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Load that a tool of the team's own drives.
public final class ExternalLoad implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int OUTPUT_LIMIT = 20_000;

  private final Running running;
  private final long startNanos = System.nanoTime();

  private ExternalLoad(Running running) {
    this.running = running;
  }

  /// Starts the tool.
  ///
  /// @throws IOException if it cannot be started
  public static ExternalLoad start(Supervisor supervisor, Command command) throws IOException {
    return new ExternalLoad(supervisor.start(command, LineListener.none()));
  }

  /// Whether the tool still drives load.
  public boolean running() {
    return !running.exit().isDone();
  }

  /// What became of it; it is stopped if it still runs.
  public LoadReport.External finish() {
    Optional<Exited> exited = Optional.ofNullable(running.exit().getNow(null));
    long durationNanos =
        exited.map(Exited::wallNanos).orElseGet(() -> System.nanoTime() - startNanos);
    running.stop(Signal.TERM, GRACE);
    String output = running.stdout().text() + running.stderr().text();
    return new LoadReport.External(
        running.command().line(),
        exited.map(Exited::code),
        durationNanos,
        output.substring(Math.max(0, output.length() - OUTPUT_LIMIT)));
  }

  @Override
  public void close() {
    running.close();
  }
}
