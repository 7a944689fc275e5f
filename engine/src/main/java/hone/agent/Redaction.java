package hone.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/// Takes known secrets out of text. A second line only: the first is that they never get there.
///
/// @param secrets longest first, so that one that holds another goes as a whole
record Redaction(List<String> secrets) {

  private static final String MARK = "[redacted]";

  /// Shorter values are words like `true`: no secret, and not to be taken out of prose.
  private static final int LEAST_CHARACTERS = 8;

  Redaction {
    secrets = List.copyOf(secrets);
  }

  /// Knows these values, and how JSON writes them.
  static Redaction of(List<String> values) {
    List<String> secrets = new ArrayList<>();
    for (String value : values) {
      if (value.length() >= LEAST_CHARACTERS) {
        secrets.add(value);
        secrets.add(new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
      }
    }
    return new Redaction(
        secrets.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  String of(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MARK);
    }
    return clean;
  }
}
