package hone.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.input.Source;
import hone.live.EventLoop;
import hone.load.LoadReport;
import hone.process.Command;
import hone.process.Outcome;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.Service;
import hone.service.ServiceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real services, profilers and load; a runtime that is not on this machine skips its test.
@Timeout(120)
@Tag("slow")
class CollectorTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final String LOAD =
      """
      load:
        rate: 40/s
        duration: 2s
        warmup: 200ms
        requests: [GET /]
      """;

  @TempDir private Path folder;
  private Path profiles = Path.of("");

  @BeforeEach
  void putServicesInPlace() throws IOException {
    profiles = folder.resolve("run/profiles");
    for (String name : List.of("service.go", "service.py", "service.js", "Service.java")) {
      try (InputStream in = Objects.requireNonNull(CollectorTest.class.getResourceAsStream(name))) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  @Test
  void takesWhatAGoServiceRecordsAndSaysWhatItDoesNot() throws Exception {
    Path go = program("go");
    try (Supervisor supervisor = Supervisor.open()) {
      Command build =
          Command.of(folder, List.of(go.toString(), "build", "-o", "service", "service.go"));
      assertThat(supervisor.run(build))
          .isInstanceOfSatisfying(Outcome.Exited.class, built -> assertThat(built.code()).isZero());
    }

    Collected collected = collect("language: go\nstart: ./service ${PORT}\n" + LOAD);

    assertThat(collected.profiles())
        .extracting(CollectedProfile::kind)
        .containsExactly(ProfileKind.CPU, ProfileKind.ALLOCATION, ProfileKind.WAITING);
    for (CollectedProfile profile : collected.profiles().subList(0, 2)) {
      assertThat(unpacked(profile.file())).contains("main.busy");
    }
    assertThat(unpacked(collected.profiles().getLast().file())).contains("contentions", "delay");
    assertThat(collected.warnings())
        .containsOnlyOnce(
            "waiting for locks was not recorded: the service does not call"
                + " runtime.SetMutexProfileFraction");
    assertUnderLoad(collected);
  }

  @Test
  void samplesAPythonServiceWithPySpy() throws Exception {
    program("python3");
    program("py-spy");

    Collected collected = collect("language: python\nstart: python3 service.py ${PORT}\n" + LOAD);

    JsonNode profile = json(collected.profiles().getFirst().file());
    assertThat(profile.path("$schema").asString()).contains("speedscope");
    assertThat(
            profile.at("/shared/frames").valueStream().map(frame -> frame.path("name").asString()))
        .contains("busy");
    assertUnderLoad(collected);
  }

  @Test
  void asksTheInspectorOfANodeService() throws Exception {
    program("node");

    Collected collected = collect("language: node\nstart: node service.js ${PORT}\n" + LOAD);

    JsonNode profile = json(collected.profiles().getFirst().file());
    assertThat(profile.path("samples").size()).isGreaterThan(100);
    assertThat(
            profile
                .path("nodes")
                .valueStream()
                .map(node -> node.at("/callFrame/functionName").asString()))
        .contains("busy");
    EventLoop loop = collected.eventLoop().orElseThrow();
    assertThat(loop.tickCount()).isBetween(50L, 250L);
    assertThat(loop.utilisation()).isBetween(0.001, 0.999);
    assertUnderLoad(collected);
  }

  @Test
  void profilesEachProcessOfANodeClusterAndTellsOfWorkerThreads() throws Exception {
    program("node");
    Files.writeString(
        folder.resolve("cluster.js"),
        """
        const cluster = require('node:cluster');
        if (cluster.isPrimary) {
          cluster.fork();
        } else {
          new (require('node:worker_threads').Worker)('setInterval(() => {}, 1000)', {eval: true});
          require('./service.js');
        }
        """);

    Collected collected = collect("language: node\nstart: node cluster.js ${PORT}\n" + LOAD);

    assertThat(collected.profiles())
        .extracting(profile -> String.valueOf(profile.file().getFileName()))
        .containsExactly("cpu.cpuprofile", "cpu-2.cpuprofile");
    assertThat(Files.readString(collected.profiles().getLast().file())).contains("\"busy\"");
    assertThat(collected.warnings()).anyMatch(warning -> warning.contains("worker threads (1)"));
  }

  @Test
  void recordsAJavaServiceByProcessorTime() throws Exception {
    Collected collected = collect(java("${PORT}") + LOAD);

    Set<String> events = eventsWith(collected.profiles().getFirst().file(), "busy");
    assertThat(events).contains("jdk.CPUTimeSample", "jdk.ObjectAllocationSample");
    assertThat(events).doesNotContain("jdk.ExecutionSample");
    assertUnderLoad(collected);
  }

  @Test
  void recordsAJavaServiceOfAnOlderJdkByThreadSamples() throws Exception {
    Optional<Path> jdk = olderJdk();
    assumeTrue(jdk.isPresent(), "no JDK 17 in /usr/lib/jvm");
    String home = jdk.orElseThrow().toString();

    Collected collected =
        collect(
            "language: java\nstart: $JAVA_HOME/bin/java Service.java ${PORT}\nenv: {JAVA_HOME: "
                + home
                + "}\n"
                + LOAD);

    Set<String> events = eventsWith(collected.profiles().getFirst().file(), "busy");
    assertThat(events).contains("jdk.ExecutionSample");
  }

  @Test
  void saysWhatAServiceThatDoesNotStartWroteLast() {
    CollectFailure failure =
        failure("language: go\nstart: 'echo no such table >&2; exit 7 # ${PORT}'\n");

    assertThat(failure).isEqualTo(new CollectFailure.DoesNotStart(7, List.of("no such table")));
    assertThat(failure.message())
        .isEqualTo(
            "the service ended with exit code 7 before it was ready; its last lines: 'no such table'");
  }

  @Test
  void saysWhatItWaitedForWhenAServiceIsNotReadyInTime() {
    CollectFailure failure =
        failure(
            """
            language: go
            start: 'echo up; sleep 1000'
            ready: {log: ^listening}
            ready_timeout: 300ms
            """);

    assertThat(failure.message())
        .isEqualTo(
            "the service was not ready after 0.3 s: waited for a line that matches '^listening';"
                + " its last lines: 'up'");
  }

  @Test
  void saysThatAServiceDiedUnderLoadAndHow() {
    CollectFailure failure = failure(java("${PORT} 60") + LOAD);

    assertThat(failure)
        .isInstanceOfSatisfying(
            CollectFailure.DiedUnderLoad.class,
            died -> {
              assertThat(died.exitCode()).isEqualTo(9);
              assertThat(died.lastLines()).last().isEqualTo("out of luck");
            });
  }

  @Test
  void saysThatAFixedPortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = other.getLocalPort();

      CollectFailure failure =
          failure("language: go\nstart: ./service\nready: {tcp: '127.0.0.1:" + port + "'}\n");

      assertThat(failure).isEqualTo(new CollectFailure.PortTaken(port));
    }
  }

  @Test
  void saysHowToGetAProfilerThatIsMissingBeforeItStartsAnything() throws IOException {
    Service service = service("language: python\nstart: touch started\n");

    CollectException thrown =
        catchThrowableOfType(
            CollectException.class, () -> collect(service, new SearchPath(List.of())));

    assertThat(thrown).hasMessage("py-spy is missing: pip install py-spy==0.4.3");
    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void saysWhatAGoServiceWithoutProfilesLacks() {
    CollectFailure failure = failure(java("${PORT}").replace("language: java", "language: go"));

    assertThat(failure).isInstanceOf(CollectFailure.ProfilerMissing.class);
    assertThat(failure.message()).contains("import _ \"net/http/pprof\"");
  }

  @Test
  void saysThatTheRunFolderTakesNoFile() throws IOException {
    Files.writeString(folder.resolve("run"), "a file where the folder would be");

    CollectFailure failure = failure(java("${PORT}"));

    assertThat(failure)
        .isInstanceOfSatisfying(
            CollectFailure.Unwritable.class,
            unwritable -> assertThat(unwritable.folder()).isEqualTo(profiles));
  }

  @Test
  void namesTheKeyThatIsNotThere() {
    assertThat(failure("language: java\n")).isEqualTo(new CollectFailure.NotDescribed("start"));
    assertThat(failure("start: ./run\n")).isEqualTo(new CollectFailure.NotDescribed("language"));
  }

  @Test
  void warnsThatAProfileWithoutLoadIsOfAnIdleService() throws Exception {
    Collected collected = collect(java("${PORT}"));

    assertThat(collected.load()).isEqualTo(new LoadReport.Idle());
    assertThat(collected.warnings())
        .singleElement()
        .asString()
        .contains("idle service", "critical", "describe the load");
  }

  private void assertUnderLoad(Collected collected) throws IOException {
    assertThat(collected.load())
        .isInstanceOfSatisfying(
            LoadReport.Generated.class,
            load -> {
              assertThat(load.completed()).isGreaterThanOrEqualTo(40);
              assertThat(load.failures()).isEmpty();
            });
    assertThat(collected.profiles()).allMatch(profile -> profile.file().startsWith(profiles));
  }

  private CollectFailure failure(String yaml) {
    return catchThrowableOfType(CollectException.class, () -> collect(yaml)).failure();
  }

  private Collected collect(String yaml) throws Exception {
    return collect(service(yaml), testPath());
  }

  private Collected collect(Service service, SearchPath path) throws Exception {
    Set<Stage> stages = ConcurrentHashMap.newKeySet();
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    try (Supervisor supervisor = Supervisor.open()) {
      Collected collected =
          new Collector(supervisor, path)
              .collect(service, folder, profiles, SHORT, (stage, _) -> stages.add(stage));
      assertThat(stages).containsAll(EnumSet.of(Stage.STARTING, Stage.PROFILING, Stage.STOPPING));
      List<ProcessHandle> left = new ArrayList<>(ProcessHandle.current().descendants().toList());
      before.forEach(known -> left.removeAll(known.descendants().toList()));
      left.removeAll(before);
      left.removeIf(process -> !process.isAlive());
      // the supervisor's own shell is all that may still run
      assertThat(left).hasSizeLessThanOrEqualTo(1);
      return collected;
    }
  }

  private Service service(String yaml) throws IOException {
    return ServiceFile.read(Source.of("hone.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
        .getFirst();
  }

  private static String java(String arguments) {
    return "language: java\nstart: java Service.java " + arguments + "\n";
  }

  // HONE_TEST_PATH: where profilers were installed for the tests alone.
  private static SearchPath testPath() {
    String more = System.getenv().getOrDefault("HONE_TEST_PATH", "");
    String inherited = System.getenv().getOrDefault("PATH", "");
    return SearchPath.of(more + File.pathSeparator + inherited);
  }

  private static Path program(String name) {
    Optional<Path> program = testPath().find(name);
    assumeTrue(program.isPresent(), name + " is not on the PATH nor on HONE_TEST_PATH");
    return program.orElseThrow();
  }

  private static Optional<Path> olderJdk() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(all, "*17*")) {
      for (Path home : homes) {
        if (Files.isExecutable(home.resolve("bin/javac"))) {
          return Optional.of(home);
        }
      }
    }
    return Optional.empty();
  }

  private static String unpacked(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static JsonNode json(Path file) {
    return JsonMapper.shared().readTree(file);
  }

  private static Set<String> eventsWith(Path recording, String method) throws IOException {
    Set<String> names = ConcurrentHashMap.newKeySet();
    for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
      boolean within =
          event.getStackTrace() != null
              && event.getStackTrace().getFrames().stream()
                  .anyMatch(frame -> frame.getMethod().getName().equals(method));
      if (within) {
        names.add(event.getEventType().getName());
      }
    }
    return names;
  }
}
