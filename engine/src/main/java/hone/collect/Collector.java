package hone.collect;

import hone.load.LoadReport;
import hone.process.Outcome.Exited;
import hone.process.Running;
import hone.process.SearchPath;
import hone.process.Signal;
import hone.process.Supervisor;
import hone.service.Defaults;
import hone.service.Language;
import hone.service.LoadPlan;
import hone.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Starts a service, and profiles it while it is under load.
public final class Collector {

  // What profilers need besides the time they record: to attach, to write, to detach.
  private static final Duration SPARE = Duration.ofMinutes(2);

  private final Supervisor supervisor;
  private final SearchPath path;

  /// A collector that finds profilers on the search path of this process.
  public Collector(Supervisor supervisor) {
    this(supervisor, SearchPath.inherited());
  }

  /// A collector that finds profilers elsewhere.
  public Collector(Supervisor supervisor, SearchPath path) {
    this.supervisor = supervisor;
    this.path = path;
  }

  /// Collects the profiles of one service.
  ///
  /// @param service  its path is that from the top of the worktree
  /// @param worktree where the service is checked out and built
  /// @param folder   where profiles are written, made if it is not there
  /// @param minimum  shortest time to profile, even if the planned load is shorter; positive
  /// @throws CollectException     if there is no profile; it says why
  /// @throws InterruptedException if interrupted; the service has been stopped then
  public Collected collect(
      Service service, Path worktree, Path folder, Duration minimum, Progress progress)
      throws CollectException, InterruptedException {
    Profiler profiler = profiler(service, worktree.resolve(service.path()));
    RunFolder.prepare(folder);
    profiler.check();
    try {
      Launch launch = new Launch(supervisor, service, worktree);
      Collected collected = profiled(launch, profiler, folder, minimum, progress);
      return service.language().equals(Optional.of(Language.NODE))
          ? new ClinicRuns(launch, folder, duration(service, minimum), path, progress)
              .addedTo(collected)
          : collected;
    } catch (IOException failure) {
      throw new CollectException(RunFolder.unwritable(folder, failure));
    }
  }

  private Collected profiled(
      Launch launch, Profiler profiler, Path folder, Duration minimum, Progress progress)
      throws CollectException, IOException, InterruptedException {
    Service service = launch.service();
    Port port = Port.of(service);
    progress.at(Stage.STARTING, 0);
    Readiness readiness = new Readiness(service.ready(), port);
    Map<String, String> variables = launch.variables(port);
    variables.putAll(profiler.environment(variables, folder));
    Running running = launch.started(launch.line(), port, variables, readiness);
    try {
      readiness.await(supervisor, running, service.readyTimeout());
      return underLoad(
          service, profiler, target(service, running, port, folder, minimum), progress);
    } finally {
      progress.at(Stage.STOPPING, 0);
      running.stop(Signal.named(service.stop().text()), Defaults.STOP_GRACE);
      progress.at(Stage.STOPPING, 1);
    }
  }

  private Profiler profiler(Service service, Path folder) throws CollectException {
    if (service.language().isEmpty()) {
      throw new CollectException(new CollectFailure.NotDescribed("language"));
    }
    return switch (service.language().get()) {
      case GO -> new GoProfiler();
      case PYTHON -> new PythonProfiler(withEnvironments(folder));
      case NODE -> new NodeProfiler();
      case JAVA -> new JavaProfiler(path);
    };
  }

  // A profiler that is installed beside the service's own packages.
  private SearchPath withEnvironments(Path folder) {
    List<Path> folders = new ArrayList<>(path.folders());
    folders.add(folder.resolve(".venv/bin").toAbsolutePath());
    folders.add(folder.resolve("venv/bin").toAbsolutePath());
    return new SearchPath(folders);
  }

  private Target target(
      Service service, Running running, Port port, Path folder, Duration minimum) {
    String address = port.in(service.profile());
    return new Target(
        supervisor,
        running,
        port.number(),
        address,
        folder,
        duration(service, minimum),
        new Warnings());
  }

  private static Duration duration(Service service, Duration minimum) {
    Duration planned = service.load().map(LoadPlan::duration).orElse(minimum);
    return planned.compareTo(minimum) > 0 ? planned : minimum;
  }

  private Collected underLoad(Service service, Profiler profiler, Target target, Progress progress)
      throws CollectException, IOException, InterruptedException {
    long start = System.nanoTime();
    Port port = new Port(target.port());
    try (AppliedLoad load =
            new AppliedLoad(supervisor, target.service(), port, target.folder(), service.load());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      load.warmUp(share -> progress.at(Stage.WARMING_UP, share));
      requireAlive(target, start);
      ProcessorUse use = ProcessorUse.from(target.service(), System.nanoTime());
      Future<Profiler.Recording> profiles = threads.submit(() -> profiler.record(target));
      try {
        return collected(load, profiles, use, target, progress);
      } finally {
        profiles.cancel(true);
        requireAlive(target, start);
      }
    }
  }

  private Collected collected(
      AppliedLoad load,
      Future<Profiler.Recording> profiles,
      ProcessorUse use,
      Target target,
      Progress progress)
      throws CollectException, IOException, InterruptedException {
    long start = System.nanoTime();
    CompletableFuture<Exited> exit = target.service().exit();
    LoadReport report =
        load.apply(
            target.duration().plus(SPARE),
            () -> {
              double share = (System.nanoTime() - start) / (double) target.duration().toNanos();
              progress.at(Stage.PROFILING, Math.min(1.0, share));
              return !profiles.isDone() && !exit.isDone();
            },
            target.warnings());
    if (exit.isDone()) {
      throw died(target, start);
    }
    AppliedLoad.require(report);
    AppliedLoad.judge(report, target.warnings());
    try {
      Profiler.Recording recording = profiles.get();
      return new Collected(
          recording.profiles(),
          report,
          use.until(System.nanoTime()),
          recording.eventLoop(),
          List.of(),
          target.warnings().all());
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case CollectException known -> throw known;
        case IOException io -> throw io;
        case null, default -> throw new IllegalStateException(failure.getCause());
      }
    }
  }

  // Whatever else went wrong, that the service ended is the reason.
  private static void requireAlive(Target target, long startNanos) throws CollectException {
    if (target.service().exit().isDone()) {
      throw died(target, startNanos);
    }
  }

  private static CollectException died(Target target, long startNanos) {
    Duration after = Duration.ofNanos(System.nanoTime() - startNanos);
    int code = target.service().exit().join().code();
    return new CollectException(
        new CollectFailure.DiedUnderLoad(after, code, Readiness.lastLines(target.service())));
  }
}
