package hone.format.collapsed;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads collapsed stacks: frames outermost first and joined by `;`, a space, a whole number.
///
/// The format names no unit; the number is read as a count of samples, and a text whose numbers have
/// fractions is refused, because it counts something else. Frames may hold spaces, so the number is
/// what follows the last one. A stack that is too deep is passed over and its samples count as
/// dropped; a line that is a number alone counts samples in which the profiler saw no stack.
///
/// @see <a href="https://github.com/brendangregg/FlameGraph#2-fold-stacks">FlameGraph, step 2</a>
public final class CollapsedReader implements ProfileReader {

  private static final int SHOWN = 80;

  private final Limits limits;

  public CollapsedReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "collapsed";
  }

  /// Never sure: any text whose lines end in a number looks like this, but for one whose second line
  /// is indented, as the stack of a sample is that `perf script -F comm,tid,ip,sym` prints.
  @Override
  public Sniff sniff(byte[] head) {
    List<String> lines =
        Lines.ofHead(head).stream()
            .filter(line -> !line.isBlank() && !CollapsedLine.isComment(line))
            .limit(2)
            .toList();
    Optional<String> first = lines.stream().findFirst();
    boolean fits =
        first.isPresent()
            && !isJson(first.get())
            && first.get().chars().noneMatch(letter -> letter < ' ' && letter != '\t')
            && CollapsedLine.of(first.get()).isPresent()
            && !first.get().startsWith(" ")
            && !lines.getLast().startsWith("\t");
    return fits ? Sniff.MAYBE : Sniff.NO;
  }

  /// Python's functions that are not its own begin with a brace, too: `{built-in method exec}`.
  private static boolean isJson(String line) {
    return line.startsWith("{") && (line.length() == 1 || !Character.isLetter(line.charAt(1)));
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Reading reading = new Reading(source.name(), passedOver);
    try (Lines lines = Lines.of(source)) {
      while (lines.advance()) {
        reading.line(lines);
      }
      if (reading.builder.sampleCount() == 0) {
        throw new FormatException(
            source.name(), "no collapsed stacks in " + lines.number() + " lines");
      }
    }
    Recording recording = Recording.of(format()).missing(reading.dropped, 0);
    return FinishedProfile.of(source.name(), reading.builder, recording, 0);
  }

  /// The profile so far.
  private final class Reading {

    private final String input;
    private final Consumer<Diagnostic> passedOver;
    private final ProfileBuilder builder =
        new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    private final Path path = new Path(builder);
    private long dropped;

    Reading(String input, Consumer<Diagnostic> passedOver) {
      this.input = input;
      this.passedOver = passedOver;
    }

    void line(Lines lines) throws FormatException {
      StackLine line = StackLine.of(lines.bytes(), lines.from(), lines.to());
      if (line.isStack()) {
        sample(lines.bytes(), lines.from(), line, lines.number());
      } else {
        unusual(lines.text(), lines.number());
      }
    }

    /// A line that does not end in a count; behind blanks it may be a stack all the same.
    private void unusual(String text, long number) throws FormatException {
      byte[] stripped = text.stripTrailing().getBytes(StandardCharsets.UTF_8);
      StackLine line = StackLine.of(stripped, 0, stripped.length);
      if (line.isStack()) {
        sample(stripped, 0, line, number);
      } else if (CollapsedLine.hasFraction(text) && !CollapsedLine.isComment(text)) {
        throw new FormatException(
            input, "line " + number + ": a count of samples is whole, found '" + shown(text) + "'");
      } else if (!text.isBlank() && !CollapsedLine.isComment(text)) {
        say(number, "expected 'frame;frame count', found '" + shown(text) + "'");
      }
    }

    private static String shown(String text) {
      return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private void sample(byte[] bytes, int from, StackLine line, long number)
        throws FormatException {
      if (!path.follow(bytes, from, line.stackEnd(), limits.depth())) {
        dropped = Math.addExact(dropped, line.count());
        say(number, "more than " + limits.depth() + " frames on one stack");
        return;
      }
      limits.checkCount(input, "stacks", builder.stackCount());
      limits.checkCount(input, "samples", builder.sampleCount() + 1L);
      builder.sample(path.stack(), line.count());
    }

    private void say(long number, String message) {
      passedOver.accept(new Diagnostic(input, number, message));
    }
  }
}
