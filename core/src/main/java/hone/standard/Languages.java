package hone.standard;

import hone.service.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds which language's services a statement is about.
final class Languages {

  private Languages() {}

  /// The one language a statement names; empty where it names none or several.
  static Optional<Language> named(String text) {
    List<Language> named =
        Arrays.stream(Language.values()).filter(language -> isNamed(language, text)).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static boolean isNamed(Language language, String text) {
    String name =
        switch (language) {
          case GO -> "\\b(Go|Golang)\\b(?! to)";
          case PYTHON -> "\\bPython\\b";
          case NODE -> "\\b(Node(\\.js)?|NodeJS)\\b";
          case JAVA -> "\\b(Java|JVM)\\b";
        };
    return Pattern.compile(name).matcher(text).find();
  }
}
