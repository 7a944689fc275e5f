package hone.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

  @TempDir Path folder;

  @Test
  void aPipeCanBeReadAgain() throws Exception {
    Path pipe = pipe();
    Thread writer = writer(pipe, "main;work 3\n");
    Source source = Source.of(pipe);

    assertThat(source.head(4)).asString(UTF_8).isEqualTo("main");
    assertThat(source.bytes(100)).asString(UTF_8).isEqualTo("main;work 3\n");
    writer.join();
  }

  @Test
  void aPipeThatDoesNotEndIsRefused() throws Exception {
    Path pipe = pipe();
    Thread writer = writer(pipe, "main;work 3\n");

    assertThatThrownBy(() -> new Pipe(pipe, 11).open())
        .isInstanceOf(FormatException.class)
        .hasMessage(pipe + ": more than 11 bytes came");
    writer.join();
  }

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  /// Writing to a pipe begins when somebody reads.
  private static Thread writer(Path pipe, String text) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            Files.writeString(pipe, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
