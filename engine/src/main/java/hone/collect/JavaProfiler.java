package hone.collect;

import hone.collect.CollectFailure.ProfilerMissing;
import hone.collect.CollectFailure.ProfilerRefused;
import hone.process.Command;
import hone.process.Outcome;
import hone.process.Outcome.Exited;
import hone.process.SearchPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Records a Java service with JDK Flight Recorder, started and stopped through `jcmd`.
///
/// From JDK 25 on Linux the recorder samples by processor time; before, it samples threads that
/// run Java code. `jcmd` of one JDK works on services of another.
final class JavaProfiler implements Profiler {

  private static final String NAME = "jcmd";
  private static final String RECORDING = "hone";
  private static final int CPU_TIME_SINCE = 25;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern VERSION = Pattern.compile("(?m)^(?:JDK |JAVA_VERSION=\")(\\d+)");
  private static final String FULL_STACKS =
      "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints";

  private final SearchPath path;

  JavaProfiler(SearchPath path) {
    this.path = path;
  }

  @Override
  public void check() throws CollectException {
    program();
  }

  @Override
  public Map<String, String> environment(Map<String, String> given, Path folder) {
    String variable = "JAVA_TOOL_OPTIONS";
    return Map.of(variable, Profiler.added(given, variable, FULL_STACKS));
  }

  @Override
  public Recording record(Target target)
      throws CollectException, IOException, InterruptedException {
    String pid = Long.toString(target.owner(NAME).pid());
    Path file = target.folder().toAbsolutePath().resolve("recording.jfr");
    Path settings = settings(target.folder().toAbsolutePath());
    List<String> start = new ArrayList<>(List.of("JFR.start", "name=" + RECORDING));
    start.add("settings=" + settings);
    if (cpuTime(target, pid)) {
      start.addAll(List.of("jdk.CPUTimeSample#enabled=true", "jdk.ExecutionSample#enabled=false"));
    }
    jcmd(target, pid, start);
    Thread.sleep(target.duration());
    jcmd(target, pid, List.of("JFR.stop", "name=" + RECORDING, "filename=" + file));
    if (!Files.exists(file)) {
      throw refused("no recording was written to '" + file + "'");
    }
    String shown = "jcmd PID " + String.join(" ", start).replace(settings.toString(), "hone.jfc");
    return Recording.of(List.of(new CollectedProfile(ProfileKind.COMBINED, file, shown)));
  }

  private static Path settings(Path folder) throws IOException {
    Path file = folder.resolve("hone.jfc");
    try (InputStream in =
        Objects.requireNonNull(JavaProfiler.class.getResourceAsStream("hone.jfc"))) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private boolean cpuTime(Target target, String pid) throws CollectException, InterruptedException {
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    Matcher version = VERSION.matcher(version(target, pid));
    return linux && version.find() && Integer.parseInt(version.group(1)) >= CPU_TIME_SINCE;
  }

  // A JDK has a file that says what it is; asking the service itself takes a second.
  private String version(Target target, String pid) throws CollectException, InterruptedException {
    Optional<Path> release =
        ProcessHandle.of(Long.parseLong(pid))
            .flatMap(process -> process.info().command())
            .map(java -> Path.of(java).resolveSibling("../release"));
    try {
      return release.isPresent()
          ? Files.readString(release.get())
          : jcmd(target, pid, List.of("VM.version"));
    } catch (IOException otherLayout) {
      return jcmd(target, pid, List.of("VM.version"));
    }
  }

  private String jcmd(Target target, String pid, List<String> request)
      throws CollectException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(program().toString(), pid));
    words.addAll(request);
    Outcome outcome = target.supervisor().run(Command.of(target.folder(), words).withLimit(LIMIT));
    return switch (outcome) {
      case Exited exited -> answer(exited);
      case Outcome.TimedOut late ->
          throw refused("no answer within " + late.limit().toSeconds() + " s");
      case Outcome.NotStarted gone -> throw refused(gone.reason());
    };
  }

  // jcmd ends with 0 even where the request failed in the service, and says so in its output.
  private static String answer(Exited exited) throws CollectException {
    String text = exited.stdout().text();
    boolean failed = text.contains("Could not ") || text.contains("Exception");
    if (!exited.succeeded() || failed) {
      throw refused(String.join(" ", exited.stderr().text().strip(), text.strip()));
    }
    return text;
  }

  // Where hone itself runs on a JDK, its jcmd is there whatever the PATH says.
  private Path program() throws CollectException {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of(System.getProperty("java.home"), "bin"));
    folders.addAll(path.folders());
    return new SearchPath(folders)
        .find(NAME)
        .orElseThrow(() ->
            new CollectException(
                new ProfilerMissing(NAME, "install a JDK (25 or later), not only a JRE")));
  }

  private static CollectException refused(String reason) {
    String remedy = "see that the service runs as the same user";
    if (reason.contains("No space left")) {
      remedy = "free space where the service keeps temporary files, and in the run directory";
    } else if (reason.contains("AttachNotSupported")) {
      remedy = "run the service as the same user, without -XX:+DisableAttachMechanism";
    }
    return new CollectException(new ProfilerRefused(NAME, reason, remedy));
  }
}
