package hone.format.pyinstrument;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.JsonToken;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tree of frames, each with its time, callees included.
final class FrameTree {

  private static final double NANOS = 1e9;

  private final String input;
  private final Limits limits;
  private final List<Node> nodes = new ArrayList<>();

  FrameTree(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /// Reads the object the document stands at, and those below it, without recursion.
  void read(JsonDocument document) throws IOException {
    Deque<Node> open = new ArrayDeque<>();
    if (document.isNull()) {
      return;
    }
    push(document, open);
    while (!open.isEmpty()) {
      JsonToken token = document.next();
      if (token == JsonToken.NAME) {
        field(document, open.element());
      } else if (token == JsonToken.START_OBJECT) {
        push(document, open);
      } else if (token == JsonToken.END_OBJECT) {
        open.pop();
      } else if (token != JsonToken.END_ARRAY) {
        throw document.broken("expected a frame, found " + token);
      }
    }
  }

  /// Adds each frame's own time to a profile of one value type.
  void addTo(ProfileBuilder builder) throws FormatException {
    for (Node node : nodes) {
      node.ownNanos = nanos(node.seconds);
    }
    for (Node node : nodes) {
      node.parent.ownNanos -= node.parent == node ? 0 : nanos(node.seconds);
    }
    for (Node node : nodes) {
      int caller = node.parent == node ? Profile.NONE : node.parent.stack;
      boolean own = node.name.equals("[self]");
      node.stack = own ? caller : builder.stack(builder.frame(node.frame()), caller);
      limits.checkCount(input, "stacks", builder.stackCount());
      if (node.ownNanos > 0) {
        builder.sample(node.stack, node.ownNanos);
      }
    }
  }

  private void push(JsonDocument document, Deque<Node> open) throws FormatException {
    if (open.size() >= limits.depth()) {
      throw document.broken("more than " + limits.depth() + " frames on one stack");
    }
    limits.checkCount(input, "frames", nodes.size() + 1L);
    Node node = new Node(open.peek());
    nodes.add(node);
    open.push(node);
  }

  private static void field(JsonDocument document, Node node) throws IOException {
    String name = document.name();
    JsonToken value = document.next();
    switch (name) {
      case "children" -> {
        if (value != JsonToken.START_ARRAY) {
          throw document.broken("expected an array, found " + value);
        }
      }
      case "identifier" -> node.identify(document.text());
      case "function" -> node.name = document.textOrEmpty();
      case "file_path" -> node.file = document.textOrEmpty();
      case "line_no" -> node.line = document.isNull() ? 0 : line(document.decimal());
      case "time" -> node.seconds = document.decimal();
      default -> document.skip();
    }
  }

  private static int line(double line) {
    return (int) Math.clamp(line, 0, Integer.MAX_VALUE);
  }

  private long nanos(double seconds) throws FormatException {
    if (!(seconds >= 0 && seconds < Long.MAX_VALUE / NANOS / 2)) {
      throw new FormatException(input, "'" + seconds + "' is no time in seconds");
    }
    return Math.round(seconds * NANOS);
  }

  /// One frame of the tree; the root is its own parent.
  private static final class Node {

    private final Node parent;
    private String name = "";
    private String file = "";
    private int line;
    private double seconds;
    private long ownNanos;
    private int stack = Profile.NONE;

    Node(@Nullable Node parent) {
      this.parent = parent == null ? this : parent;
    }

    void identify(String identifier) {
      Frame frame = Identifier.frame(identifier);
      name = frame.function();
      file = frame.file();
      line = frame.line();
    }

    Frame frame() {
      return new Frame(name.isBlank() ? "<unknown>" : name, file, line);
    }
  }
}
