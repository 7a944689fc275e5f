package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ctrl-C while hone reads what somebody else is still writing.
@Tag("slow")
class InterruptTest {

  /// More than a pipe holds: when it is written, hone reads.
  private static final byte[] STACKS = "main;work 3\n".repeat(100_000).getBytes(UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top -",
        "tree -",
        "flame - -o OUT",
        "convert - OUT --to pprof",
        "merge - OUT/none -o OUT",
        "diff - OUT/none",
        "compare - OUT/none"
      })
  void endsAtOnceAndLeavesNothing(String line) throws Exception {
    Path said = folder.resolve("said");
    Path written = folder.resolve("written");
    Process hone = Hone.started(said, line.replace("OUT", written.toString()).split(" ", -1));
    OutputStream input = hone.getOutputStream();
    input.write(STACKS);
    input.flush();

    assertThat(new ProcessBuilder("kill", "-INT", "" + hone.pid()).start().waitFor()).isZero();

    assertThat(hone.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(hone.exitValue()).as(Files.readString(said)).isEqualTo(128 + 2);
    assertThat(said).isEmptyFile();
    assertThat(written).doesNotExist();
    input.close();
  }

  @Test
  void standardInputIsAFileLikeAnyOther() throws Exception {
    Path said = folder.resolve("said");
    Process hone = Hone.started(said, "top", "-");
    try (OutputStream input = hone.getOutputStream()) {
      input.write(STACKS);
    }

    assertThat(hone.waitFor(60, TimeUnit.SECONDS)).isTrue();

    Path file = Files.write(folder.resolve("file"), STACKS);
    assertThat(said).content().isEqualTo(Run.of("top", file.toString()).out());
  }
}
