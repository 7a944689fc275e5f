package hone.collect;

import hone.collect.CollectFailure.ProfilerMissing;
import hone.collect.CollectFailure.ProfilerRefused;
import hone.process.Captured;
import hone.process.Command;
import hone.process.Outcome;
import hone.process.Outcome.Exited;
import hone.process.SearchPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Samples a Python service from outside with py-spy, into a speedscope file.
///
/// Only a service of several processes is sampled with `--subprocesses`, because that puts a frame
/// with the process above every stack.
final class PythonProfiler implements Profiler {

  private static final String NAME = "py-spy";
  private static final int RATE_PER_SECOND = 100;
  private static final Duration SPARE = Duration.ofSeconds(60);

  private final SearchPath path;

  PythonProfiler(SearchPath path) {
    this.path = path;
  }

  @Override
  public void check() throws CollectException {
    program();
  }

  @Override
  public Map<String, String> environment(Map<String, String> given, Path folder) {
    return Map.of();
  }

  @Override
  public Recording record(Target target) throws CollectException, InterruptedException {
    ProcessHandle owner = target.owner(NAME);
    Path file = target.folder().resolve("cpu.speedscope.json");
    List<String> words =
        new ArrayList<>(
            List.of(
                program().toString(),
                "record",
                "--format",
                "speedscope",
                "--rate",
                Integer.toString(RATE_PER_SECOND),
                "--duration",
                Long.toString(target.durationSeconds()),
                "--pid",
                Long.toString(owner.pid()),
                "--output",
                file.toString()));
    if (owner.children().findAny().isPresent()) {
      words.add("--subprocesses");
      target.warnings().add("the service has several processes: each is a frame above its stacks");
    }
    Command command = Command.of(target.folder(), words).withLimit(target.duration().plus(SPARE));
    Outcome outcome = target.supervisor().run(command);
    requireProfile(outcome, file, owner);
    return Recording.of(List.of(new CollectedProfile(ProfileKind.CPU, file, shown(words, owner))));
  }

  private Path program() throws CollectException {
    return path.find(NAME)
        .orElseThrow(
            () -> new CollectException(new ProfilerMissing(NAME, "pip install py-spy==0.4.3")));
  }

  private static void requireProfile(Outcome outcome, Path file, ProcessHandle owner)
      throws CollectException {
    switch (outcome) {
      case Exited exited when exited.succeeded() && Files.exists(file) -> {}
      case Exited exited -> throw refused(exited.stderr(), owner);
      case Outcome.TimedOut late -> throw refused(late.stderr(), owner);
      case Outcome.NotStarted gone ->
          throw new CollectException(
              new ProfilerRefused(NAME, gone.reason(), "pip install --force-reinstall py-spy"));
    }
  }

  private static CollectException refused(Captured stderr, ProcessHandle owner) {
    String text = stderr.text();
    String remedy = "run it by hand: py-spy dump --pid " + owner.pid();
    if (text.contains("Permission Denied") || text.contains("Operation not permitted")) {
      remedy =
          "let it read other processes: sudo setcap cap_sys_ptrace+ep \"$(command -v py-spy)\","
              + " or sudo sysctl kernel.yama.ptrace_scope=0, or run hone as root";
    } else if (text.contains("Failed to find python version")) {
      remedy = "the process on the port is not Python: see 'language' and 'start' in hone.yaml";
    }
    return new CollectException(
        new ProfilerRefused(NAME, String.join(" ", stderr.lastLines(3)), remedy));
  }

  private static String shown(List<String> words, ProcessHandle owner) {
    String file = words.get(words.indexOf("--output") + 1);
    return String.join(" ", words)
        .replace(words.getFirst(), NAME)
        .replace(file, String.valueOf(Path.of(file).getFileName()))
        .replace("--pid " + owner.pid(), "--pid PID");
  }
}
