package hone.format.speedscope;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.StackCursor;
import hone.profile.StackTable;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import hone.unit.Unit;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// One profile of a file, usually one thread.
///
/// Its unit may come after its samples, so weights are kept as they are written.
final class ThreadProfile {

  private final String input;
  private final Limits limits;
  private final StackCursor cursor;
  private final Events events;
  private BaseUnit unit = BaseUnit.of("none");
  private boolean sampled;
  private int[] stackOf = new int[64];
  private int stackCount;
  private double[] weights = new double[64];
  private int weightCount;
  private double[] began = new double[0];
  private int rounded;
  private double startValue;
  private double endValue;

  ThreadProfile(String input, Limits limits, StackTable stacks) {
    this.input = input;
    this.limits = limits;
    cursor = new StackCursor(stacks);
    events = new Events(limits, stacks);
  }

  boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "unit" -> unit = BaseUnit.of(document.text());
      case "startValue" -> startValue = document.decimal();
      case "endValue" -> endValue = document.decimal();
      case "samples" -> {
        sampled = true;
        document.array(() -> addStack(stack(document)));
      }
      case "weights" -> document.array(() -> addWeight(document.decimal()));
      case "events" ->
          document.array(() -> {
            events.read(document);
            if (events.lasted() > 0) {
              addBegan(events.began());
              addStack(events.before());
              addWeight(events.lasted());
            }
          });
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Checks what can be checked only at the end.
  void finish() throws FormatException {
    if (stackCount != weightCount) {
      throw new FormatException(
          input, "%d samples have %d weights".formatted(stackCount, weightCount));
    }
    if (sampled && began.length > 0) {
      throw new FormatException(input, "a profile has both samples and events");
    }
    if (events.open() > 0) {
      throw new FormatException(input, "ends with " + events.open() + " frames still open");
    }
    for (int sample = 0; sample < weightCount; sample++) {
      rounded += value(sample) == 0 && weights[sample] != 0 ? 1 : 0;
    }
  }

  /// How many samples weigh something, and too little to count.
  int rounded() {
    return rounded;
  }

  /// When a sample began: each follows the one before it, where events do not tell.
  double beganNanos(int sample) {
    if (began.length == 0) {
      began = new double[weightCount];
      double at = startValue;
      for (int each = 0; each < weightCount; each++) {
        began[each] = at;
        at += weights[each];
      }
    }
    return began[sample] * unit.factor();
  }

  double startNanos() {
    return startValue * unit.factor();
  }

  boolean sampled() {
    return sampled;
  }

  ValueType type() {
    return Threads.type(unit);
  }

  int count() {
    return stackCount;
  }

  int stack(int sample) {
    return stackOf[sample];
  }

  /// What a sample weighs, in the base unit.
  long value(int sample) throws FormatException {
    double value = weights[sample] * unit.factor();
    if (Math.abs(value) >= 0x1p63) {
      throw new FormatException(input, "weight '" + weights[sample] + "' does not fit 64 bits");
    }
    return Math.round(value);
  }

  long durationNanos() {
    return isTime() ? (long) Math.max(0, (endValue - startValue) * unit.factor()) : 0;
  }

  /// The time that its samples weigh.
  double coveredNanos() {
    double sum = 0;
    for (int sample = 0; sample < weightCount; sample++) {
      sum += weights[sample];
    }
    return isTime() ? sum * unit.factor() : 0;
  }

  /// The time between samples, where it is always the same.
  Optional<Long> evenNanos() {
    boolean even = sampled && isTime() && weightCount > 0;
    for (int sample = 1; even && sample < weightCount; sample++) {
      even = weights[sample] == weights[0];
    }
    return even ? Optional.of(Math.round(weights[0] * unit.factor())) : Optional.empty();
  }

  boolean isTime() {
    return unit.unit().equals(Unit.NANOSECONDS);
  }

  private int stack(JsonDocument document) throws IOException {
    cursor.back(0);
    document.numbers(frame -> {
      if (cursor.depth() == limits.depth()) {
        throw document.broken("more than " + limits.depth() + " frames on one stack");
      }
      cursor.push(frame(document, limits, frame));
    });
    return cursor.node();
  }

  /// Number of a frame, which may be read only later.
  static int frame(JsonDocument document, Limits limits) throws FormatException {
    return frame(document, limits, document.number());
  }

  private static int frame(JsonDocument document, Limits limits, long frame)
      throws FormatException {
    if (frame < 0 || frame > limits.count()) {
      throw document.broken("'" + frame + "' is no number of a frame");
    }
    return (int) frame;
  }

  private void addStack(int stack) throws FormatException {
    limits.checkCount(input, "samples", stackCount + 1L);
    if (stackCount == stackOf.length) {
      stackOf = Arrays.copyOf(stackOf, stackCount * 2);
    }
    stackOf[stackCount++] = stack;
  }

  private void addBegan(double time) {
    if (stackCount >= began.length) {
      began = Arrays.copyOf(began, Math.max(64, stackCount * 2));
    }
    began[stackCount] = time;
  }

  private void addWeight(double weight) throws FormatException {
    limits.checkCount(input, "weights", weightCount + 1L);
    if (weightCount == weights.length) {
      weights = Arrays.copyOf(weights, weightCount * 2);
    }
    weights[weightCount++] = weight;
  }
}
