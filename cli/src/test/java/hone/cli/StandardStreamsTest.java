package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `-` as a profile to read and as a file to write, in a process of its own.
class StandardStreamsTest {

  @TempDir Path folder;
  private Path profile;

  @BeforeEach
  void record() throws IOException {
    profile = Files.writeString(folder.resolve("in.txt"), "main;render;sort 60\nmain;old 20\n");
  }

  /// How it ended, and what it wrote: bytes to `out`, text to `err`.
  private record Ended(int exitCode, Path out, String err) {

    String text() throws IOException {
      return Files.readString(out);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "convert --to collapsed in.txt -",
        "convert --to collapsed - -",
        "merge --to collapsed in.txt -o -",
        "convert --to collapsed --json in.txt -"
      })
  void aProfileGoesToStandardOutputAndNothingElseDoes(String line) throws Exception {
    Ended ended = hone(List.of(), line);

    assertThat(ended.exitCode).as(ended.err).isZero();
    assertThat(ended.text().lines())
        .containsExactlyInAnyOrder("main;render;sort 60", "main;old 20");
    assertThat(ended.err).contains("2");
    assertThat(folder.resolve("-")).doesNotExist();
  }

  @Test
  void aPageGoesToStandardOutput() throws Exception {
    Ended ended = hone(List.of(), "flame -o - in.txt");

    assertThat(ended.exitCode).as(ended.err).isZero();
    assertThat(ended.text()).startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(folder.resolve("-")).doesNotExist();
  }

  @Test
  void whatIsPackedIsReadBack() throws Exception {
    Ended ended = hone(List.of(), "convert --to pprof in.txt -");

    assertThat(ended.exitCode).as(ended.err).isZero();
    assertThat(Workbench.profiles().read(Source.of(ended.out), _ -> {}).total(0)).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "convert --to pprof in.txt -",
        "convert --to otlp in.txt -",
        "convert --to pprof in.txt /dev/stdout",
        "merge --to pprof in.txt -o -"
      })
  void aTerminalGetsNothingThatIsNoText(String line) throws Exception {
    Ended ended = hone(List.of("-Dhone.terminal=1"), line);

    assertThat(ended.exitCode).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out).isEmptyFile();
    assertThat(ended.err).contains("is no text for a terminal; name a file, or redirect it");
  }

  @Test
  void aTerminalGetsText() throws Exception {
    assertThat(hone(List.of("-Dhone.terminal=1"), "convert --to collapsed in.txt -").text())
        .contains("main;render;sort 60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"top - -", "top --diff-base - -", "diff - -", "merge - - -o sum.pb.gz"})
  void standardInputIsReadOnce(String line) throws Exception {
    Ended ended = hone(List.of(), line);

    assertThat(ended.exitCode).isEqualTo(ExitCode.INPUT);
    assertThat(ended.err).contains("-: standard input can be read once; name it once");
  }

  @Test
  void aPageOfStandardInputHasNoNameThatIsAnOption() throws Exception {
    Ended ended = hone(List.of(), "flame -");

    assertThat(ended.exitCode).as(ended.err).isZero();
    assertThat(folder.resolve("stdin.html")).isRegularFile();
  }

  /// As in `hone convert … - | head`.
  @Test
  void aReaderThatWantsNoMoreIsNoError() throws Exception {
    Path err = folder.resolve("err");
    Process hone =
        new ProcessBuilder(words(List.of(), "convert --to collapsed in.txt -"))
            .directory(folder.toFile())
            .redirectError(err.toFile())
            .start();
    hone.getInputStream().close();

    assertThat(hone.waitFor()).as(Files.readString(err)).isZero();
    assertThat(err).content().doesNotContain("Broken pipe");
  }

  private Ended hone(List<String> options, String line) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int exitCode =
        new ProcessBuilder(words(options, line))
            .directory(folder.toFile())
            .redirectInput(profile.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Ended(exitCode, out, Files.readString(err));
  }

  private static List<String> words(List<String> options, String line) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "hone.cli.Main"));
    words.addAll(List.of(line.split(" ")));
    return words;
  }
}
