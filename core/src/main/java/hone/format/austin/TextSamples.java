package hone.format.austin;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The samples of a text, line by line.
final class TextSamples {

  private static final Pattern SETTING =
      Pattern.compile("# (?<key>[a-z]{1,20}): (?<value>.{1,80})");
  private static final Pattern ONE = Pattern.compile("-?\\d{1,15}");
  private static final Pattern THREE =
      Pattern.compile("(?<time>\\d{1,15}),(?<idle>[01]),(?<memory>-?\\d{1,15})");
  private static final int SHOWN = 80;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final Measured measured;
  private final Map<String, Frame> frames = new HashMap<>();

  TextSamples(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
    this.measured = new Measured(input, limits);
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
      measured.set(setting.group("key"), setting.group("value").strip());
      return;
    }
    int space = text.lastIndexOf(' ');
    String numbers = text.substring(space + 1);
    boolean full = measured.mode() == Measured.Mode.FULL;
    if (space < 0 || !text.startsWith("P") || !(full ? THREE : ONE).matcher(numbers).matches()) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      String expected = full ? "time,idle,memory" : "number";
      passedOver.accept(
          new Diagnostic(
              input,
              number,
              "expected 'P…;T…;file:function:line " + expected + "', found '" + shown + "'"));
      return;
    }
    sample(text.substring(0, space), numbers, number);
  }

  Profile profile() throws FormatException {
    return measured.profile();
  }

  private void sample(String path, String numbers, long number) throws FormatException {
    int stack = Profile.NONE;
    int depth = 0;
    for (String frame : path.split(";", -1)) {
      if (isThread(frame)) {
        continue;
      }
      depth++;
      if (depth > limits.depth()) {
        measured.drop();
        passedOver.accept(
            new Diagnostic(input, number, "more than " + limits.depth() + " frames on one stack"));
        return;
      }
      stack = measured.below(frames.computeIfAbsent(frame, TextSamples::frame), stack);
    }
    Matcher three = THREE.matcher(numbers);
    if (three.matches()) {
      measured.sample(
          stack,
          Long.parseLong(three.group("time")),
          three.group("idle").equals("1"),
          Long.parseLong(three.group("memory")));
    } else {
      long one = Long.parseLong(numbers);
      measured.sample(stack, one, false, one);
    }
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
}
