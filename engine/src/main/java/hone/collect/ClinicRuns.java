package hone.collect;

import hone.clinic.ProcessStatReader;
import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Source;
import hone.live.ProcessFigures;
import hone.live.Window;
import hone.process.Running;
import hone.process.SearchPath;
import hone.process.Signal;
import hone.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs a Node.js service within Clinic.js Flame, then within Doctor, each under the same load as
/// before, and keeps the folders that they write.
///
/// It stands beside hone's own profile: when it fails, that is said and nothing else is lost.
final class ClinicRuns {

  /// Without the first it asks a question on a terminal, and without a terminal ends and runs
  /// nothing; without the second it asks the network for a newer version.
  private static final Map<String, String> QUIET =
      Map.of("NO_INSIGHT", "1", "NO_UPDATE_NOTIFIER", "1");

  /// Flame turns V8's log into stacks when it is told to end; that takes about as long as the log.
  private static final Duration WRITING = Duration.ofMinutes(3);

  private static final Duration SPARE = Duration.ofMinutes(2);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Launch launch;
  private final Path folder;
  private final Duration duration;
  private final SearchPath path;
  private final Progress progress;

  /// @param folder of the profiles
  ClinicRuns(Launch launch, Path folder, Duration duration, SearchPath path, Progress progress) {
    this.launch = launch;
    this.folder = folder.resolve("clinic").toAbsolutePath();
    this.duration = duration;
    this.path = path;
    this.progress = progress;
  }

  /// What was collected, with what Clinic.js found where the project has it.
  Collected addedTo(Collected collected) throws IOException, InterruptedException {
    List<ClinicFolder> folders = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try {
      Optional<ClinicLine> line = ClinicLine.of(launch, path);
      if (line.isPresent()) {
        line.get().check(launch.supervisor(), launch.folder(), launch.service().env());
        Files.createDirectories(folder);
        for (ClinicTool tool : ClinicTool.values()) {
          run(tool, line.get(), folders, warnings);
        }
      }
    } catch (ClinicLine.NotRun reason) {
      warnings.add("Clinic.js was not run: " + reason.getMessage());
    } catch (CollectException failure) {
      warnings.add("Clinic.js was not run: " + failure.getMessage());
    }
    return collected.with(folders, warnings);
  }

  private void run(
      ClinicTool tool, ClinicLine line, List<ClinicFolder> folders, List<String> warnings)
      throws IOException, InterruptedException {
    String command = line.within(tool, folder);
    try {
      Port port = Port.of(launch.service());
      Map<String, String> variables = launch.variables(port);
      variables.putAll(QUIET);
      Readiness readiness = new Readiness(launch.service().ready(), port);
      Running running = launch.started(command, port, variables, readiness);
      Window loaded = loaded(tool, running, port, readiness);
      Path written =
          written(tool)
              .orElseThrow(() ->
                  new CollectException(
                      new CollectFailure.CannotBeRun(
                          "it left no folder: "
                              + String.join(" | ", Readiness.lastLines(running)))));
      folders.add(new ClinicFolder(tool, written, command, figures(tool, written, loaded)));
    } catch (CollectException failure) {
      warnings.add(
          "Clinic.js %s brought nothing: %s"
              .formatted(
                  tool.text(), Printable.of(failure.failure().message(), CollectFailure.QUOTED)));
    } catch (FormatException broken) {
      warnings.add("Clinic.js %s: %s".formatted(tool.text(), broken.getMessage()));
    }
  }

  /// Waits for the service, loads it, and has Clinic.js write what it has.
  private Window loaded(ClinicTool tool, Running running, Port port, Readiness readiness)
      throws CollectException, IOException, InterruptedException {
    Service service = launch.service();
    try (AppliedLoad load =
        new AppliedLoad(launch.supervisor(), running, port, folder, service.load())) {
      readiness.await(launch.supervisor(), running, service.readyTimeout());
      load.warmUp(_ -> progress.at(tool.stage(), 0));
      long fromNanos = nowNanos();
      long start = System.nanoTime();
      load.apply(
          duration.plus(SPARE),
          () -> {
            double share = (System.nanoTime() - start) / (double) duration.toNanos();
            progress.at(tool.stage(), Math.min(1, share));
            return share < 1 && !running.exit().isDone();
          },
          new Warnings());
      return new Window(fromNanos, nowNanos());
    } finally {
      running.stop(Signal.INT, WRITING);
    }
  }

  private static long nowNanos() {
    return System.currentTimeMillis() * NANOS_PER_MILLI;
  }

  /// The folder of this run: the newest, where an earlier collection was broken off.
  private Optional<Path> written(ClinicTool tool) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(".clinic-" + tool.text()))
          .filter(Files::isDirectory)
          .max(Comparator.comparingLong(each -> each.toFile().lastModified()));
    }
  }

  private static Optional<ProcessFigures> figures(ClinicTool tool, Path written, Window loaded)
      throws IOException {
    Path table = written.resolve(written.getFileName() + "-processstat");
    return tool == ClinicTool.DOCTOR
        ? loaded.figures(ProcessStatReader.read(Source.of(table), _ -> {}))
        : Optional.empty();
  }
}
