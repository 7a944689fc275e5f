package hone.format.bubbleprof;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.input.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How long asynchronous operations waited for their callbacks, by the `node.async_hooks` events of a
/// `-traceevent` file.
///
/// `b` of an operation is its start, `b` and `e` of its kind with `_CALLBACK` behind are a callback of
/// it. It waits from its start to its first callback, and from the end of one to the next; what
/// comes after the last is no wait.
final class Waits {

  private static final String CALLBACK = "_CALLBACK";
  private static final double LARGEST_MICROSECONDS = 9e14;
  private static final long NOT_WAITING = -1;

  /// One operation so far.
  private static final class Operation {
    private final String kind;
    private long since;
    private long waitedNanos;

    Operation(String kind, long since) {
      this.kind = kind;
      this.since = since;
    }
  }

  private final Map<Long, Operation> operations = new HashMap<>();
  private final Limits limits;

  private Waits(Limits limits) {
    this.limits = limits;
  }

  /// Of no events: nothing is known of any operation.
  static Waits unknown(Limits limits) {
    return new Waits(limits);
  }

  /// Reads the events of a file, which may lack its end.
  static Waits of(Source events, Limits limits) throws IOException {
    Waits waits = new Waits(limits);
    JsonDocument.read(
        events,
        limits,
        document ->
            document.object(field -> {
              boolean known = field.equals("traceEvents");
              if (known) {
                document.array(() -> waits.event(document));
              }
              return known;
            }));
    return waits;
  }

  /// How long an operation waited, or nothing where no event tells.
  Optional<Long> nanos(long id) {
    return Optional.ofNullable(operations.get(id)).map(operation -> operation.waitedNanos);
  }

  /// What an operation is of, such as `TCPWRAP`; empty where no event tells.
  String kind(long id) {
    Operation operation = operations.get(id);
    return operation == null ? "" : operation.kind;
  }

  private void event(JsonDocument document) throws IOException {
    String[] texts = {"", "", "", ""};
    double[] time = new double[1];
    document.object(field -> {
      switch (field) {
        case "ph" -> texts[0] = text(document);
        case "name" -> texts[1] = text(document);
        case "id" -> texts[2] = text(document);
        case "cat" -> texts[3] = text(document);
        case "ts" -> time[0] = document.isNumber() ? document.decimal() : 0;
        default -> {
          return false;
        }
      }
      return true;
    });
    boolean sound = time[0] >= 0 && time[0] <= LARGEST_MICROSECONDS;
    if (sound && texts[3].contains("node.async_hooks") && texts[2].matches("0x[0-9a-f]{1,13}")) {
      long id = Long.parseLong(texts[2].substring(2).toLowerCase(Locale.ROOT), 16);
      happened(document, texts, id, Math.round(time[0] * 1e3));
    }
  }

  private static String text(JsonDocument document) throws FormatException {
    return document.isText() ? document.text() : "";
  }

  private void happened(JsonDocument document, String[] texts, long id, long nanos)
      throws FormatException {
    boolean begins = texts[0].equals("b");
    Operation operation = operations.get(id);
    if (!texts[1].endsWith(CALLBACK)) {
      if (begins && operation == null) {
        operations.put(id, new Operation(texts[1], nanos));
        if (operations.size() > limits.count()) {
          throw document.broken("more operations than " + limits.count());
        }
      }
    } else if (operation != null && begins) {
      if (operation.since != NOT_WAITING) {
        operation.waitedNanos += Math.max(0, nanos - operation.since);
      }
      operation.since = NOT_WAITING;
    } else if (operation != null && texts[0].equals("e")) {
      operation.since = nanos;
    }
  }
}
