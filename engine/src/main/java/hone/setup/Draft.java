package hone.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the files of a service suggest for `hone.yaml`, line by line, each read from a file or
/// guessed.
final class Draft {

  private static final String GUESS = "  # a guess: check it";

  private final List<String> lines = new ArrayList<>();
  private final List<String> guesses = new ArrayList<>();

  /// A line that a file of the repository says.
  Draft known(String key, String value) {
    lines.add(key + ": " + value);
    return this;
  }

  /// A line that is common among such services.
  Draft guessed(String key, String value) {
    lines.add(key + ": " + value + GUESS);
    guesses.add(key.strip());
    return this;
  }

  /// What a file says, or else what is common.
  Draft line(String key, Optional<String> read, String common) {
    return read.isPresent() ? known(key, read.get()) : guessed(key, common);
  }

  /// Lines that are the same for all.
  Draft plain(String text) {
    text.lines().forEach(lines::add);
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  List<String> guesses() {
    return List.copyOf(guesses);
  }
}
