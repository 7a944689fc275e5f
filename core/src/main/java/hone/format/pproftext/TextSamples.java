package hone.format.pproftext;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the lines of one profile; names may come only after all samples.
final class TextSamples {

  private static final Pattern SETTING = Pattern.compile("(?<key>[a-z/ ]{1,30}?) ?= ?(?<value>.*)");
  private static final int SHOWN = 80;

  private final String input;
  private final Limits limits;
  private final Kind kind;
  private final Consumer<Diagnostic> passedOver;
  private final Names names = new Names();
  private final List<Taken> samples = new ArrayList<>();
  private double nanosPerUnit = 1;
  private long period = 1;
  private long resetMillis;
  private boolean switchedOff;
  private long dropped;
  private boolean ended;

  TextSamples(String input, Limits limits, Kind kind, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.kind = kind;
    this.passedOver = passedOver;
  }

  void line(String text, long number) throws FormatException {
    if (text.isBlank()) {
      return;
    }
    if (text.startsWith("#")) {
      comment(text);
      return;
    }
    if (text.contains("MAPPED_LIBRARIES:")) {
      ended = true;
      return;
    }
    Optional<SampleLine> line =
        ended
            ? Optional.empty()
            : SampleLine.of(text).filter(each -> each.numbers().size() == numberCount());
    if (line.isPresent()) {
      sample(line.get(), number);
    } else if (!names.take(text) && !setting(text) && !ended) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      passedOver.accept(
          new Diagnostic(input, number, "expected numbers and addresses, found '" + shown + "'"));
    }
  }

  long dropped() {
    return dropped;
  }

  /// Whether the program never switched the profiler on, so that nothing was looked for.
  boolean switchedOff() {
    return switchedOff;
  }

  /// How long contention was recorded.
  long durationNanos() {
    return resetMillis * 1_000_000;
  }

  /// What a reader of the numbers should know: a text that was cut tells less than its first line.
  List<String> warnings() {
    double told = 0;
    for (Taken sample : samples) {
      told += sample.numbers.getLast();
    }
    return kind.total() > told
        ? List.of(
            String.format(
                Locale.ROOT,
                "the text has %,.0f of the %,d that its first line tells",
                told,
                kind.total()))
        : List.of();
  }

  void addTo(ProfileBuilder builder) throws FormatException {
    long weight = isScaled() ? 1 : period;
    for (Taken sample : samples) {
      int stack = Profile.NONE;
      List<Frame> frames =
          sample.named.isEmpty() ? sample.addresses.stream().map(names::of).toList() : sample.named;
      for (Frame frame : frames.reversed()) {
        stack = builder.stack(builder.frame(frame), stack);
      }
      limits.checkCount(input, "stacks", builder.stackCount());
      builder.sample(stack, values(sample.numbers, weight));
    }
  }

  /// Whether the numbers are the whole's and no longer those of what was sampled. Go's mutexes are
  /// counted so since 1.20, by their period each, which the text tells as before.
  private boolean isScaled() {
    return kind.family() == Kind.Family.MUTEX
        && samples.stream()
            .flatMap(sample -> sample.numbers.stream())
            .allMatch(number -> number % period == 0);
  }

  private void sample(SampleLine line, long number) throws FormatException {
    if (line.addresses().size() > limits.depth()) {
      dropped++;
      passedOver.accept(
          new Diagnostic(input, number, "more than " + limits.depth() + " frames on one stack"));
      return;
    }
    limits.checkCount(input, "samples", samples.size() + 1L);
    samples.add(new Taken(line.numbers(), line.addresses(), new ArrayList<>()));
  }

  /// `#` and tabs: one frame of the sample above, runtime frames below it left out by Go.
  private void comment(String text) {
    List<String> columns = Arrays.stream(text.split("\t+", 5)).map(String::strip).toList();
    if (columns.size() > 1 && columns.getFirst().equals("#") && !samples.isEmpty()) {
      List<Frame> named = samples.getLast().named;
      if (named.size() < limits.depth()) {
        Names.commented(columns).ifPresent(named::add);
      }
    }
  }

  private boolean setting(String text) throws FormatException {
    Matcher setting = SETTING.matcher(text.strip());
    if (!setting.matches()) {
      return text.startsWith("---");
    }
    String value = setting.group("value").strip();
    switch (setting.group("key")) {
      case "cycles/second" -> nanosPerUnit = 1e9 / positive(value);
      case "sampling period" -> {
        switchedOff = value.equals("0");
        period = switchedOff ? 1 : positive(value);
      }
      case "ms since reset" -> resetMillis = Math.min(positive(value), Long.MAX_VALUE / 1_000_000);
      case "resolution" -> nanosPerUnit = resolution(value);
      default -> {
        return true;
      }
    }
    return true;
  }

  private double resolution(String unit) throws FormatException {
    return switch (unit) {
      case "nanoseconds" -> 1;
      case "microseconds" -> 1e3;
      case "milliseconds" -> 1e6;
      case "seconds" -> 1e9;
      case "bytes" -> nanosPerUnit;
      default -> throw new FormatException(input, "resolution '" + unit + "' is not known");
    };
  }

  private long positive(String value) throws FormatException {
    if (!value.matches("\\d{1,18}") || Long.parseLong(value) == 0) {
      throw new FormatException(input, "'" + value + "' is no positive number");
    }
    return Long.parseLong(value);
  }

  private int numberCount() {
    return switch (kind.family()) {
      case COUNT -> 1;
      case HEAP -> 4;
      case JAVA_HEAP, CONTENTION, MUTEX -> 2;
    };
  }

  private long[] values(List<Long> numbers, long weight) throws FormatException {
    return switch (kind.family()) {
      case COUNT -> new long[] {numbers.getFirst()};
      case HEAP -> {
        long[] used = scaled(numbers.get(0), numbers.get(1));
        long[] allocated = scaled(numbers.get(2), numbers.get(3));
        yield new long[] {allocated[0], allocated[1], used[0], used[1]};
      }
      case JAVA_HEAP -> scaled(numbers.get(1), numbers.get(0));
      case CONTENTION, MUTEX ->
          new long[] {
            whole((double) numbers.get(1) * weight),
            whole((double) numbers.get(0) * weight * nanosPerUnit)
          };
    };
  }

  /// What the sampled objects stand for: one of `size` bytes is sampled with the probability
  /// 1 − e^(−size ÷ rate).
  private long[] scaled(long objects, long bytes) throws FormatException {
    if (objects == 0 || bytes == 0) {
      return new long[] {0, 0};
    }
    double size = (double) bytes / objects;
    double scale = kind.rate() <= 1 ? 1 : 1 / (1 - Math.exp(-size / kind.rate()));
    return new long[] {whole(objects * scale), whole(bytes * scale)};
  }

  private long whole(double value) throws FormatException {
    if (!(value < 0x1p63)) {
      throw new FormatException(input, "'" + value + "' does not fit 64 bits");
    }
    return (long) value;
  }

  /// A sample, and its frames where the text names them.
  private record Taken(List<Long> numbers, List<Long> addresses, List<Frame> named) {}
}
