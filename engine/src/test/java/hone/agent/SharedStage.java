package hone.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One stage for all tests of a class; after each of them nothing may be left running, nor any
/// secret be found in what was kept.
final class SharedStage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private @Nullable Path folder;
  private @Nullable CodexStage stage;

  CodexStage stage() {
    return Objects.requireNonNull(stage);
  }

  Path folder() {
    return Objects.requireNonNull(folder);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("hone-codex-stage");
    stage = CodexStage.open(folder);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    stage().nothingIsLeftAndNothingLeaked();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (stage != null) {
      stage.close();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
