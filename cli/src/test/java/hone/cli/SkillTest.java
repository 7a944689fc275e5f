package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
  private ScriptedModel model;
  private TinyService tiny;

  @BeforeEach
  void aServiceWithTheSkillAndAModel() throws Exception {
    codex = TestPath.needed("codex");
    model = ScriptedModel.start(_ -> List.of(new ScriptedModel.Act.Say("A lot.")));
    tiny = TinyService.in(scratch);
    assertThat(Run.of("init", "--yes", "-C", tiny.directory().toString()).exitCode()).isZero();
    tiny.commit();
    Path caches = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache"));
    home = Files.createTempDirectory(caches, "hone-skill-test");
  }

  @AfterEach
  void endAll() throws IOException {
    if (model != null) {
      model.close();
    }
    if (home != null) {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
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
    List<String> words =
        new ArrayList<>(
            List.of(codex.toString(), "exec", "--json", "--color", "never", "--ephemeral"));
    words.addAll(List.of("--ignore-user-config", "-C", tiny.directory().toString()));
    words.addAll(List.of("-s", "read-only", "-m", "gpt-5.5"));
    List<String> settings = new ArrayList<>(model.settings());
    settings.addAll(List.of("skills.bundled.enabled=false", "analytics.enabled=false"));
    settings.add("check_for_update_on_startup=false");
    settings.forEach(setting -> words.addAll(List.of("-c", setting)));
    words.add(prompt);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(file("codex.out").toFile());
    builder.environment().put("PATH", TestPath.folders());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("CODEX_HOME", home.toString());
    Process process = builder.start();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(file("codex.out"));
    assertThat(said).doesNotContain("failed to load skill");
    assertThat(model.requests()).as(said).isNotEmpty();
    return model.requests().toString();
  }

  private Path file(String name) {
    return scratch.resolve(name);
  }
}
