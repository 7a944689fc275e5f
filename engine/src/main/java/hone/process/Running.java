package hone.process;

import hone.process.Outcome.Exited;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A program that was started and may still run.
public final class Running implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration DRAIN_LIMIT = Duration.ofMillis(500);

  private final Command command;
  private final Process process;
  private final Drain stdout;
  private final Drain stderr;
  private final ProcessTree tree;
  private final Consumer<Running> stopped;
  private final CompletableFuture<Exited> exit;

  Running(
      Command command,
      Process process,
      List<Drain> drains,
      ProcessTree tree,
      Consumer<Running> stopped) {
    long startNanos = System.nanoTime();
    this.command = command;
    this.process = process;
    this.stdout = drains.getFirst();
    this.stderr = drains.getLast();
    this.tree = tree;
    this.stopped = stopped;
    this.exit =
        process
            .onExit()
            .thenApply(_ -> System.nanoTime() - startNanos)
            .thenApplyAsync(this::exited, Thread::startVirtualThread);
  }

  public Command command() {
    return command;
  }

  public long pid() {
    return process.pid();
  }

  /// Completes when the program itself has ended, whatever it left behind.
  public CompletableFuture<Exited> exit() {
    return exit.copy();
  }

  /// The program and all that came of it, as far as they are alive.
  public List<ProcessHandle> processes() {
    return tree.members();
  }

  /// What it wrote to standard output so far.
  public Captured stdout() {
    return stdout.captured();
  }

  /// What it wrote to standard error so far.
  public Captured stderr() {
    return stderr.captured();
  }

  /// How much it wrote so far, to both streams together; cheap enough to be asked often.
  public long byteCount() {
    return stdout.byteCount() + stderr.byteCount();
  }

  /// Asks the program and all that came of it to end, and kills what has not when the grace is over.
  ///
  /// An interrupt ends the grace, and is kept.
  ///
  /// @return whether nothing is left
  public boolean stop(Signal signal, Duration grace) {
    boolean ended = tree.stop(signal, grace);
    stopped.accept(this);
    return ended;
  }

  @Override
  public void close() {
    stop(Signal.TERM, GRACE);
  }

  // A process that got away may hold the pipes open, so the end of the streams is waited for only
  // so long; what is there by then is taken.
  private Exited exited(long wallNanos) {
    try {
      stdout.ended(DRAIN_LIMIT);
      stderr.ended(DRAIN_LIMIT);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    return new Exited(process.exitValue(), stdout.captured(), stderr.captured(), wallNanos);
  }
}
