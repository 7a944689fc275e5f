package hone.format.memray;

import hone.format.FinishedProfile;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of a table of allocations; a stack is `function;file;line` three by three with `|`
/// between them, innermost first.
final class AllocationTable {

  static final String HEADER = "allocator,num_allocations,size,tid,thread_name,stack_trace";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern FRAME =
      Pattern.compile(
          "\\G(?<function>[^;]{0,8000}+);(?<file>[^;]{0,8000}+);(?<line>\\d{1,9})(?:\\||$)");
  private static final int CELLS = 6;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final ProfileBuilder builder =
      new ProfileBuilder(List.of(MemrayReader.OBJECTS, MemrayReader.SPACE));
  private long dropped;

  AllocationTable(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
  }

  void line(String text, long number) throws FormatException {
    if (number == 1 || text.isBlank()) {
      return;
    }
    List<String> cells = cells(text);
    Optional<List<Frame>> stack = cells.size() == CELLS ? stack(cells.getLast()) : Optional.empty();
    if (stack.isEmpty()
        || !NUMBER.matcher(cells.get(1)).matches()
        || !NUMBER.matcher(cells.get(2)).matches()) {
      drop(number, "expected '" + HEADER + "'");
      return;
    }
    if (stack.get().size() > limits.depth()) {
      drop(number, "more than " + limits.depth() + " frames on one stack");
      return;
    }
    int leaf = Profile.NONE;
    for (Frame frame : stack.get().reversed()) {
      leaf = builder.stack(builder.frame(frame), leaf);
    }
    limits.checkCount(input, "stacks", builder.stackCount());
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    builder.sample(leaf, Long.parseLong(cells.get(1)), Long.parseLong(cells.get(2)));
  }

  Profile profile() throws FormatException {
    if (builder.sampleCount() == 0) {
      throw new FormatException(input, "no allocations");
    }
    return FinishedProfile.of(input, builder, Recording.of("memray").missing(dropped, 0), 1);
  }

  private void drop(long number, String why) {
    dropped++;
    passedOver.accept(new Diagnostic(input, number, why));
  }

  /// Cells between commas; one that begins with a quote ends with one, and has its own doubled.
  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '"' && quoted && text.startsWith("\"", at + 1)) {
        cell.append(here);
        at++;
      } else if (here == '"') {
        quoted = !quoted;
      } else if (here == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(here);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /// The frames, innermost first; empty where the text is not of that shape.
  private static Optional<List<Frame>> stack(String text) {
    List<Frame> frames = new ArrayList<>();
    Matcher frame = FRAME.matcher(text);
    int end = 0;
    while (end < text.length() && frame.find()) {
      String function = frame.group("function");
      frames.add(
          new Frame(
              function.isBlank() ? "<unknown>" : function,
              frame.group("file"),
              Integer.parseInt(frame.group("line"))));
      end = frame.end();
    }
    return end == text.length() ? Optional.of(frames) : Optional.empty();
  }
}
