package hone.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/// Cuts bytes into lines.
final class Lines {

  private final int limitBytes;
  private final Consumer<String> consumer;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  Lines(int limitBytes, Consumer<String> consumer) {
    this.limitBytes = limitBytes;
    this.consumer = consumer;
  }

  void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        give();
      } else if (line.size() < limitBytes) {
        line.write(bytes[i]);
      }
    }
  }

  /// Gives what is left where the last line has no end.
  void end() {
    if (line.size() > 0) {
      give();
    }
  }

  private void give() {
    String text = line.toString(UTF_8);
    line.reset();
    consumer.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
