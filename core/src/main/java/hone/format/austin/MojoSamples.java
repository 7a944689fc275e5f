package hone.format.austin;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The samples of MOJO, Austin's binary form, event by event.
///
/// Frames and texts are defined before they are first used and referred to by key; keys are those of
/// one process.
final class MojoSamples {

  static final String MAGIC = "MOJ";
  static final int NEWEST = 3;
  private static final int WITH_COLUMNS = 2;
  private static final int WITH_INTERPRETERS = 3;
  private static final long UNKNOWN = 1;
  private static final long LARGEST = 999_999_999_999_999L;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final Events events;
  private final Measured measured;
  private final Map<Key, Frame> frames = new HashMap<>();
  private final Map<Key, String> texts = new HashMap<>();
  private long version;
  private long process;
  private boolean open;
  private boolean counted;
  private int stack = Profile.NONE;
  private int depth;
  private long micros;
  private long bytes;
  private boolean idle;

  /// What a process calls a frame or a text.
  private record Key(long process, long key) implements Comparable<Key> {

    /// For the reason [Frame#compareTo] gives.
    @Override
    public int compareTo(Key other) {
      int order = Long.compare(process, other.process);
      return order != 0 ? order : Long.compare(key, other.key);
    }
  }

  MojoSamples(String input, Limits limits, Consumer<Diagnostic> passedOver, Events events) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
    this.events = events;
    this.measured = new Measured(input, limits);
  }

  Profile profile() throws IOException {
    for (int each = 0; each < MAGIC.length(); each++) {
      if (events.next() != MAGIC.charAt(each)) {
        throw events.broken("expected '" + MAGIC + "'");
      }
    }
    version = events.number();
    if (version < 1 || version > NEWEST) {
      throw events.broken("version '" + version + "' of MOJO is not read: 1 to " + NEWEST);
    }
    for (int event = events.next(); event >= 0; event = events.next()) {
      read(event);
    }
    finish();
    return measured.profile();
  }

  private void read(int event) throws IOException {
    switch (event) {
      case 1 -> {
        finish();
        measured.set(events.text(), events.text().strip());
      }
      case 2 -> begin();
      case 3 -> define();
      case 4 -> push(Frame.named(":INVALID:"));
      case 5 -> push(known(frames, "frame", events.number()));
      case 6 -> push(frame(events.text(), "kernel", 0));
      case 7 -> push(Frame.named(":GC:"));
      case 8 -> idle = true;
      case 9 -> {
        micros = measure();
        counted |= measured.mode() != Measured.Mode.FULL;
      }
      case 10 -> {
        bytes = measure();
        counted = true;
      }
      case 11 -> {
        texts.put(new Key(process, events.number()), events.text());
        limits.checkCount(input, "texts", texts.size());
      }
      case 12 -> known(texts, "text", events.number());
      default -> throw events.broken("'" + event + "' is no event");
    }
  }

  private void begin() throws IOException {
    finish();
    process = events.number();
    if (version >= WITH_INTERPRETERS) {
      events.number();
    }
    events.text();
    open = true;
    counted = false;
    stack = Profile.NONE;
    depth = 0;
    micros = 0;
    bytes = 0;
    idle = false;
  }

  /// Takes a frame's definition; a stack has the frame only where it refers to it.
  private void define() throws IOException {
    Key key = new Key(process, events.number());
    String file = text();
    String function = text();
    long line = events.number();
    if (version >= WITH_COLUMNS) {
      events.number();
      events.number();
      events.number();
    }
    if (line < 0 || line > Integer.MAX_VALUE) {
      throw events.broken("'" + line + "' is no line");
    }
    frames.put(key, frame(function, file, (int) line));
    limits.checkCount(input, "frames", frames.size());
  }

  private String text() throws IOException {
    long key = events.number();
    return key == UNKNOWN ? "" : known(texts, "text", key);
  }

  private static Frame frame(String function, String file, int line) {
    return new Frame(function.isBlank() ? "<unknown>" : function, file, line);
  }

  private void push(Frame frame) throws FormatException {
    if (!open) {
      throw events.broken("frame outside a stack");
    }
    depth++;
    if (depth <= limits.depth()) {
      stack = measured.below(frame, stack);
    }
  }

  private long measure() throws IOException {
    long number = events.number();
    if (Math.abs(number) > LARGEST) {
      throw events.broken("value '" + number + "' is too large");
    }
    return number;
  }

  /// Ends the stack that is open, if one is.
  private void finish() throws FormatException {
    if (!open) {
      return;
    }
    open = false;
    if (!counted) {
      throw events.broken("stack without a number: ends early");
    }
    if (depth > limits.depth()) {
      measured.drop();
      passedOver.accept(
          new Diagnostic(
              input, events.offset(), "more than " + limits.depth() + " frames on one stack"));
      return;
    }
    measured.sample(stack, micros, idle, bytes);
  }

  private <T> T known(Map<Key, T> table, String what, long key) throws FormatException {
    T found = table.get(new Key(process, key));
    if (found == null) {
      throw events.broken("refers to " + what + " '" + key + "', which is not there");
    }
    return found;
  }
}
