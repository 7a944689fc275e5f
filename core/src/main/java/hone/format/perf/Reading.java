package hone.format.perf;

import hone.input.ByteNames;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Lines;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.Recording;
import hone.profile.StackCursor;
import hone.profile.StackTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the lines of one text: what begins a sample, what is a frame of it, what ends it.
final class Reading {

  private static final String RECORD = "PERF_RECORD_";
  private static final Pattern LOST = Pattern.compile("lost (?<count>\\d{1,18})");
  private static final Pattern SOURCE_LINE =
      Pattern.compile(" {2}(?<file>[^ ()]+):(?<line>[1-9]\\d{0,8})");
  private static final int LONGEST_SOURCE_LINE = 4096;
  private static final int MOST_PROGRAMS = 1000;
  private static final int SHOWN_PROGRAMS = 5;
  private static final int SHOWN = 80;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final ByteNames keys = new ByteNames();
  private final List<int[]> framesOf = new ArrayList<>();
  private final Map<Frame, Integer> frameNumbers = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private final StackTable stacks = new StackTable();
  private final StackCursor cursor = new StackCursor(stacks);
  private final Samples samples;
  private final Set<String> programs = new LinkedHashSet<>();
  private int[] path = new int[128];
  private int depth;
  private int lastLineFrom;
  private Optional<SampleHead> head = Optional.empty();
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long dropped;
  private long number;

  Reading(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
    samples = new Samples(input, limits);
  }

  /// Takes the line gone to; most lines are frames, and known ones.
  void line(Lines lines) throws FormatException {
    number = lines.number();
    int name =
        head.isPresent() && depth > 0
            ? PlainFrame.nameFrom(lines.bytes(), lines.from(), lines.to())
            : -1;
    if (name >= 0) {
      pushAll(frames(lines.bytes(), name, lines.to()));
    } else {
      line(lines.text());
    }
  }

  private void line(String text) throws FormatException {
    if (text.isBlank()) {
      end();
    } else if (isIndented(text) && isFrame(text)) {
      frame(text);
    } else if (text.charAt(0) != '#') {
      end();
      begin(text);
    }
  }

  /// The profile of all lines.
  ///
  /// @param timed whether samples get their times
  Profile profile(boolean timed) throws FormatException {
    end();
    if (samples.count() == 0) {
      throw new FormatException(input, "no samples in " + number + " lines");
    }
    Recording recording =
        Recording.of("perf")
            .lasting(lastNanos > firstNanos ? lastNanos - firstNanos : 0)
            .missing(dropped, 0)
            .warning(warnings());
    OptionalLong origin = timed ? OptionalLong.of(firstNanos) : OptionalLong.empty();
    return samples.profile(stacks, frames, recording, origin);
  }

  private static boolean isIndented(String text) {
    return text.charAt(0) == ' ' || text.charAt(0) == '\t';
  }

  /// Whether an indented line is a frame: a name that is padded may begin a sample, too.
  private boolean isFrame(String text) {
    if (head.isPresent() && depth > 0) {
      return true;
    }
    if (FrameLine.isSure(text)) {
      return head.isEmpty() || !FrameLine.isSure(head.get().rest());
    }
    return (head.isPresent() || FrameLine.isAddressed(text)) && SampleHead.of(text).isEmpty();
  }

  private void begin(String text) throws FormatException {
    Optional<SampleHead> found = SampleHead.of(text);
    if (found.isEmpty()) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      say("expected 'program pid time: event:', found '" + shown + "'");
      return;
    }
    SampleHead sample = found.get();
    if (sample.event().startsWith(RECORD) || sample.rest().startsWith(RECORD)) {
      lost(sample);
      return;
    }
    head = found;
    sample
        .timeNanos()
        .ifPresent(nanos -> {
          firstNanos = Math.min(firstNanos, nanos);
          lastNanos = Math.max(lastNanos, nanos);
        });
    if (!sample.program().isEmpty() && programs.size() < MOST_PROGRAMS) {
      programs.add(sample.program());
    }
  }

  /// A record beside the samples; of these only lost samples matter.
  private void lost(SampleHead record) throws FormatException {
    Matcher lost = LOST.matcher(record.event() + " " + record.rest());
    if (lost.find()) {
      dropped = sum(dropped, Long.parseLong(lost.group("count")));
    }
  }

  private void frame(String text) throws FormatException {
    if (head.isEmpty()) {
      head = Optional.of(new SampleHead("", OptionalLong.empty(), OptionalLong.empty(), "", ""));
    }
    if (depth > 0 && text.length() <= LONGEST_SOURCE_LINE && text.startsWith("  ")) {
      Matcher place = SOURCE_LINE.matcher(text);
      if (place.matches()) {
        place(place.group("file"), Integer.parseInt(place.group("line")));
        return;
      }
    }
    byte[] key = FrameLine.key(text).getBytes(StandardCharsets.UTF_8);
    pushAll(frames(key, 0, key.length));
  }

  private void pushAll(int[] numbers) {
    lastLineFrom = depth;
    for (int at = numbers.length - 1; at >= 0; at--) {
      push(numbers[at]);
    }
  }

  /// Puts the frame of the last line at its source line.
  private void place(String file, int line) throws FormatException {
    if (depth == lastLineFrom + 1 && depth <= limits.depth()) {
      Frame frame = frames.get(path[lastLineFrom]);
      path[lastLineFrom] = frame(new Frame(frame.function(), file, line));
    }
  }

  private void push(int frame) {
    if (depth < limits.depth()) {
      if (depth == path.length) {
        path = Arrays.copyOf(path, depth * 2);
      }
      path[depth] = frame;
    }
    depth++;
  }

  private void end() throws FormatException {
    if (head.isEmpty()) {
      return;
    }
    SampleHead sample = head.get();
    if (depth == 0 && (FrameLine.isSure(sample.rest()) || FrameLine.isLikely(sample.rest()))) {
      frame(sample.rest());
    }
    if (depth > limits.depth()) {
      dropped = sum(dropped, 1);
      say("more than " + limits.depth() + " frames on one stack");
    } else {
      cursor.back(0);
      for (int at = depth - 1; at >= 0; at--) {
        cursor.push(path[at]);
      }
      limits.checkCount(input, "stacks", stacks.size());
      samples.add(cursor.node(), sample);
    }
    head = Optional.empty();
    depth = 0;
    lastLineFrom = 0;
  }

  /// The frames of a key, outermost first.
  private int[] frames(byte[] bytes, int from, int to) throws FormatException {
    int key = keys.number(bytes, from, to);
    if (key == framesOf.size()) {
      List<Frame> named = FrameLine.frames(keys.text(key));
      int[] numbers = new int[named.size()];
      for (int at = 0; at < numbers.length; at++) {
        numbers[at] = frame(named.get(at));
      }
      framesOf.add(numbers);
      limits.checkCount(input, "names", framesOf.size());
    }
    return framesOf.get(key);
  }

  private int frame(Frame frame) throws FormatException {
    Integer known = frameNumbers.putIfAbsent(frame, frames.size());
    if (known != null) {
      return known;
    }
    frames.add(frame);
    limits.checkCount(input, "frames", frames.size());
    return frames.size() - 1;
  }

  private List<String> warnings() {
    if (programs.size() < 2) {
      return List.of();
    }
    String names = String.join(", ", programs.stream().limit(SHOWN_PROGRAMS).toList());
    return List.of(
        "samples of %s%d programs are counted together: %s%s"
            .formatted(
                programs.size() == MOST_PROGRAMS ? "at least " : "",
                programs.size(),
                names,
                programs.size() > SHOWN_PROGRAMS ? ", …" : ""));
  }

  private long sum(long count, long more) throws FormatException {
    try {
      return Math.addExact(count, more);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "more lost samples than 64 bits hold");
    }
  }

  private void say(String message) {
    passedOver.accept(new Diagnostic(input, number, message));
  }
}
