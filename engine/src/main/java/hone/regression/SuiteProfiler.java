package hone.regression;

import hone.gate.LikelyCause.Scope;
import hone.service.Language;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs the team's own command line of all benchmarks again, as often as it takes to see enough,
/// while the runtime of its language profiles: JFR in every JVM, V8's profiler in every Node.js
/// process, py-spy around Python.
record SuiteProfiler(Shell shell, Language language, String line, Path log)
    implements BenchmarkProfiler {

  /// How long the runs of one side take together: a suite of half a second would leave a sampler
  /// fifty samples, start-up among them, in which no growth shows. Of a suite of 0.8 s, py-spy kept
  /// 1,000 samples in 8 s, in which a function that grew from 14 to 20 % of them was missed once.
  private static final Duration WANTED = Duration.ofSeconds(12);

  private static final int MOST_RUNS = 30;
  private static final int RATE_PER_SECOND = 400;
  private static final String PRELOAD = "profile.cjs";
  private static final String FULL_STACKS =
      "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints";

  @Override
  public Scope scope() {
    return Scope.SUITE;
  }

  @Override
  public Answer profile(Question question) throws Refusal, IOException {
    List<Path> files = new ArrayList<>();
    long spent = 0;
    for (int run = 1; run <= MOST_RUNS; run++) {
      Path folder = Files.createDirectories(question.folder().resolve(String.valueOf(run)));
      Shell.Result result =
          ran(question, folder.toAbsolutePath(), question.limit().minusNanos(spent));
      if (result.failure().isPresent()) {
        return run == 1 ? Answer.failed(result.failure().get()) : Answer.of(files);
      }
      files.addAll(profiles(folder));
      spent += result.wallNanos();
      if (spent >= WANTED.toNanos()
          || spent + 2 * result.wallNanos() > question.limit().toNanos()) {
        break;
      }
    }
    return Answer.of(files);
  }

  private Shell.Result ran(Question question, Path folder, Duration limit)
      throws Refusal, IOException {
    return switch (language) {
      case JAVA ->
          ran(
              question,
              limit,
              line,
              "JAVA_TOOL_OPTIONS",
              FULL_STACKS
                  + " -XX:StartFlightRecording=filename=%s,settings=%s"
                      .formatted(folder, resource("profile.jfc", question.folder())));
      case NODE ->
          ran(question, limit, line, "NODE_OPTIONS", "--require=" + resource(PRELOAD, folder));
      case PYTHON -> ran(question, limit, sampled(folder), "PYTHONUNBUFFERED", "1");
      case GO -> throw new IllegalStateException("Go benchmarks are profiled one by one");
    };
  }

  /// @param value put behind what the service's own environment has there
  private Shell.Result ran(
      Question question, Duration limit, String command, String variable, String value)
      throws Refusal, IOException {
    Map<String, String> environment = new HashMap<>(shell.environment());
    environment.merge(variable, value, (own, more) -> own + " " + more);
    return new Shell(shell.supervisor(), environment)
        .run(command, question.directory(), limit, log);
  }

  private String sampled(Path folder) {
    return "py-spy record --format speedscope --rate %d --subprocesses --output %s -- sh -c %s"
        .formatted(RATE_PER_SECOND, quoted(folder.resolve("cpu.speedscope.json")), quoted(line));
  }

  /// A file of ours beside the profiles: what Node.js reads before any other, what JFR records.
  private static Path resource(String name, Path folder) throws IOException {
    Path file = folder.toAbsolutePath().resolve(name);
    try (InputStream in = SuiteProfiler.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static List<Path> profiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).equals(PRELOAD))
          .sorted()
          .toList();
    }
  }

  private static String quoted(Object text) {
    return "'" + text.toString().replace("'", "'\\''") + "'";
  }
}
