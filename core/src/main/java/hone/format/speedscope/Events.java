package hone.format.speedscope;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.StackTable;
import java.io.IOException;

/// Follows the events of an evented profile: frames open and close, and between two events the stack
/// of open frames lasts.
final class Events {

  private final Limits limits;
  private final StackTable stacks;
  private int stack = Profile.NONE;
  private int depth;
  private boolean started;
  private double at;
  private int before = Profile.NONE;
  private double lasted;
  private double began;

  Events(Limits limits, StackTable stacks) {
    this.limits = limits;
    this.stacks = stacks;
  }

  /// Reads one event.
  void read(JsonDocument document) throws IOException {
    String[] type = {""};
    int[] frame = {-1};
    double[] time = {Double.NaN};
    document.object(field -> {
      switch (field) {
        case "type" -> type[0] = document.text();
        case "frame" -> frame[0] = ThreadProfile.frame(document, limits);
        case "at" -> time[0] = document.decimal();
        default -> {
          return false;
        }
      }
      return true;
    });
    if (frame[0] < 0 || Double.isNaN(time[0])) {
      throw document.broken("event without a frame or a time");
    }
    pass(document, time[0]);
    switch (type[0]) {
      case "O" -> open(document, frame[0]);
      case "C" -> close(document, frame[0]);
      default -> throw document.broken("'" + type[0] + "' is no type of event");
    }
  }

  /// How long the stack lasted that the last event ended, in the unit of the profile.
  double lasted() {
    return lasted;
  }

  /// When that stack began, in the unit of the profile.
  double began() {
    return began;
  }

  /// The stack that the last event ended, or [Profile#NONE].
  int before() {
    return before;
  }

  /// How many frames are open.
  int open() {
    return depth;
  }

  private void pass(JsonDocument document, double time) throws FormatException {
    if (started && time < at) {
      throw document.broken("event at '" + time + "' comes after one at '" + at + "'");
    }
    lasted = stack == Profile.NONE ? 0 : time - at;
    before = stack;
    began = at;
    at = time;
    started = true;
  }

  private void open(JsonDocument document, int frame) throws FormatException {
    depth++;
    if (depth > limits.depth()) {
      throw document.broken("more than " + limits.depth() + " frames on one stack");
    }
    stack = stacks.node(frame, stack);
  }

  private void close(JsonDocument document, int frame) throws FormatException {
    if (stack == Profile.NONE || stacks.leaf(stack) != frame) {
      throw document.broken("frame " + frame + " closes out of order");
    }
    depth--;
    stack = stacks.caller(stack);
  }
}
