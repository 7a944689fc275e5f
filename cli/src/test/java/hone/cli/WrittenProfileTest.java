package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that write profiles, on profiles of three lines.
class WrittenProfileTest {

  @TempDir Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void record() throws IOException {
    before = collapsed("before.txt", "main;render;sort 60", "main;render 20", "main;old 20");
    after = collapsed("after.txt", "main;render;sort 10", "main;render 20", "main;new 20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sum.pb.gz", "sum.collapsed", "sum.speedscope.json", "sum.folded.gz", "sum.otlp"})
  void aSumIsReadBackWithTheSameCosts(String name) {
    Path sum = folder.resolve(name);

    Run merged = Run.of("merge", before.toString(), after.toString(), "-o", sum.toString());
    Run top = Run.of("top", "-n", "1", sum.toString());

    assertThat(merged.exitCode()).as(merged.err()).isZero();
    assertThat(top.out()).contains("70  46.7 %           70  46.7 %  sort");
  }

  @Test
  void nothingIsReplacedUnlessToldTo() throws IOException {
    Path there = collapsed("there.collapsed", "mine 1");

    Run refused = Run.of("convert", before.toString(), there.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.err()).contains("--force");
    assertThat(there).hasContent("mine 1\n");

    assertThat(Run.of("convert", "--force", before.toString(), there.toString()).exitCode())
        .isZero();
    assertThat(there).content().contains("main;render;sort 60");
  }

  /// Formats without a table of names write a name for each frame: 5,000 times 64 KiB here.
  @Test
  void aProfileThatWouldBecomeHugeIsRefusedByNameAndLeavesNoFile() throws IOException {
    Path small = folder.resolve("small.speedscope.json");
    String frames = String.join(",", Collections.nCopies(5_000, "0"));
    Files.writeString(
        small,
        """
        {"$schema": "https://www.speedscope.app/file-format-schema.json",
         "shared": {"frames": [{"name": "%s"}]},
         "profiles": [{"type": "sampled", "name": "p", "unit": "none", "startValue": 0,
           "endValue": 1, "samples": [[%s]], "weights": [1]}]}
        """
            .formatted("f".repeat(65_536), frames));
    Path huge = folder.resolve("huge.collapsed");

    Run refused = Run.of("convert", small.toString(), huge.toString());

    assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.err())
        .contains(small + ": written out, one of its stacks would be more than 268435456 bytes");
    assertThat(folder).isDirectoryNotContaining("glob:**huge*");
  }

  /// A device that a file is renamed onto is gone for every program of the machine.
  @Test
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path received = folder.resolve("received");
    Process reader =
        new ProcessBuilder("cat", pipe.toString()).redirectOutput(received.toFile()).start();
    Run piped =
        Run.of("convert", "--force", "--to", "collapsed", before.toString(), pipe.toString());

    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(reader.waitFor()).isZero();
    assertThat(received).content().contains("main;render;sort 60");
    assertThat(piped.out()).isEmpty();
  }

  @Test
  void aDashIsStandardOutputAndNoFile() throws Exception {
    Path said = folder.resolve("said");
    Process hone = Hone.started(said, "convert", "--to", "collapsed", before.toString(), "-");

    assertThat(hone.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(hone.exitValue()).isZero();
    assertThat(said).content().contains("main;render;sort 60\n").contains("-: 3 samples");
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void folderAndFileThatCannotBeWrittenAreNamed() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken.collapsed"));
    Path deep = folder.resolve("new/folder/out.collapsed");
    Path below = before.resolve("out.collapsed");
    String full = "hone: /dev/full: cannot be written: No space left on device\n";

    for (String[] words :
        new String[][] {{"convert", "--force", "--to", "collapsed"}, {"merge"}, {"flame"}}) {
      boolean convert = words[0].equals("convert");
      assertThat(writing(words, convert, taken))
          .isEqualTo(
              new Run(
                  ExitCode.INPUT, "", "hone: " + taken + ": is a directory; name a file in it\n"));
      assertThat(writing(words, convert, below))
          .isEqualTo(
              new Run(
                  ExitCode.TOOL,
                  "",
                  "hone: " + below + ": cannot be written: " + before + " is no directory\n"));
      assertThat(writing(words, convert, deep).exitCode()).isZero();
      assertThat(deep).isNotEmptyFile();
      Files.delete(deep);
    }
    assertThat(Run.of("flame", "-o", "/dev/full", before.toString()))
        .isEqualTo(new Run(ExitCode.TOOL, "", full));
    assertThat(Run.of("convert", "--to", "otlp", before.toString(), "/dev/full"))
        .isEqualTo(new Run(ExitCode.TOOL, "", full));
    assertThat(taken).isEmptyDirectory();
  }

  private Run writing(String[] words, boolean convert, Path output) {
    Stream<String> names =
        convert
            ? Stream.of(before.toString(), output.toString())
            : Stream.of(before.toString(), "-o", output.toString());
    return Run.of(Stream.concat(Stream.of(words), names).toArray(String[]::new));
  }

  /// In a container every process may have the same number.
  @Test
  void whatAKilledProcessOfThisNumberLeftIsNotInTheWay() throws IOException {
    collapsed(".out.collapsed." + ProcessHandle.current().pid() + ".part", "half 1");
    Path out = folder.resolve("out.collapsed");

    assertThat(Run.of("convert", before.toString(), out.toString()).exitCode()).isZero();
    assertThat(out).content().contains("main;render;sort 60");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  /// A repository may hold links to anywhere, under the very names that are written or beside them.
  @Test
  void aLinkIsReplacedAndWhatItLeadsToStays() throws IOException {
    Path mine = collapsed("mine.collapsed", "mine 1");
    Path link = folder.resolve("link.collapsed");
    for (String[] words :
        new String[][] {
          {"convert", "--force", before.toString(), link.toString()},
          {"flame", "--force", before.toString(), "-o", link.toString()}
        }) {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, mine);
      Files.createSymbolicLink(folder.resolve("link.collapsed.new"), mine);

      assertThat(Run.of(words).exitCode()).isZero();
      assertThat(link).isRegularFile();
      assertThat(Files.isSymbolicLink(link)).isFalse();
      assertThat(mine).content().isEqualTo("mine 1\n");
      Files.deleteIfExists(folder.resolve("link.collapsed.new"));
    }
  }

  /// As with any other program, who may read it is for the user's mask to say.
  @Test
  void whatIsWrittenMayBeReadByWhomTheMaskAllows() throws IOException {
    Path converted = folder.resolve("converted.collapsed");
    Path other = Files.writeString(folder.resolve("other"), "");

    assertThat(Run.of("convert", before.toString(), converted.toString()).exitCode()).isZero();
    assertThat(Files.getPosixFilePermissions(converted))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void whatAFormatCannotHoldIsCounted() {
    String profile =
        ProgramCopy.root().resolve("fixtures/pprof/go-1.26/orders-cpu.pb.gz").toString();
    Path out = folder.resolve("orders.collapsed");

    Run run = Run.of("convert", "--json", profile, out.toString());

    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.WRITTEN.problems(document)).isEmpty();
    assertThat(document.path("not_kept").path("addresses").asLong()).isPositive();
    assertThat(document.path("not_kept").path("value types").asLong()).isEqualTo(1);
  }

  /// What the verdict on the evidence rests on is lost with them.
  @Test
  void whatIsKnownOfTheProfilerIsCounted() {
    String profile = ProgramCopy.root().resolve("fixtures/jfr/shares/jdk-17.jfr.gz").toString();

    Run run = Run.of("convert", "--json", profile, folder.resolve("shares.pb.gz").toString());

    JsonNode notKept = JsonMapper.shared().readTree(run.out()).path("not_kept");
    assertThat(notKept.path("blind spots of the profiler").asLong()).isEqualTo(1);
    assertThat(notKept.path("counts of the processor time").asLong()).isEqualTo(1);
  }

  @Test
  void aFileThatStandsWithoutALineIsCounted() throws IOException {
    Path profile = folder.resolve("files.json");
    Files.writeString(
        profile,
        """
        {"$schema": "https://www.speedscope.app/file-format-schema.json",
         "shared": {"frames": [{"name": "a", "file": "a.js"}, {"name": "b"}]},
         "profiles": [{"type": "sampled", "unit": "none", "samples": [[0, 1]], "weights": [1]}]}
        """);

    assertThat(
            Run.of("convert", profile.toString(), folder.resolve("files.collapsed").toString())
                .err())
        .contains("1 files without a line");
  }

  @Test
  void anOpenTelemetryProfileHoldsEveryValueType() {
    String profile =
        ProgramCopy.root().resolve("fixtures/pprof/go-1.26/orders-cpu.pb.gz").toString();
    String out = folder.resolve("orders.otlp.gz").toString();

    Run run = Run.of("convert", profile, out);

    assertThat(run.err()).contains("otlp cannot hold").contains("addresses");
    for (String type : List.of("cpu", "samples")) {
      List<String> before = table(Run.of("top", "--type", type, "-n", "0", profile));
      assertThat(table(Run.of("top", "--type", type, "-n", "0", out))).isEqualTo(before);
    }
  }

  /// Without the line that names the format.
  private static List<String> table(Run run) {
    return run.out().lines().skip(1).toList();
  }

  @Test
  void profilesOfDifferentThingsAreNotAdded() {
    String cpu = ProgramCopy.root().resolve("fixtures/pprof/go-1.26/orders-cpu.pb.gz").toString();
    Path sum = folder.resolve("sum.pb.gz");

    Run run = Run.of("merge", before.toString(), cpu, "-o", sum.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("value types differ").contains("before.txt");
    assertThat(sum).doesNotExist();
  }

  @Test
  void anEndingThatTellsNoFormatIsWrongUse() {
    Run run = Run.of("convert", before.toString(), folder.resolve("out.dat").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--to");
  }

  private Path collapsed(String name, String... lines) throws IOException {
    return Files.writeString(
        folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }
}
