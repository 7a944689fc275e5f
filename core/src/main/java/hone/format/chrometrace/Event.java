package hone.format.chrometrace;

import hone.input.FormatException;
import hone.input.JsonDocument;
import java.io.IOException;

/// One event of a trace, while it is read; its fields come in any order.
final class Event {

  private static final double LARGEST_MICROSECONDS = 9e15;

  private String phase = "";
  private String name = "";
  private String process = "";
  private String thread = "";
  private String id = "";
  private double start;
  private double duration;
  private String url = "";
  private int line;
  private final Chunk chunk = new Chunk();

  static Event read(JsonDocument document) throws IOException {
    Event event = new Event();
    document.object(field -> event.readField(document, field));
    return event;
  }

  private boolean readField(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "ph" -> phase = text(document);
      case "name" -> name = text(document);
      case "pid" -> process = text(document);
      case "tid" -> thread = text(document);
      case "id" -> id = text(document);
      case "ts" -> start = microseconds(document);
      case "dur" -> duration = microseconds(document);
      case "args" -> {
        return readArguments(document);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean readArguments(JsonDocument document) throws IOException {
    if (!document.isObject()) {
      return false;
    }
    document.object(field -> {
      switch (field) {
        case "data" -> {
          if (!document.isObject()) {
            return false;
          }
          document.object(inner -> chunk.read(document, inner));
        }
        case "url", "filename" -> url = document.isText() ? document.text() : "";
        case "line" -> line = line(document);
        default -> {
          return chunk.read(document, field);
        }
      }
      return true;
    });
    return true;
  }

  /// What kind of event it is, one letter.
  String phase() {
    return phase;
  }

  String name() {
    return name;
  }

  /// The thread it happened on, as one text.
  String lane() {
    return process + ":" + thread;
  }

  /// The profile it is a piece of, as one text.
  String profile() {
    return process + ":" + id;
  }

  /// When it happened, or began.
  long startNanos() {
    return nanos(start);
  }

  /// When it ended, for an event that has its duration with it.
  long endNanos() {
    return nanos(start + Math.max(0, duration));
  }

  /// Source path it tells of itself, or empty.
  String url() {
    return url;
  }

  int line() {
    return line;
  }

  /// The piece of a profile it carries, which may be an empty one.
  Chunk chunk() {
    return chunk;
  }

  /// Text, or a number as text: tools write either.
  static String text(JsonDocument document) throws IOException {
    if (document.isText() || document.isNull()) {
      return document.textOrEmpty();
    }
    if (document.isNumber()) {
      double number = document.decimal();
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? Long.toString((long) number)
          : Double.toString(number);
    }
    document.skip();
    return "";
  }

  /// A time, as a number or as text.
  static double microseconds(JsonDocument document) throws IOException {
    double time;
    if (document.isText()) {
      try {
        time = Double.parseDouble(document.text());
      } catch (NumberFormatException noNumber) {
        throw document.broken("'" + document.text() + "' is no time");
      }
    } else {
      time = document.isNull() ? 0 : document.decimal();
    }
    if (!(Math.abs(time) <= LARGEST_MICROSECONDS)) {
      throw document.broken("'" + time + "' is no time in microseconds");
    }
    return time;
  }

  static long nanos(double microseconds) {
    return Math.round(microseconds * 1e3);
  }

  private static int line(JsonDocument document) throws FormatException {
    double line = document.isNumber() ? document.decimal() : 0;
    return line > 0 && line < Integer.MAX_VALUE ? (int) line : 0;
  }
}
