package hone.format.austin;

import hone.format.FinishedProfile;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The samples so far; what their numbers mean is said before the first of them.
final class Samples {

  private static final Pattern SETTING =
      Pattern.compile("# (?<key>[a-z]{1,20}): (?<value>.{1,80})");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}");
  private static final long MICROS = 1_000;
  private static final long KIBIBYTES = 1_024;
  private static final int SHOWN = 80;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final Map<String, Integer> frames = new HashMap<>();
  private ValueType type = new ValueType("wall", Unit.NANOSECONDS);
  private ProfileBuilder builder = new ProfileBuilder(List.of(type));
  private long factor = MICROS;
  private long intervalMicros;
  private long durationMicros;
  private long failed;
  private long dropped;

  Samples(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
  }

  static boolean isVersion(String line) {
    return line.startsWith("# austin: ");
  }

  void line(String text, long number) throws FormatException {
    if (text.isBlank()) {
      return;
    }
    Matcher setting = SETTING.matcher(text);
    if (setting.matches()) {
      set(setting.group("key"), setting.group("value").strip());
      return;
    }
    int space = text.lastIndexOf(' ');
    String value = text.substring(space + 1);
    if (space < 0 || !text.startsWith("P") || !NUMBER.matcher(value).matches()) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      say(number, "expected 'P…;T…;file:function:line number', found '" + shown + "'");
      return;
    }
    sample(text.substring(0, space), Long.parseLong(value) * factor, number);
  }

  Profile profile() throws FormatException {
    if (builder.sampleCount() == 0) {
      throw new FormatException(input, "no samples");
    }
    Recording recording =
        Recording.of("austin")
            .lasting(durationMicros * MICROS)
            .sampledEvery(intervalMicros * MICROS)
            .missing(dropped + failed, 0);
    return FinishedProfile.of(input, builder, recording, 0);
  }

  private void set(String key, String value) throws FormatException {
    switch (key) {
      case "interval" -> intervalMicros = micros(value);
      case "duration" -> durationMicros = micros(value);
      case "errors" -> failed = micros(value.substring(0, Math.max(0, value.indexOf('/'))));
      case "mode" -> mode(value.toLowerCase(Locale.ROOT));
      default -> {
        // Versions, and statistics of the sampler itself.
      }
    }
  }

  private void mode(String mode) throws FormatException {
    if (builder.sampleCount() > 0) {
      throw new FormatException(input, "mode is said after the first sample");
    }
    switch (mode) {
      case "wall", "cpu" -> measure(new ValueType(mode, Unit.NANOSECONDS), MICROS);
      case "memory" -> measure(new ValueType("growth", Unit.BYTES), KIBIBYTES);
      default ->
          throw new FormatException(input, "mode '" + mode + "' is not read: wall, cpu, memory");
    }
  }

  private void measure(ValueType measured, long multiple) {
    type = measured;
    factor = multiple;
    builder = new ProfileBuilder(List.of(type));
    frames.clear();
  }

  private void sample(String path, long value, long number) throws FormatException {
    int stack = Profile.NONE;
    int depth = 0;
    for (String frame : path.split(";", -1)) {
      if (isThread(frame)) {
        continue;
      }
      depth++;
      if (depth > limits.depth()) {
        dropped++;
        say(number, "more than " + limits.depth() + " frames on one stack");
        return;
      }
      int known = frames.computeIfAbsent(frame, text -> builder.frame(frame(text)));
      stack = builder.stack(known, stack);
    }
    limits.checkCount(input, "stacks", builder.stackCount());
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    builder.sample(stack, value);
  }

  /// `P245906` or `T0:245906`, or nothing.
  private static boolean isThread(String frame) {
    return frame.isBlank()
        || frame.matches("P\\d{1,12}|T(?:0x)?[0-9a-f]{1,16}(?::(?:0x)?[0-9a-f]{1,16})?");
  }

  /// `file:function:line`; other frames, such as `:GC:`, are names.
  private static Frame frame(String text) {
    int line = text.lastIndexOf(':');
    int function = text.lastIndexOf(':', line - 1);
    if (function > 0
        && text.substring(line + 1).matches("\\d{1,9}")
        && !text.substring(function + 1, line).isBlank()) {
      return new Frame(
          text.substring(function + 1, line),
          text.substring(0, function),
          Integer.parseInt(text.substring(line + 1)));
    }
    return Frame.named(text);
  }

  private static long micros(String value) {
    return value.matches("\\d{1,15}") ? Long.parseLong(value) : 0;
  }

  private void say(long number, String message) {
    passedOver.accept(new Diagnostic(input, number, message));
  }
}
