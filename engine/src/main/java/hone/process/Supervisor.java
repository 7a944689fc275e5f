package hone.process;

import hone.process.Outcome.NotStarted;
import hone.process.Outcome.TimedOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts programs, and ends with them.
///
/// Every program runs in a session of its own where `setsid` is present, so that Ctrl-C in a
/// terminal reaches only us and we stop the programs in order; and with a mark in the variable
/// `HONE_RUN`, by which whatever came of it is found again. Marks are appended to an inherited
/// value, so that a supervisor inside a supervised program leaves nothing behind either.
public final class Supervisor implements AutoCloseable {

  private static final String VARIABLE = "HONE_RUN";
  private static final Path NOTHING_TO_READ = Path.of("/dev/null");
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration SHORT_GRACE = Duration.ofSeconds(2);

  private final String mark;
  private final List<String> prefix;
  private final Watchdog watchdog;
  private final Thread hook;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private long startedCount;
  private volatile boolean closed;

  private Supervisor(String mark, List<String> prefix, Watchdog watchdog) {
    this.mark = mark;
    this.prefix = List.copyOf(prefix);
    this.watchdog = watchdog;
    this.hook = Thread.ofPlatform().name("stop programs").unstarted(() -> end(SHORT_GRACE));
  }

  /// A supervisor with nothing to supervise yet.
  ///
  /// @throws IOException if there is no shell to watch over it
  public static Supervisor open() throws IOException {
    String mark = UUID.randomUUID().toString();
    List<String> prefix =
        SearchPath.inherited()
            .find("setsid")
            .map(program -> List.of(program.toString()))
            .orElse(List.of());
    Supervisor supervisor = new Supervisor(mark, prefix, Watchdog.start(mark, prefix));
    Runtime.getRuntime().addShutdownHook(supervisor.hook);
    return supervisor;
  }

  /// Runs a program to its end, or to its time limit. What it left running is ended as well.
  ///
  /// @throws InterruptedException if interrupted, or if this supervisor is ending everything; the
  ///     program has been ended then
  public Outcome run(Command command) throws InterruptedException {
    requireGoingOn();
    Running started;
    try {
      started = start(command, LineListener.none());
    } catch (IOException reason) {
      requireGoingOn();
      return new NotStarted(String.valueOf(reason.getMessage()));
    }
    try {
      Outcome exited = started.exit().get(command.limit().toNanos(), TimeUnit.NANOSECONDS);
      requireGoingOn();
      return exited;
    } catch (TimeoutException late) {
      started.stop(Signal.TERM, SHORT_GRACE);
      return new TimedOut(command.limit(), started.stdout(), started.stderr());
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } finally {
      started.stop(Signal.TERM, SHORT_GRACE);
    }
  }

  /// Starts a program, which ends at the latest with this supervisor.
  ///
  /// @throws IOException if there is nothing to run, or everything is being ended; the message says
  ///     what is missing
  public Running start(Command command, LineListener heard) throws IOException {
    requireDirectory(command);
    List<String> words = new ArrayList<>(prefix);
    words.add(program(command).toString());
    words.addAll(command.words().subList(1, command.words().size()));
    Optional<OutputStream> file =
        command.output().isPresent()
            ? Optional.of(Drain.file(command.output().get()))
            : Optional.empty();
    return started(command, words, file, heard);
  }

  /// Tells what a program did of its own from what came of our ending it.
  ///
  /// @throws InterruptedException if everything is being ended: how a program ended says nothing then
  public void requireGoingOn() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("everything is being ended");
    }
  }

  /// What a command lacks to be started, if anything: its directory, or its program.
  public Optional<String> missing(Command command) {
    try {
      requireDirectory(command);
      program(command);
      return Optional.empty();
    } catch (IOException reason) {
      return Optional.of(String.valueOf(reason.getMessage()));
    }
  }

  /// Ends everything that was started and still runs.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      return; // the hook is at it
    }
    end(GRACE);
  }

  private synchronized Running started(
      Command command, List<String> words, Optional<OutputStream> file, LineListener heard)
      throws IOException {
    if (closed) {
      throw new IOException("everything is being ended");
    }
    startedCount++;
    String own = mark + "-" + startedCount + ";";
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(command.directory().toFile())
            .redirectInput(command.input().orElse(NOTHING_TO_READ).toFile());
    Map<String, String> environment = builder.environment();
    String inherited = environment.getOrDefault(VARIABLE, "");
    if (command.inheritance() == Command.Inheritance.NOTHING) {
      environment.clear();
    }
    environment.putAll(command.environment());
    environment.put(VARIABLE, inherited + own);
    Process process = process(builder, file);
    watchdog.started(process.pid());
    List<Drain> drains = List.of(Drain.stdout(process, file, heard), Drain.stderr(process, heard));
    ProcessTree tree = new ProcessTree(own, List.of(process.toHandle()));
    Running program = new Running(command, process, drains, tree, this::forget);
    running.add(program);
    return program;
  }

  private static Process process(ProcessBuilder builder, Optional<OutputStream> file)
      throws IOException {
    try {
      return builder.start();
    } catch (IOException refused) {
      if (file.isPresent()) {
        file.get().close();
      }
      throw refused;
    }
  }

  private void forget(Running stopped) {
    if (running.remove(stopped)) {
      watchdog.ended(stopped.pid());
    }
  }

  private synchronized void end(Duration grace) {
    if (!closed) {
      closed = true;
      List<ProcessHandle> roots = new ArrayList<>();
      running.forEach(program -> roots.addAll(program.processes()));
      new ProcessTree(mark, roots).stop(Signal.TERM, grace);
      watchdog.close();
    }
  }

  private static void requireDirectory(Command command) throws IOException {
    if (!Files.isDirectory(command.directory())) {
      throw new IOException("no such directory: '" + command.directory() + "'");
    }
  }

  private static Path program(Command command) throws IOException {
    String name = command.words().getFirst();
    if (!name.contains("/")) {
      String path = command.environment().get("PATH");
      SearchPath searched = path == null ? SearchPath.inherited() : SearchPath.of(path);
      return searched
          .find(name)
          .orElseThrow(() -> new IOException("program not found on the PATH: '" + name + "'"));
    }
    Path file = command.directory().toAbsolutePath().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException("no such program: '" + name + "'");
    }
    if (!Files.isExecutable(file)) {
      throw new IOException("not executable: '" + name + "'");
    }
    return file;
  }
}
