package hone.benchstat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The words that name a part of a line: `.name`, `.fullname`, `/size`, `pkg`.
final class Keys {

  static final String NAME = ".name";
  static final String FULL_NAME = ".fullname";
  static final String CONFIG = ".config";
  static final String UNIT = ".unit";

  private static final String PROCESSORS = "/gomaxprocs";

  private Keys() {}

  /// How to find the value of a key; empty where a line has none.
  static Function<Observation, String> value(String key) {
    if (key.equals(NAME)) {
      return line -> line.name().base();
    }
    if (key.equals(FULL_NAME)) {
      return line -> line.name().full();
    }
    return key.startsWith("/") ? line -> part(line.name(), key) : line -> line.setting(key);
  }

  private static String part(ResultName name, String key) {
    List<String> parts = name.parts();
    if (key.equals(PROCESSORS) && !parts.isEmpty() && parts.getLast().startsWith("-")) {
      return parts.getLast().substring(1);
    }
    String begin = key + "=";
    return parts.stream()
        .filter(part -> part.startsWith(begin))
        .map(part -> part.substring(begin.length()))
        .findFirst()
        .orElse("");
  }

  /// The full name without these keys; `*` stands for a name that is left out.
  static String fullName(ResultName name, Set<String> without) {
    boolean noName = without.contains(NAME);
    boolean noProcessors = without.contains(PROCESSORS);
    boolean touched =
        noName
            || without.stream()
                .anyMatch(key -> key.startsWith("/") && name.full().contains(key + "="))
            || (noProcessors && name.full().contains("-"));
    if (!touched) {
      return name.full();
    }
    StringBuilder rest = new StringBuilder(noName ? "*" : name.front());
    for (String part : name.parts()) {
      boolean left =
          without.stream().anyMatch(key -> key.startsWith("/") && part.startsWith(key + "="))
              || (noProcessors && part.startsWith("-"));
      if (!left) {
        rest.append(part);
      }
    }
    return rest.toString();
  }
}
