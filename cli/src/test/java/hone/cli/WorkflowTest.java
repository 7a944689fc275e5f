package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The workflow that `hone init` writes: linted, and run for real by act on a pull request.
@Tag("slow")
class WorkflowTest {

  private static final String WORKFLOW = ".github/workflows/performance-gate.yml";
  private static final String GITEA = ".gitea/workflows/performance-gate.yml";
  private static final String GITLAB = ".gitlab/performance-gate.yml";
  private static final String BENCHMARK =
      """
      const cost = require('./cost.json') + process.pid % 3;
      const names = ['total', 'other'];
      const series = names.map(name => ({name, unit: 'ns', samples: [cost]}));
      console.log(JSON.stringify({benchmarks: series}));
      """;

  @TempDir private Path scratch;
  private TinyService tiny;
  private String base;

  @BeforeEach
  void aServiceWithTheWorkflow() throws Exception {
    tiny = TinyService.in(scratch);
    tiny.write("bench.js", BENCHMARK);
    tiny.commit();
    for (String forge : List.of("github", "gitea", "gitlab")) {
      assertThat(
              Run.of("init", "--yes", "--ci", forge, "-C", tiny.directory().toString()).exitCode())
          .isZero();
    }
    tiny.commit();
    base = commit();
  }

  @ParameterizedTest
  @ValueSource(strings = {WORKFLOW, GITEA})
  void hasNothingThatActionlintFinds(String workflow) throws Exception {
    Process process = started(TestPath.needed("actionlint"), "-no-color", workflow);

    assertThat(output(process)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {WORKFLOW, GITEA})
  void hasNothingThatZizmorFinds(String workflow) throws Exception {
    Process process =
        started(
            TestPath.needed("zizmor"),
            "--offline",
            "--no-progress",
            "--persona",
            "pedantic",
            workflow);

    assertThat(output(process))
        .contains("No findings to report")
        .doesNotContain("error[", "warning[");
    assertThat(process.waitFor()).isZero();
  }

  /// GitLab's own linter is a service; what is left is what a shell reads, and that the job that
  /// tells the verdict has no code to run.
  @Test
  void hasScriptsForGitLabThatAShellReads() throws Exception {
    String pipeline = Files.readString(tiny.file(GITLAB));
    Matcher script = Pattern.compile("(?m)^    - (?!if:|job:|performance-)(.*)$").matcher(pipeline);
    int scripts = 0;
    while (script.find()) {
      scripts++;
      String line = script.group(1).replaceFirst("^'(.*)'$", "$1");
      Process process = started(Path.of("/bin/sh"), "-n", "-c", line);
      assertThat(output(process)).as(line).isEmpty();
      assertThat(process.waitFor()).isZero();
    }

    assertThat(scripts).isEqualTo(7);
    assertThat(pipeline.substring(pipeline.indexOf("performance-publish:")))
        .contains("GIT_STRATEGY: none", "codequality: performance-quality.json", "junit: ");
  }

  @Test
  void holdsNoExpressionInAScriptAndNoSecret() throws Exception {
    String text = Files.readString(tiny.file(WORKFLOW));

    assertThat(text)
        .doesNotContain("secrets.", "pull_request_target", "workflow_run")
        .contains("\npermissions: {}\n", "\n    permissions:\n      contents: read\n")
        .contains("\n    permissions:\n      pull-requests: write # the one comment\n");
    assertThat(text.lines().filter(line -> line.contains("uses:")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*uses: [\\w/-]+@[0-9a-f]{40} # v[\\d.]+"));
    Matcher script = Pattern.compile("run: (?:\\|\\n((?: {10}.*\\n?)+)|(.*))").matcher(text);
    int scripts = 0;
    while (script.find()) {
      scripts++;
      assertThat(script.group()).doesNotContain("${{");
    }
    assertThat(scripts).isEqualTo(4);
  }

  @Test
  void closesOnAPlantedRegression() throws Exception {
    tiny.write("cost.json", "1500\n");

    Job job = act(head(), "");

    assertThat(job.exitCode()).as(job.log()).isEqualTo(1);
    assertThat(job.log())
        .contains("Performance regressions detected: 2", "regressed: total", "gate: closed")
        .contains("no comment: ")
        .containsPattern("\"blocking_regressions\" : \\[ *\\{")
        .contains("\"cause\" : \"build or data: cost.json\"")
        .containsPattern("\\[Performance gate/Publish\\].*exit(ed)? (with |code )?.*1");
  }

  @Test
  void opensForAHarmlessChange() throws Exception {
    tiny.write("README.md", "more\n");

    Job job = act(head(), "");

    assertThat(job.exitCode()).as(job.log()).isZero();
    assertThat(job.log()).contains("gate: open", "\"blocking_regressions\" : [ ]");
  }

  @Test
  void closesOnADeletedBenchmark() throws Exception {
    tiny.replace("bench.js", "['total', 'other']", "['total']");

    Job job = act(head(), "");

    assertThat(job.exitCode()).as(job.log()).isEqualTo(1);
    assertThat(job.log()).contains("missing: other", "gate: closed");
  }

  @Test
  void doesNotOpenForAnEditedBenchmark() throws Exception {
    tiny.replace("bench.js", "process.pid % 3", "0");

    Job job = act(head(), "");

    assertThat(job.exitCode()).as(job.log()).isEqualTo(1);
    assertThat(job.log()).contains("the change edits what measures it (bench.js)");
  }

  @Test
  void isHeldToTheStandardsOfItsBase() throws Exception {
    tiny.write("cost.json", "1500\n");
    tiny.replace(
        "AGENTS.md",
        "under load\n",
        "under load\n- Reject changes that improve <90% (noise threshold)\n");

    Job job = act(head(), "");

    assertThat(job.exitCode()).as(job.log()).isEqualTo(1);
    assertThat(job.log()).contains("Performance regressions detected: 2");
  }

  @Test
  void worksForAForkWithoutSecrets() throws Exception {
    tiny.write("cost.json", "1500\n");

    Job job = act(head(), ", \"repo\": {\"fork\": true, \"full_name\": \"stranger/tiny\"}");

    assertThat(job.exitCode()).as(job.log()).isEqualTo(1);
    assertThat(job.log()).contains("Performance regressions detected: 2");
  }

  @Test
  void saysThatBaseAndHeadAreTheSame() throws Exception {
    Job job = act(base, "");

    assertThat(job.exitCode()).as(job.log()).isEqualTo(1);
    assertThat(job.log()).contains("could not judge: base and head have the same files");
  }

  @Test
  void saysThatTheBaseHasNoSettingsYet() throws Exception {
    tiny.repository().git("rm", "--quiet", "hone.yaml");
    base = head();
    tiny.repository().git("checkout", "--quiet", "HEAD~1", "--", "hone.yaml");

    Job job = act(head(), "");

    assertThat(job.exitCode()).as(job.log()).isZero();
    assertThat(job.log()).contains("no hone.yaml at the merge-base");
  }

  /// What act came to.
  private record Job(int exitCode, String log) {}

  /// Runs the workflow for a pull request.
  ///
  /// @param fork more about its head, as JSON
  private Job act(String head, String fork) throws IOException, InterruptedException {
    Path act = TestPath.needed("act");
    Path event =
        Files.writeString(
            scratch.resolve("event.json"),
            """
            {"action": "synchronize", "number": 7, "pull_request": {"number": 7, "base": {"ref": "main", "sha": "%s"}, "head": {"ref": "change", "sha": "%s"%s}}}
            """
                .formatted(base, head, fork));
    Process process =
        started(act, "pull_request", "-e", event.toString(), "-P", "ubuntu-latest=-self-hosted");
    String log = output(process);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Job(process.exitValue(), log);
  }

  /// With a home of its own, and with hone on the PATH.
  private Process started(Path program, String... arguments) throws IOException {
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    Path hone =
        Files.writeString(
            bin.resolve("hone"),
            "#!/bin/sh\nexec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' hone.cli.Main \"$@\"\n"
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(hone, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder builder =
        new ProcessBuilder(
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(program.toString()),
                        java.util.stream.Stream.of(arguments))
                    .toList())
            .directory(tiny.directory().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    builder.environment().put("HOME", Files.createDirectories(scratch.resolve("home")).toString());
    builder.environment().put("PATH", bin + File.pathSeparator + TestPath.folders());
    builder.environment().keySet().removeAll(List.of("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "CI"));
    return builder.start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /// Commits what a test changed.
  private String head() throws IOException, InterruptedException {
    tiny.commit();
    return commit();
  }

  private String commit() throws IOException, InterruptedException {
    return tiny.repository().git("rev-parse", "HEAD").strip();
  }
}
