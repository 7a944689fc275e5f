package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A machine without what hone needs, and candidates that break what they touch.
@Tag("slow")
class BadMachineTest {

  @TempDir private Path scratch;

  private TinyService tiny = new TinyService(new ProgramCopy(Path.of("")));

  @BeforeEach
  void aServiceThatWorks() throws IOException, InterruptedException {
    tiny = TinyService.in(scratch);
  }

  @Test
  void withoutGitThereIsAnInstruction() throws IOException, InterruptedException {
    Run run = onPath(Files.createDirectory(scratch.resolve("empty")), "audit");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.TOOL);
    assertThat(run.err().strip().lines())
        .singleElement()
        .asString()
        .startsWith("hone: git: ")
        .endsWith("install git");
  }

  @Test
  void withoutItsProfilerAServiceIsNotEvenStarted() throws IOException, InterruptedException {
    tiny.replace("hone.yaml", "language: node", "language: python");
    tiny.replace("hone.yaml", "start: exec node server.js", "start: touch started; exec node");
    tiny.commit();
    Path tools = Files.createDirectory(scratch.resolve("tools"));
    for (String tool : List.of("git", "sh")) {
      Files.createSymbolicLink(tools.resolve(tool), where(tool));
    }

    Run run = onPath(tools, "audit");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.TOOL);
    assertThat(run.err()).contains("hone: py-spy is missing: ").doesNotContain("\tat ");
    assertThat(tiny.file("started")).doesNotExist();
    assertThat(tiny.worktrees()).hasSize(1);
  }

  /// The service is on a file system of its own, which is filled up before the audit.
  @Test
  void aFullDiskIsNamed() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(scratch.resolve("disk"));
    boolean mounted =
        command(scratch, "mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) == 0;
    assumeTrue(mounted, "skipped: a small disk can only be mounted by root");
    try {
      TinyService small = TinyService.in(disk);
      command(disk, "sh", "-c", "head -c 4m /dev/zero > filler; exit 0");

      Run run = Run.of("audit", "-C", small.directory().toString());

      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.TOOL);
      assertThat(run.err()).contains("cannot be written: ").contains("No space left");
      assertThat(run.err()).doesNotContain("\tat ");
      assertThat(TinyService.processesOf(small.directory())).isEmpty();
    } finally {
      command(scratch, "umount", "--lazy", disk.toString());
    }
  }

  @Test
  void aRunThatAnotherProcessHoldsIsLeftAlone() throws IOException {
    Path run = Files.createDirectories(tiny.file(".hone/runs/x"));
    tiny.write(
        ".hone/runs/x/run.json",
        """
        {"service": "tiny", "base": "0", "started_at": "2026-01-02T03:04:05Z", "seed": 1,
         "blocks": 3, "patches": [], "agent": "none", "done": false}
        """);
    try (FileChannel channel =
            FileChannel.open(
                run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      Run resumed = Run.of("audit", "--resume", "x", "-C", tiny.directory().toString());

      assertThat(held.isValid()).isTrue();
      assertThat(resumed.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(resumed.err()).isEqualTo("hone: x: this run is under way in another process\n");
    }
  }

  @Test
  void candidatesThatBreakTheBuildOrTouchAJudgeFallThere() throws Exception {
    tiny.replace("hone.yaml", "start: exec", "build: test $(cat cost.json) -gt 10\nstart: exec");
    tiny.write("server.test.js", "require('assert')(true);\n");
    tiny.commit();
    Path broken = tiny.repository().patch("broken", "cost.json", "1000", "7");
    Path judge = tiny.repository().patch("judge", "server.test.js", "(true)", "(1)");

    Run run =
        Run.of(
            "audit",
            "--json",
            "-C",
            tiny.directory().toString(),
            "--candidate",
            broken.toString(),
            "--candidate",
            judge.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode candidates = JsonMapper.shared().readTree(run.out()).path("candidates");
    assertThat(candidates).hasSize(2);
    assertThat(candidates.path(0).path("verdict").stringValue()).isEqualTo("build");
    assertThat(candidates.path(0).path("reason").stringValue()).contains("exit code 1");
    assertThat(candidates.path(1).path("verdict").stringValue()).isEqualTo("policy");
    assertThat(candidates.path(1).path("reason").stringValue()).contains("a test: server.test.js");
    assertThat(tiny.worktrees()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent.pprof | no such file
          empty.pprof  | empty
          cut.pprof    | cut.pprof:
          notes.txt    | notes.txt:
          """)
  void aProfileThatIsNoneIsNamed(String name, String message) throws IOException {
    byte[] whole =
        Files.readAllBytes(ProgramCopy.root().resolve("fixtures/pprof/go-1.26/orders-cpu.pb.gz"));
    Files.write(tiny.file("empty.pprof"), new byte[0]);
    Files.write(tiny.file("cut.pprof"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(tiny.file("notes.txt"), "These are notes.\nNothing was measured.\n");

    Run run =
        Run.of("analyse", "--json", "-C", tiny.directory().toString(), tiny.file(name).toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err().lines()).singleElement().asString().startsWith("hone: ").contains(message);
    JsonNode error = JsonMapper.shared().readTree(run.out()).path("error");
    assertThat(error.path("message").stringValue()).contains(message);
  }

  /// Runs hone as a person would, with a PATH of one directory.
  private Run onPath(Path path, String command) throws IOException, InterruptedException {
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    words.addAll(List.of(System.getProperty("java.class.path"), "hone.cli.Main", command));
    words.addAll(List.of("-C", tiny.directory().toString()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("PATH", path.toString());
    Process hone = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(hone.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(hone.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static Path where(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static int command(Path directory, String... words)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(said).isTrue();
    return process.exitValue();
  }
}
