package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that look at profiles, on profiles of three lines.
class LookTest {

  @TempDir Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void record() throws IOException {
    before = collapsed("before.txt", "main;render;sort 60", "main;render 20", "main;old 20");
    after = collapsed("after.txt", "main;render;sort 10", "main;render 20", "main;new 20");
  }

  @Test
  void aTreeHasEachFunctionBetweenItsCallersAndItsCallees() {
    Run run = Run.of("tree", "--focus", "render", "-n", "2", before.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("80 100.0 . +[|] +main")
        .containsPattern("20  20.0 . +80  80.0 . +[|] render")
        .containsPattern("60  75.0 . +[|] +sort");
  }

  @Test
  void aPeekShowsOnlyWhatTheExpressionFinds() {
    Run run = Run.of("peek", "^sort$", before.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("| sort").contains("render").doesNotContain("old");
  }

  @Test
  void sharesAreOfAllSamplesWhateverTheFiltersLeave() {
    Run run = Run.of("top", "--ignore", "sort", "--hide", "main", before.toString());

    assertThat(run.out()).contains("20.0 %").doesNotContain("sort").doesNotContain("main");
  }

  @Test
  void aDifferenceHasWhatIsNewAndWhatVanished() {
    Run run = Run.of("diff", before.toString(), after.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("100, then 50 (-50.0 %)")
        .containsPattern("-50\\s+-50.0 %.*sort")
        .containsPattern("\\+20.*new\\s+new")
        .containsPattern("-20.*vanished\\s+old");
  }

  @Test
  void aNormalisedDifferenceComparesShares() throws IOException {
    Path twice = collapsed("twice.txt", "main;render;sort 120", "main;render 40", "main;old 40");

    Run run = Run.of("diff", "--normalize", before.toString(), twice.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("nothing differs");
  }

  @Test
  void aBaseIsTakenAwayAsPprofTakesIt() {
    Run run = Run.of("top", "--diff-base", before.toString(), "--json", after.toString());

    JsonNode document = JsonMapper.shared().readTree(run.out());
    assertThat(DocumentSchema.TOP.problems(document)).isEmpty();
    assertThat(document.path("total").asLong()).isEqualTo(100);
    assertThat(document.path("functions").valueStream())
        .anySatisfy(row -> {
          assertThat(row.path("function").asString()).isEqualTo("sort");
          assertThat(row.path("flat").asLong()).isEqualTo(-50);
        });
  }

  @Test
  void linesShowTheSourceOfTheRevisionAndOfNothingElse() throws Exception {
    ProgramCopy copy = ProgramCopy.of("python/orders", folder);
    Path file;
    try (Stream<Path> found = Files.walk(copy.directory())) {
      file =
          found.filter(path -> path.toString().endsWith(".py")).sorted().findFirst().orElseThrow();
    }
    String tracked = copy.directory().relativize(file).toString();
    String line = Files.readAllLines(file).getFirst();
    Path profile =
        collapsed("py.txt", "work (/srv/shop/" + tracked + ":1) 7", "odd (/etc/passwd:1) 3");
    Files.writeString(file, "changed = 1\n");

    Run run =
        Run.of(
            "lines",
            "-C",
            copy.directory().toString(),
            "--revision",
            "HEAD",
            ".",
            profile.toString());
    Run without = Run.of("lines", ".", profile.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(line.strip())
        .doesNotContain("changed = 1")
        .doesNotContain("root:");
    assertThat(run.out()).contains("no such file in the revision");
    assertThat(without.out()).contains("no source without a revision").contains("7").contains("3");
  }

  @Test
  void theRevisionOfARunIsKnown() throws Exception {
    ProgramCopy copy = ProgramCopy.of("python/orders", folder);
    String commit = copy.git("rev-parse", "HEAD").strip();
    Path run = Files.createDirectories(copy.directory().resolve(".hone/runs/1/profiles"));
    Files.writeString(
        run.resolveSibling("run.json"),
        """
        {"service": "orders", "base": "%s", "started_at": "2026-11-22T10:00:00Z", "seed": 1,
         "blocks": 6, "done": true, "agent": "none", "patches": []}
        """
            .formatted(commit));
    Path profile = Files.copy(before, run.resolve("cpu.txt"));

    Run shown =
        Run.of("lines", "--json", "-C", copy.directory().toString(), "sort", profile.toString());

    assertThat(JsonMapper.shared().readTree(shown.out()).path("revision").asString())
        .isEqualTo(commit);
  }

  @Test
  void aRevisionThatIsNotThereIsRefused() throws Exception {
    ProgramCopy copy = ProgramCopy.of("python/orders", folder);

    Run run =
        Run.of(
            "lines",
            "-C",
            copy.directory().toString(),
            "--revision",
            "v9",
            "main",
            before.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("no commit 'v9'");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top --focus nowhere",
        "tree --ignore .",
        "top --hide .",
        "peek nowhere",
        "lines nowhere",
        "top --tagfocus nowhere",
        "tree --show-from nowhere",
        "diff --focus nowhere"
      })
  void anEmptyResultIsSaidAndIsNoSuccess(String line) {
    String[] words = (line + " " + before).split(" ");
    Run run =
        line.startsWith("diff")
            ? Run.of((line + " " + before + " " + after).split(" "))
            : Run.of(words);

    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hone: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top --focus (",
        "peek [a",
        "diff --tagfocus (",
        "top --normalize",
        "top -n -1",
        "tree -n -1",
        "diff -n -1"
      })
  void anExpressionOrAnOptionThatMakesNoSenseIsWrongUse(String line) {
    String files = line.startsWith("diff") ? before + " " + after : before.toString();
    Run run = Run.of((line + " " + files).split(" "));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anEmptyProfileOfGosLocksIsNoProofThatNothingWaited() throws IOException {
    Path block = folder.resolve("block.txt");
    Files.writeString(block, "--- contention:\ncycles/second=2250000000\n");

    assertThat(Run.of("top", block.toString()).err())
        .contains("has no samples of 'delay', which is no proof that nothing waited");
  }

  /// Thirty samples are too few, and so are thirteen more to name a culprit, whoever asks.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "top FILE",
        "tree FILE",
        "peek . FILE",
        "lines . FILE",
        "diff FILE FILE2",
        "merge FILE FILE2 -o OUT.pb.gz",
        "convert FILE OUT.pb.gz",
        "flame -o OUT.html FILE",
        "analyse --budget 1000 FILE"
      })
  void theVerdictOnTheEvidenceTravelsWithEveryResult(String line) throws IOException {
    Path weak = collapsed("weak.txt", "main;render;sort 20", "main;render 10");
    Path weaker = collapsed("weaker.txt", "main;render;sort 3", "main;render 10");
    String[] words =
        line.replace("FILE2", weaker.toString())
            .replace("FILE", weak.toString())
            .replace("OUT", folder.resolve("out").toString())
            .split(" ");

    Run text = Run.of(words);
    Run json =
        Run.of(
            Stream.concat(
                    Stream.of(words), Stream.of(line.contains("OUT") ? "--force" : "", "--json"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));

    assertThat(text.out()).as(text.err()).containsPattern("not enough .*to name a culprit");
    assertThat(json.exitCode()).as(json.err()).isZero();
    assertThat(
            JsonMapper.shared().readTree(json.out()).path("evidence").path("verdict").stringValue())
        .isEqualTo("insufficient");
  }

  private Path collapsed(String name, String... lines) throws IOException {
    return Files.writeString(
        folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }
}
