package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexHomeTest {

  @TempDir private Path folder;

  @Test
  void isNeverBelowADirectoryForTemporaryFiles() {
    assertThatThrownBy(() -> CodexHome.prepared(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is below the directory for temporary files")
        .hasMessageEndingWith("set XDG_CACHE_HOME to another place");
  }

  @Test
  void isNeverReachedThereByALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

    assertThatThrownBy(() -> CodexHome.prepared(link)).isInstanceOf(IOException.class);
  }

  @Test
  void isNeverInTheWorkspace() throws Exception {
    Path home = Files.createDirectories(folder.resolve("work/codex-home"));

    assertThatThrownBy(() -> CodexHome.requireOutside(home.toRealPath(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is in the agent's workspace");
    CodexHome.requireOutside(home.toRealPath(), Files.createDirectory(folder.resolve("other")));
    assertThat(home).isDirectory();
  }
}
