package hone.format.chrometrace;

import hone.format.CallFrame;
import hone.input.FormatException;
import hone.input.JsonDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A piece of a CPU profile, as one event carries it.
final class Chunk {

  /// A node of the call tree; its caller is known by `parent`, or because that names it as a callee.
  record Call(long id, long parent, CallFrame frame, List<Long> callees) {
    static final long NO_PARENT = Long.MIN_VALUE;
  }

  private final List<Call> calls = new ArrayList<>();
  private final List<Long> samples = new ArrayList<>();
  private final List<Double> deltas = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private double start = Double.NaN;
  private double end = Double.NaN;

  /// Reads a field that may be part of a profile; times and lines may stand in it twice.
  boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "cpuProfile" -> {
        if (!document.isObject()) {
          return false;
        }
        document.object(inner -> read(document, inner));
      }
      case "nodes" -> {
        return document.isArray() && array(document, () -> calls.add(call(document)));
      }
      case "samples" -> {
        return document.isArray() && array(document, () -> samples.add(document.number()));
      }
      case "timeDeltas" -> {
        deltas.clear();
        return document.isArray()
            && array(document, () -> deltas.add(Event.microseconds(document)));
      }
      case "lines" -> {
        lines.clear();
        return document.isArray() && array(document, () -> lines.add(line(document)));
      }
      case "startTime" -> start = document.isNumber() ? Event.microseconds(document) : start;
      case "endTime" -> end = document.isNumber() ? Event.microseconds(document) : end;
      default -> {
        return false;
      }
    }
    return true;
  }

  List<Call> calls() {
    return calls;
  }

  /// The nodes that were met.
  List<Long> samples() {
    return samples;
  }

  /// Times between the samples, in microseconds.
  List<Double> deltas() {
    return deltas;
  }

  /// The line each sample was at, where there are as many as samples.
  List<Integer> lines() {
    return lines;
  }

  /// When the profile began, in microseconds; NaN where the piece does not tell.
  double start() {
    return start;
  }

  /// When the profile ended, in microseconds; NaN where the piece does not tell.
  double end() {
    return end;
  }

  private static boolean array(JsonDocument document, JsonDocument.Element element)
      throws IOException {
    document.array(element);
    return true;
  }

  private static Call call(JsonDocument document) throws IOException {
    long[] ids = {0, Call.NO_PARENT};
    CallFrame[] frame = {new CallFrame("", "", 0, 0)};
    List<Long> callees = new ArrayList<>(0);
    document.object(field -> {
      switch (field) {
        case "id" -> ids[0] = document.number();
        case "parent" -> ids[1] = document.number();
        case "callFrame" -> frame[0] = CallFrame.read(document);
        case "children" -> document.array(() -> callees.add(document.number()));
        default -> {
          return false;
        }
      }
      return true;
    });
    return new Call(ids[0], ids[1], frame[0], callees);
  }

  private static int line(JsonDocument document) throws FormatException {
    long line = document.number();
    return line > 0 && line < Integer.MAX_VALUE ? (int) line : 0;
  }
}
