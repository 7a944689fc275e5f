package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.process.Command;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.AgentName;
import hone.service.AgentPlan;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The real codex, a scripted model, a repository to edit, and an environment full of secrets.
final class CodexStage implements AutoCloseable {

  static final String KEY = "mock-key-that-only-codex-may-know";

  private static final Map<String, String> SECRETS =
      Map.of(
          "AWS_SECRET_ACCESS_KEY", "canary-aws-0123456789",
          "GITHUB_TOKEN", "canary-github-0123456789",
          "DATABASE_PASSWORD", "canary-database-0123456789",
          "CODEX_API_KEY", "canary-codex-0123456789");

  private final Supervisor supervisor;
  private final MockModel model;
  private final Path folder;
  private final Path cache;
  private int taskCount;

  private CodexStage(Supervisor supervisor, MockModel model, Path folder, Path cache) {
    this.supervisor = supervisor;
    this.model = model;
    this.folder = folder;
    this.cache = cache;
  }

  /// @param folder for everything but codex's own files, which cannot be below `/tmp`
  static CodexStage open(Path folder) throws Exception {
    String shared = System.getenv().getOrDefault("HONE_SHARED", "");
    Path script = Path.of(shared, "tools/mock-responses/mock_responses.py");
    assumeTrue(Files.exists(script), "HONE_SHARED does not name the scripted model server");
    boolean present = searchPath().find("codex").isPresent();
    if (System.getenv("CI") == null) {
      assumeTrue(present, "codex is not on the PATH nor on HONE_TEST_PATH");
    }
    assertThat(present).as("codex on the PATH").isTrue();
    Path caches = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache"));
    Path cache = Files.createTempDirectory(caches, "hone-agent-test");
    Supervisor supervisor = Supervisor.open();
    Path log = Files.createDirectories(folder.resolve("log"));
    Path answers = Files.createDirectories(folder.resolve("answers"));
    return new CodexStage(
        supervisor, MockModel.start(supervisor, script, answers, log), folder.toRealPath(), cache);
  }

  /// Makes a script in which the model says these texts, one a request.
  ///
  /// @param name letters
  /// @return what to call the scenario
  String said(String name, String... texts) throws IOException {
    for (int turn = 1; turn <= texts.length; turn++) {
      Files.writeString(folder.resolve("answers").resolve(name + "." + turn), texts[turn - 1]);
    }
    return "said,answer=" + name;
  }

  Supervisor supervisor() {
    return supervisor;
  }

  MockModel model() {
    return model;
  }

  Path cache() {
    return cache;
  }

  Agent agent(String scenario) throws IOException {
    return agent(scenario, Map.of());
  }

  /// @param more holds against the environment of hone
  Agent agent(String scenario, Map<String, String> more) throws IOException {
    return agent(Optional.empty(), scenario, more);
  }

  Agent agent(Optional<String> program, String scenario, Map<String, String> more)
      throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(SECRETS);
    environment.put("MOCK_KEY", KEY);
    environment.put("PATH", path());
    environment.putAll(more);
    AgentPlan plan =
        new AgentPlan(
            AgentName.CODEX, program, model.arguments(scenario), List.of("MOCK_KEY"), Map.of());
    return new Agents(supervisor, environment, folder, cache)
        .chosen(plan, Optional.empty())
        .orElseThrow();
  }

  /// A task with short limits, on a repository of its own.
  AgentTask task(String prompt) throws Exception {
    taskCount++;
    Path workspace = Files.createDirectories(folder.resolve("workspace-" + taskCount));
    Files.writeString(workspace.resolve("hot.txt"), "slow\n");
    supervisor.run(Command.shell("git init -q && git add .", workspace));
    return AgentTask.of(prompt, "gpt-5.5", workspace, folder.resolve("task-" + taskCount))
        .withLimits(limits(40, 40));
  }

  static AgentLimits limits(long wallSeconds, long idleSeconds) {
    return new AgentLimits(
        Duration.ofSeconds(wallSeconds), Duration.ofSeconds(idleSeconds), 64L << 20);
  }

  /// Holds for every task, however it ended.
  void nothingIsLeftAndNothingLeaked() throws IOException {
    assertThat(processesOfAgents()).as("processes of agents").isEmpty();
    List<String> secrets = new ArrayList<>(SECRETS.values());
    secrets.add(KEY);
    for (JsonNode request : model.requests("")) {
      assertThat(secrets).as("secrets in a request").noneMatch(request.toString()::contains);
    }
    for (Path file : kept()) {
      assertThat(secrets).as("secrets in " + file).noneMatch(read(file)::contains);
    }
  }

  /// The search path with what was installed for the tests alone.
  static SearchPath searchPath() {
    return SearchPath.of(path());
  }

  static String path() {
    return System.getenv().getOrDefault("HONE_TEST_PATH", "")
        + File.pathSeparator
        + System.getenv().getOrDefault("PATH", "");
  }

  @Override
  public void close() throws IOException {
    model.close();
    supervisor.close();
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Every file that hone and codex kept; links lead to codex itself.
  private List<Path> kept() throws IOException {
    List<Path> kept = new ArrayList<>();
    for (Path root : List.of(folder, cache)) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .filter(file -> !file.startsWith(folder.resolve("log"))) // the model's, with its key
            .forEach(kept::add);
      }
    }
    return kept;
  }

  private List<String> processesOfAgents() throws IOException {
    List<String> left = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (read(process.resolve("environ")).contains(cache.toString())) {
          left.add(read(process.resolve("cmdline")).replace('\0', ' '));
        }
      }
    }
    return left;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
