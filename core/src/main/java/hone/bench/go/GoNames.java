package hone.bench.go;

import hone.bench.BenchmarkName;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Takes off names what only says how the benchmark was run.
final class GoNames {

  private GoNames() {}

  /// What strips the number of processors, if all names end in the same one.
  static UnaryOperator<String> tidying(Set<BenchmarkName> names) {
    Set<String> suffixes =
        names.stream().map(each -> suffix(each.name())).collect(Collectors.toSet());
    if (suffixes.size() != 1) {
      return name -> name;
    }
    String suffix = suffixes.iterator().next();
    return name -> {
      int end = name.indexOf(' ');
      String word = end < 0 ? name : name.substring(0, end);
      return word.endsWith(suffix)
          ? word.substring(0, word.length() - suffix.length()) + name.substring(word.length())
          : name;
    };
  }

  private static String suffix(String name) {
    int dash = name.lastIndexOf('-');
    boolean number =
        dash > 0
            && dash < name.length() - 1
            && name.chars().skip(dash + 1).allMatch(each -> each >= '0' && each <= '9');
    return number ? name.substring(dash) : "";
  }
}
