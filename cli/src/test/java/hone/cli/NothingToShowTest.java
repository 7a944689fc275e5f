package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No command shows an empty table and calls it success: each that looks at profiles says what is
/// missing, on filters that find nothing, empty profiles, and types and revisions that are not there.
class NothingToShowTest {

  /// FILE stands for a profile, OUT for a file to write.
  private static final List<String> LOOKING =
      List.of(
          "top FILE",
          "tree FILE",
          "peek . FILE",
          "lines . FILE",
          "diff FILE FILE",
          "diff FILE FILE -- FILE FILE",
          "flame -o OUT.html FILE",
          "flame -o OUT.html --diff-base FILE FILE");

  private static final List<String> FILTERS =
      List.of(
          "--focus nowhere",
          "--ignore .",
          "--hide .",
          "--show nowhere",
          "--show-from nowhere",
          "--tagfocus nowhere=x");

  private static final List<String> WRITING = List.of("merge FILE -o OUT", "convert FILE OUT");

  private static final List<String> OTHERS =
      List.of(
          "peek nowhere FILE",
          "lines nowhere FILE",
          "peek f-00000000 FILE",
          "lines f-00000000 FILE");

  @TempDir Path folder;
  private Path profile;

  @BeforeEach
  void record() throws IOException {
    profile = write("a.txt", "main;render;sort 60\nmain;render 20\n");
  }

  static Stream<String> filtered() {
    return LOOKING.stream()
        .flatMap(
            line -> FILTERS.stream().map(filter -> line.replaceFirst(" ", " " + filter + " ")));
  }

  @ParameterizedTest
  @MethodSource("filtered")
  void filtersThatLeaveNothingAreSaid(String line) {
    saidAndNoSuccess(run(line, profile));
  }

  static Stream<String> all() {
    return Stream.of(LOOKING, WRITING).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTypeThatIsNotThereIsSaid(String line) {
    Run run = run(line.replaceFirst(" ", " --type nothing "), profile);

    saidAndNoSuccess(run);
    assertThat(run.err()).contains("no value type 'nothing', has: samples");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aProfileWithoutSamplesIsSaid(String line) throws IOException {
    for (String text : List.of("", "main 0\n", "# only a comment\n")) {
      saidAndNoSuccess(run(line, write("empty.txt", text)));
    }
  }

  static List<String> others() {
    return OTHERS;
  }

  @ParameterizedTest
  @MethodSource("others")
  void aFunctionThatIsNotThereIsSaid(String line) {
    saidAndNoSuccess(run(line, profile));
  }

  @Test
  void aRevisionThatIsNotThereIsSaid() throws Exception {
    ProgramCopy copy = ProgramCopy.of("python/orders", folder);

    Run run = run("lines --revision v9 -C " + copy.directory() + " . FILE", profile);

    saidAndNoSuccess(run);
    assertThat(run.err()).contains("no commit 'v9'");
  }

  private static void saidAndNoSuccess(Run run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("hone: "));
  }

  private Run run(String line, Path file) {
    Path out = folder.resolve("out.collapsed");
    return Run.of(
        Arrays.stream(line.split(" ", -1))
            .map(word -> word.replace("FILE", file.toString()).replace("OUT", out.toString()))
            .toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
