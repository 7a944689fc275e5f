package hone.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/// What a rule lets pass by name: a line `Rule name` in `exceptions.txt`, where the name is that of a
/// file without its ending, or of a class and method such as `Codec.decode`.
final class Exceptions {

  private static final Set<String> LINES = read();

  private Exceptions() {}

  static boolean has(String rule, String name) {
    return LINES.contains(rule + " " + name);
  }

  static int count() {
    return LINES.size();
  }

  private static Set<String> read() {
    try (InputStream text = Exceptions.class.getResourceAsStream("exceptions.txt")) {
      return new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
