package hone.format.cpuprofile;

import hone.format.CallFrame;
import hone.input.FormatException;
import hone.input.JsonDocument;
import java.io.IOException;

/// What a node says of its function, while it is read.
final class Naming {

  private String function = "";
  private String url = "";
  private long line;
  private long column;

  /// Reads one field; false where it is none of a function's.
  boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "functionName" -> function = document.textOrEmpty();
      case "url" -> url = document.textOrEmpty();
      case "columnNumber" -> column = document.number();
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Takes the line on which it begins; below 1 where none is known.
  void line(JsonDocument document, long number) throws FormatException {
    line = Node.line(document, number);
  }

  CallFrame callFrame() {
    return new CallFrame(function, url, (int) line, column);
  }
}
