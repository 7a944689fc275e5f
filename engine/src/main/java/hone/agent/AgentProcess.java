package hone.agent;

import hone.agent.AgentOutcome.OutputTooLarge;
import hone.agent.AgentOutcome.TimedOut;
import hone.process.Command;
import hone.process.LineListener;
import hone.process.Outcome.Exited;
import hone.process.Running;
import hone.process.Signal;
import hone.process.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One start of an agent's program, held to its limits and ended with all that came of it.
final class AgentProcess {

  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration LAST_WAIT = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 100;

  private AgentProcess() {}

  /// How it ended.
  ///
  /// @param stopped at which limit, if at one
  record Ended(Optional<AgentOutcome> stopped, Exited exited) {

    int code() {
      return exited.code();
    }

    Duration wall() {
      return Duration.ofNanos(exited.wallNanos());
    }
  }

  /// Runs it to its end.
  ///
  /// @throws IOException          if there is nothing to run, or it cannot be ended
  /// @throws InterruptedException if interrupted, or if all programs are being ended
  static Ended run(Supervisor supervisor, Command command, AgentLimits limits, LineListener heard)
      throws IOException, InterruptedException {
    supervisor.requireGoingOn();
    Running running = supervisor.start(command, heard);
    try {
      Optional<AgentOutcome> stopped = watch(running, limits);
      supervisor.requireGoingOn();
      running.stop(Signal.TERM, GRACE);
      return new Ended(stopped, running.exit().get(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException stuck) {
      throw new IOException("could not be ended: '" + command.words().getFirst() + "'", stuck);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } finally {
      running.stop(Signal.TERM, GRACE);
    }
  }

  private static Optional<AgentOutcome> watch(Running running, AgentLimits limits)
      throws InterruptedException, ExecutionException {
    CompletableFuture<Exited> exit = running.exit();
    long start = System.nanoTime();
    long heardAt = start;
    long bytes = 0;
    while (true) {
      boolean ended = ended(exit);
      long now = System.nanoTime();
      if (running.byteCount() != bytes) {
        bytes = running.byteCount();
        heardAt = now;
      }
      if (bytes > limits.outputBytes()) {
        return Optional.of(new OutputTooLarge(limits.outputBytes()));
      }
      if (ended) {
        return Optional.empty();
      }
      if (now - start >= limits.wall().toNanos()) {
        return Optional.of(new TimedOut(TimedOut.Clock.WALL, limits.wall()));
      }
      if (now - heardAt >= limits.idle().toNanos()) {
        return Optional.of(new TimedOut(TimedOut.Clock.IDLE, limits.idle()));
      }
    }
  }

  /// Waits a moment for the end.
  private static boolean ended(CompletableFuture<Exited> exit)
      throws InterruptedException, ExecutionException {
    try {
      exit.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException running) {
      return false;
    }
  }
}
