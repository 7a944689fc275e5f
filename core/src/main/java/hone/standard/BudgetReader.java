package hone.standard;

import hone.service.Language;
import hone.unit.Quantity;
import hone.unit.QuantityText;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands budgets: limits of latency, allocation rate and event loop delay.
final class BudgetReader {

  private static final Unit BYTES_PER_SECOND = Unit.of("bytes/s");

  private static final Pattern PERCENTILE =
      Pattern.compile("(?i)\\bp(\\d{2}(?:\\.\\d{1,3})?|999)\\b|\\b(\\d{2})th percentile");
  private static final Pattern LATENCY =
      Pattern.compile("(?i)\\b(latency|latencies|response times?)\\b");
  private static final Pattern ALLOCATION = Pattern.compile("(?i)\\ballocation[- ]rates?\\b");
  private static final Pattern EVENT_LOOP =
      Pattern.compile("(?i)\\bevent[- ]loop (delay|lag|latency)\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(\\d+(?:\\.\\d+)?\\s*(?:ns|µs|us|ms|s|sec|seconds?|minutes?))\\b"
              + "(?:\\s+for\\s+([^,;.()]*?)(?=\\s*(?:[,;.()]|\\band\\b\\s*[<≤\\d]|$)))?");
  private static final Pattern BYTE_RATE =
      Pattern.compile(
          "(?i)(\\d+(?:\\.\\d+)?\\s*(?:[kmg]i?b|bytes?|b))\\s*(?:/|per\\s+)\\s*(?:s|sec|second)\\b");
  private static final Pattern CLASS_TAIL =
      Pattern.compile(
          "(?i)\\b(endpoints?|operations?|requests?|routes?|calls?|jobs?|services?|traffic"
              + "|handlers?|all|every|our|the)\\b");

  private static final Pattern BENCHMARK = Pattern.compile("(?i)\\bbenchmark\\s+`([^`\\n]+)`(.*)");
  private static final Pattern BENCHMARK_LIMIT =
      Pattern.compile(
          "(?i)(\\d+(?:\\.\\d+)?)\\s*(allocs?|[kmg]?i?b|bytes?|ns|µs|us|ms|s|sec|seconds?|\\p{L}{2,20})"
              + "\\s*(?:/|per\\s+)?\\s*(operations?|op|seconds?|sec|s)?\\b");

  private BudgetReader() {}

  /// The budgets of a statement, in its order; none where it is about something else.
  static List<Budget> read(String text) {
    Matcher benchmark = BENCHMARK.matcher(text);
    if (benchmark.find()) {
      return benchmarks(benchmark.group(1), benchmark.group(2));
    }
    if (EVENT_LOOP.matcher(text).find()) {
      return List.of(eventLoop(text));
    }
    if (ALLOCATION.matcher(text).find() && BYTE_RATE.matcher(text).find()) {
      return List.of(allocation(text));
    }
    boolean latency = LATENCY.matcher(text).find() || PERCENTILE.matcher(text).find();
    return latency ? latencies(text) : List.of();
  }

  /// Limits of one benchmark: of its time, what it allocates, or what it does in a second.
  private static List<Budget> benchmarks(String name, String text) {
    double quantile = quantile(text).orElse(1.0);
    List<Budget> budgets = new ArrayList<>();
    Matcher limit = BENCHMARK_LIMIT.matcher(PERCENTILE.matcher(text).replaceAll(""));
    while (limit.find()) {
      String under = Optional.ofNullable(limit.group(3)).orElse("");
      Quantity quantity = benchmarkLimit(limit.group(1), limit.group(2), under.startsWith("s"));
      boolean isTime = quantity.unit().equals(Unit.NANOSECONDS);
      budgets.add(
          new Budget(
              Budget.Measure.BENCHMARK, isTime ? quantile : 1, name, Optional.empty(), quantity));
    }
    if (budgets.isEmpty()) {
      throw new IllegalArgumentException("a benchmark without a limit such as 2 ms or 16 B/op");
    }
    return budgets;
  }

  private static Quantity benchmarkLimit(String number, String word, boolean perSecond) {
    Optional<Quantity> known = QuantityText.read(number + " " + word);
    if (perSecond) {
      return known
          .filter(quantity -> quantity.unit().equals(Unit.BYTES))
          .map(bytes -> new Quantity(bytes.value(), Unit.of("b/s")))
          .orElseGet(() -> new Quantity(Double.parseDouble(number), Unit.of(word + "/s")));
    }
    boolean allocations = word.toLowerCase(Locale.ROOT).startsWith("alloc");
    return allocations
        ? new Quantity(Double.parseDouble(number), Unit.COUNT)
        : known.orElseThrow(
            () -> new IllegalArgumentException("no limit of a benchmark: " + number + " " + word));
  }

  private static Budget eventLoop(String text) {
    List<Quantity> limits = new ArrayList<>();
    Matcher time = TIME.matcher(text);
    while (time.find()) {
      limits.add(quantity(time.group(1)));
    }
    return new Budget(
        Budget.Measure.EVENT_LOOP_DELAY,
        quantile(text).orElse(1.0),
        "",
        Languages.named(text),
        only(limits, "event loop delay"));
  }

  private static Budget allocation(String text) {
    List<Quantity> limits = new ArrayList<>();
    Matcher rate = BYTE_RATE.matcher(text);
    while (rate.find()) {
      limits.add(new Quantity(quantity(rate.group(1)).value(), BYTES_PER_SECOND));
    }
    return new Budget(
        Budget.Measure.ALLOCATION_RATE,
        1,
        "",
        Languages.named(text),
        only(limits, "allocation rate"));
  }

  private static List<Budget> latencies(String text) {
    Optional<Double> quantile = quantile(text);
    List<Budget> budgets = new ArrayList<>();
    Matcher time = TIME.matcher(text);
    while (time.find()) {
      String whose = Optional.ofNullable(time.group(2)).orElse("");
      Optional<Language> language = Languages.named(whose.isEmpty() ? text : whose);
      budgets.add(
          new Budget(
              Budget.Measure.LATENCY,
              quantile.orElseThrow(
                  () -> new IllegalArgumentException("a latency without a percentile")),
              language.isPresent() ? "" : endpointClass(whose),
              language,
              quantity(time.group(1))));
    }
    return budgets;
  }

  private static Quantity only(List<Quantity> limits, String what) {
    if (limits.size() != 1) {
      throw new IllegalArgumentException(
          "%s: expected one limit, found %d".formatted(what, limits.size()));
    }
    return limits.getFirst();
  }

  private static Quantity quantity(String text) {
    return QuantityText.read(text)
        .filter(quantity -> quantity.value() > 0)
        .orElseThrow(() -> new IllegalArgumentException("not a limit: " + text));
  }

  /// The one percentile a statement names: `P99` is 0.99, `p99.9` and `p999` are 0.999.
  private static Optional<Double> quantile(String text) {
    Matcher percentile = PERCENTILE.matcher(text);
    Optional<Double> found = Optional.empty();
    while (percentile.find()) {
      String digits = Optional.ofNullable(percentile.group(1)).orElseGet(() -> percentile.group(2));
      double value = digits.equals("999") ? 0.999 : Double.parseDouble(digits) / 100;
      if (found.isPresent() && found.get() != value) {
        throw new IllegalArgumentException("several percentiles in one statement");
      }
      found = Optional.of(value);
    }
    return found;
  }

  /// `API endpoints` is the class `api`, `batch operations` is `batch`.
  private static String endpointClass(String whose) {
    return CLASS_TAIL
        .matcher(whose.replace("`", ""))
        .replaceAll("")
        .strip()
        .replaceAll("\\s+", "-")
        .toLowerCase(Locale.ROOT);
  }
}
