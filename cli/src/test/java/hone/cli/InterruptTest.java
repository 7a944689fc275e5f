package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Collections;
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
        "merge - OUT/none -o OUT --to pprof",
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

  /// What it writes would be 20 GB, so that it is interrupted in the midst of it.
  @Test
  void aDraftThatIsNotWholeYetIsTakenAway() throws Exception {
    Path large = folder.resolve("large.speedscope.json");
    String stack = "[" + String.join(",", Collections.nCopies(1_000, "0")) + "]";
    Files.writeString(
        large,
        """
        {"$schema": "https://www.speedscope.app/file-format-schema.json",
         "shared": {"frames": [{"name": "%s"}]},
         "profiles": [{"type": "sampled", "name": "p", "unit": "none", "startValue": 0,
           "endValue": 2000, "samples": [%s], "weights": [%s]}]}
        """
            .formatted(
                "f".repeat(10_000),
                String.join(",", Collections.nCopies(2_000, stack)),
                String.join(",", Collections.nCopies(2_000, "1"))));
    Path output = Files.createDirectory(folder.resolve("output"));
    Path older = Files.writeString(output.resolve("out.collapsed"), "older 1");
    Path said = folder.resolve("said");

    try (WatchService watch = output.getFileSystem().newWatchService()) {
      output.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process hone = Hone.started(said, "convert", "--force", large.toString(), older.toString());
      assertThat(watch.poll(60, TimeUnit.SECONDS)).as(Files.readString(said)).isNotNull();
      assertThat(new ProcessBuilder("kill", "-INT", "" + hone.pid()).start().waitFor()).isZero();

      assertThat(hone.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(hone.exitValue()).as(Files.readString(said)).isEqualTo(128 + 2);
    }

    assertThat(output).isDirectoryContaining(older::equals);
    assertThat(output.toFile().list()).hasSize(1);
    assertThat(older).hasContent("older 1");
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
