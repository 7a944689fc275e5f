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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs the team's own command line of all benchmarks once more, while the runtime of its language
/// profiles: JFR in every JVM, V8's profiler in every Node.js process, py-spy around Python.
record SuiteProfiler(Shell shell, Language language, String line, Path log)
    implements BenchmarkProfiler {

  private static final int RATE_PER_SECOND = 100;
  private static final String PRELOAD = "profile.cjs";

  @Override
  public Scope scope() {
    return Scope.SUITE;
  }

  @Override
  public Answer profile(Question question) throws Refusal, IOException {
    Path folder = Files.createDirectories(question.folder()).toAbsolutePath();
    return switch (language) {
      case JAVA ->
          ran(
              question,
              line,
              "JAVA_TOOL_OPTIONS",
              "-XX:StartFlightRecording=filename=" + folder + ",settings=profile");
      case NODE -> ran(question, line, "NODE_OPTIONS", "--require=" + preload(folder));
      case PYTHON -> ran(question, sampled(folder), "PYTHONUNBUFFERED", "1");
      case GO -> throw new IllegalStateException("Go benchmarks are profiled one by one");
    };
  }

  /// @param value put behind what the service's own environment has there
  private Answer ran(Question question, String command, String variable, String value)
      throws Refusal, IOException {
    Map<String, String> environment = new HashMap<>(shell.environment());
    environment.merge(variable, value, (own, more) -> own + " " + more);
    Shell.Result result =
        new Shell(shell.supervisor(), environment)
            .run(command, question.directory(), question.limit(), log);
    return result.failure().isPresent()
        ? Answer.failed(result.failure().get())
        : Answer.of(profiles(question.folder()));
  }

  private String sampled(Path folder) {
    return "py-spy record --format speedscope --rate %d --subprocesses --output %s -- sh -c %s"
        .formatted(RATE_PER_SECOND, quoted(folder.resolve("cpu.speedscope.json")), quoted(line));
  }

  /// The program that Node.js reads before any other, beside the profiles it will write.
  private static Path preload(Path folder) throws IOException {
    Path file = folder.resolve(PRELOAD);
    try (InputStream in = SuiteProfiler.class.getResourceAsStream(PRELOAD)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + PRELOAD);
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
