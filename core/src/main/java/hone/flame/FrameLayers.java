package hone.flame;

import hone.analysis.FrameKind;
import hone.analysis.FrameTable;
import hone.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the layer of a function by the tables of its language, which its file's ending tells.
final class FrameLayers {

  private static final String UNNAMED = "other";
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "go", "go", "py", "python", "java", "java", "js", "node", "mjs", "node", "cjs", "node",
          "ts", "node");

  private final Map<String, FrameTable> tables = new HashMap<>();
  private final Optional<String> commonest;

  /// @param frames those of a profile: the language most of them have is taken for the others
  FrameLayers(List<Frame> frames) {
    Map<String, Integer> counts = new HashMap<>();
    frames.forEach(
        frame -> language(frame).ifPresent(name -> counts.merge(name, 1, Math::addExact)));
    this.commonest =
        counts.entrySet().stream()
            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey);
  }

  FlameLayer of(Frame frame) {
    Optional<String> language = language(frame).or(() -> commonest);
    if (language.isEmpty()) {
      return FlameLayer.CODE;
    }
    FrameKind.Foreign kind = tables.computeIfAbsent(language.get(), FrameTable::of).kind(frame);
    return switch (kind.layer()) {
      case FRAMEWORK -> FlameLayer.FRAMEWORK;
      case RUNTIME -> FlameLayer.RUNTIME;
      case LIBRARY -> kind.bucket().equals(UNNAMED) ? FlameLayer.CODE : FlameLayer.LIBRARY;
      case BACKGROUND -> FlameLayer.BACKGROUND;
      case IDLE -> FlameLayer.IDLE;
    };
  }

  private static Optional<String> language(Frame frame) {
    String file = frame.file();
    if (file.startsWith("node:")) {
      return Optional.of("node");
    }
    return Optional.ofNullable(LANGUAGES.get(file.substring(file.lastIndexOf('.') + 1)));
  }
}
