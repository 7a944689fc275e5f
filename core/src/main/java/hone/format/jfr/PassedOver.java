package hone.format.jfr;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Events that are no samples, by their type.
final class PassedOver {

  private static final int NAMED = 3;

  private final Map<String, Long> withStack = new TreeMap<>();
  private long others;

  void add(String type, boolean hasStack, long count) {
    if (count > 0 && hasStack) {
      withStack.merge(type, count, Math::addExact);
    } else {
      others = Math.addExact(others, count);
    }
  }

  boolean isEmpty() {
    return withStack.isEmpty() && others == 0;
  }

  /// How many events of which types were passed over; those with a stack, which could have been
  /// taken for samples, by name.
  String text() {
    long stacks = withStack.values().stream().mapToLong(Long::longValue).sum();
    String plain = String.format(Locale.ROOT, "%,d other events are passed over", others + stacks);
    if (withStack.isEmpty()) {
      return plain;
    }
    List<String> most =
        withStack.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(NAMED)
            .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
            .toList();
    return plain
        + ", with stacks: "
        + String.join(", ", most)
        + (withStack.size() > NAMED ? ", …" : "");
  }
}
