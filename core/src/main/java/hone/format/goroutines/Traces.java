package hone.format.goroutines;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the lines of the traces: a head, then a line for each function and one for its place.
final class Traces {

  private static final Pattern PLACE = Pattern.compile("\t(?<file>.+):(?<line>\\d{1,9})(?: .*)?");
  private static final String CREATOR = "created by ";
  private static final String ELIDED = "frames elided...";
  private static final int LONGEST_PLACE = 4096;
  private static final int MOST_STATES = 100;

  private final String input;
  private final Limits limits;
  private final ProfileBuilder builder;
  private final Consumer<Diagnostic> passedOver;
  private final Map<String, Long> states = new TreeMap<>();
  private final List<Frame> leafFirst = new ArrayList<>();
  private Optional<GoroutineHead> head = Optional.empty();
  private String function = "";
  private boolean elided;
  private boolean anyLeaked;
  private long dropped;
  private long truncated;
  private long number;

  Traces(String input, Limits limits, ProfileBuilder builder, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.builder = builder;
    this.passedOver = passedOver;
  }

  void line(String text, long at) throws FormatException {
    number = at;
    Optional<GoroutineHead> next = GoroutineHead.of(text);
    if (next.isPresent() || text.isBlank()) {
      end();
      head = next;
    } else if (head.isPresent()) {
      frame(text);
    } else {
      passedOver.accept(new Diagnostic(input, number, "line belongs to no goroutine"));
    }
  }

  /// Counts the goroutine whose trace ends here, where there is one.
  void end() throws FormatException {
    if (head.isEmpty()) {
      return;
    }
    named(function, "", 0);
    if (leafFirst.size() > limits.depth()) {
      dropped++;
      passedOver.accept(
          new Diagnostic(input, number, "more than " + limits.depth() + " frames on one stack"));
    } else {
      sample(head.get());
    }
    head = Optional.empty();
    leafFirst.clear();
    elided = false;
  }

  boolean anyLeaked() {
    return anyLeaked;
  }

  long dropped() {
    return dropped;
  }

  long truncated() {
    return truncated;
  }

  List<String> warnings() {
    List<String> counts = new ArrayList<>();
    states.forEach((state, count) -> counts.add(count + " " + state));
    return List.of("goroutines by state: " + String.join(", ", counts));
  }

  private void sample(GoroutineHead goroutine) throws FormatException {
    int stack = Profile.NONE;
    for (Frame frame : leafFirst.reversed()) {
      stack = builder.stack(builder.frame(frame), stack);
    }
    limits.checkCount(input, "goroutines", builder.sampleCount() + 1L);
    limits.checkCount(input, "stacks", builder.stackCount());
    builder.sample(stack, 1, goroutine.leaked() ? 1 : 0);
    anyLeaked |= goroutine.leaked();
    truncated += elided ? 1 : 0;
    boolean known = states.containsKey(goroutine.state());
    states.merge(
        known || states.size() < MOST_STATES ? goroutine.state() : "in other states",
        1L,
        Long::sum);
  }

  private void frame(String text) {
    Matcher place = PLACE.matcher(text);
    if (text.startsWith("\t") && text.length() <= LONGEST_PLACE && place.matches()) {
      named(function, place.group("file"), Integer.parseInt(place.group("line")));
      return;
    }
    named(function, "", 0);
    if (text.endsWith(ELIDED)) {
      elided = true;
    } else if (!text.startsWith(CREATOR)) {
      function = withoutArguments(text);
    }
  }

  /// Adds the function that waits for its place.
  private void named(String name, String file, int line) {
    if (!name.isBlank() && leafFirst.size() <= limits.depth()) {
      leafFirst.add(new Frame(name, file, line));
    }
    function = "";
  }

  /// The name before the bracket that the last one closes: names hold brackets, too.
  private static String withoutArguments(String text) {
    int depth = 0;
    for (int at = text.length() - 1; at > 0; at--) {
      if (text.charAt(at) == ')') {
        depth++;
      } else if (text.charAt(at) == '(') {
        depth--;
        if (depth == 0) {
          return text.substring(0, at);
        }
      }
      if (depth == 0) {
        return text;
      }
    }
    return text;
  }
}
