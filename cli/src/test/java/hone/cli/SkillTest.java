package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The skill that `hone init` writes, in the hands of the real Codex: what it sends to a model
/// server on the loopback interface tells whether it knows the skill.
@Tag("slow")
class SkillTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir private Path scratch;
  private Path codex;
  private Path home;
  private Process model;
  private TinyService tiny;

  @BeforeEach
  void aServiceWithTheSkillAndAModel() throws Exception {
    codex = TestPath.needed("codex");
    Path server =
        Path.of(
            System.getenv().getOrDefault("HONE_SHARED", ""),
            "tools/mock-responses/mock_responses.py");
    assumeTrue(Files.exists(server), "HONE_SHARED names no model server for tests");
    tiny = TinyService.in(scratch);
    assertThat(Run.of("init", "--yes", "-C", tiny.directory().toString()).exitCode()).isZero();
    tiny.commit();
    Path caches = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache"));
    home = Files.createTempDirectory(caches, "hone-skill-test");
    model =
        new ProcessBuilder(
                "python3",
                server.toString(),
                "--port",
                "0",
                "--port-file",
                file("port").toString(),
                "--log",
                Files.createDirectory(file("log")).toString())
            .redirectErrorStream(true)
            .redirectOutput(file("model.out").toFile())
            .start();
  }

  @AfterEach
  void endAll() throws IOException {
    if (model != null) {
      model.destroy();
    }
    if (home != null) {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  @Test
  void codexListsIt() throws Exception {
    String request = asked("Say what you can do.");

    assertThat(request)
        .contains("perf-auditor: Finds what makes this service slow and proves the fix.")
        .contains("/tiny/.agents/skills`", "perf-auditor/SKILL.md")
        .doesNotContain("hone audit --candidate");
  }

  @Test
  void codexLoadsIt() throws Exception {
    assertThat(asked("$perf-auditor make it faster")).contains("hone audit --candidate fix.patch");
  }

  @Test
  void codexGetsTheStandards() throws Exception {
    assertThat(asked("Say what you can do.")).contains("# Performance Engineering Standards");
  }

  /// Everything that Codex sent for a prompt.
  private String asked(String prompt) throws Exception {
    String address = "http://127.0.0.1:" + port() + "/s/text/v1";
    List<String> words =
        new ArrayList<>(
            List.of(codex.toString(), "exec", "--json", "--color", "never", "--ephemeral"));
    words.addAll(List.of("--ignore-user-config", "-C", tiny.directory().toString()));
    words.addAll(List.of("-s", "read-only", "-m", "gpt-5.5"));
    for (String setting :
        List.of(
            "model_provider=\"mock\"",
            "model_providers.mock={name=\"mock\",base_url=\"%s\",env_key=\"MOCK_KEY\",wire_api=\"responses\"}"
                .formatted(address),
            "skills.bundled.enabled=false",
            "analytics.enabled=false",
            "check_for_update_on_startup=false")) {
      words.addAll(List.of("-c", setting));
    }
    words.add(prompt);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(file("codex.out").toFile());
    builder.environment().put("PATH", TestPath.folders());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("CODEX_HOME", home.toString());
    builder.environment().put("MOCK_KEY", "sk-mock");
    Process process = builder.start();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(file("codex.out"));
    assertThat(said).doesNotContain("failed to load skill");
    StringBuilder requests = new StringBuilder();
    try (Stream<Path> logs = Files.list(file("log"))) {
      for (Path log : logs.toList()) {
        requests.append(Files.readString(log, UTF_8));
      }
    }
    assertThat(requests).as(said).isNotEmpty();
    return requests.toString();
  }

  private String port() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (!Files.exists(file("port")) || Files.readString(file("port")).isBlank()) {
      assertThat(model.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(Instant.now()).isBefore(end);
    }
    return Files.readString(file("port")).strip();
  }

  private Path file(String name) {
    return scratch.resolve(name);
  }
}
