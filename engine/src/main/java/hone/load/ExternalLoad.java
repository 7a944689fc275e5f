package hone.load;

import hone.input.FormatException;
import hone.live.Traffic;
import hone.process.Command;
import hone.process.LineListener;
import hone.process.Outcome.Exited;
import hone.process.Running;
import hone.process.Signal;
import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Load that a tool of the team's own drives.
public final class ExternalLoad implements AutoCloseable {

  /// How long a tool that runs for as long as the profile does may take to write its results.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int OUTPUT_LIMIT = 20_000;
  private static final long LOOK_MILLIS = 50;

  private final Running running;
  private final ToolResults results;
  private final long startNanos = System.nanoTime();

  private ExternalLoad(Running running, ToolResults results) {
    this.running = running;
    this.results = results;
  }

  /// Starts the tool.
  ///
  /// @param folder where it may leave its results
  /// @throws IOException if it cannot be started
  public static ExternalLoad start(Supervisor supervisor, Command command, Path folder)
      throws IOException {
    Command asking = ToolResults.asking(command, folder);
    ToolResults results = ToolResults.before(asking);
    return new ExternalLoad(supervisor.start(asking, LineListener.none()), results);
  }

  /// Whether the tool still drives load.
  public boolean running() {
    return !running.exit().isDone();
  }

  /// What became of it; it is stopped if it still runs.
  public LoadReport.External finish() {
    return finish(exited(), Optional.empty());
  }

  /// What became of it, and what it measured. It has five seconds to end by itself, and is asked to
  /// end like from a terminal then, upon which load tools write what they have.
  ///
  /// @param endpointClass that all its requests have, where they have one
  /// @throws FormatException if its results begin like those of a known tool and are not
  public LoadReport.External results(Optional<String> endpointClass)
      throws InterruptedException, IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (running() && System.nanoTime() < end) {
      Thread.sleep(LOOK_MILLIS);
    }
    Optional<Exited> byItself = exited();
    if (byItself.isEmpty()) {
      running.stop(Signal.INT, GRACE);
    }
    return finish(byItself, results.traffic(running.stdout().text(), endpointClass));
  }

  private Optional<Exited> exited() {
    return Optional.ofNullable(running.exit().getNow(null));
  }

  private LoadReport.External finish(Optional<Exited> exited, Optional<Traffic> traffic) {
    long durationNanos =
        exited.map(Exited::wallNanos).orElseGet(() -> System.nanoTime() - startNanos);
    running.stop(Signal.TERM, GRACE);
    String output = running.stdout().text() + running.stderr().text();
    return new LoadReport.External(
        running.command().line(),
        exited.map(Exited::code),
        durationNanos,
        output.substring(Math.max(0, output.length() - OUTPUT_LIMIT)),
        traffic);
  }

  @Override
  public void close() {
    running.close();
  }
}
