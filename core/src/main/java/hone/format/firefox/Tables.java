package hone.format.firefox;

import hone.format.CallFrame;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables and texts of one thread, or those that all threads share.
final class Tables {

  private static final Pattern LOCATION =
      Pattern.compile("(.{0,4000}) \\((.{1,4000}?):(\\d{1,9})(:\\d{1,9})?\\)");
  private static final String ADDRESS = "0x";
  private static final Columns NOTHING = new Columns();

  private final String input;
  private final Limits limits;
  private final Map<String, Columns> tables = new HashMap<>();
  private final List<String> strings = new ArrayList<>();

  Tables(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /// Reads a field that is a table or the texts.
  boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "samples", "stackTable", "frameTable", "funcTable", "resourceTable", "sources" -> {
        if (!document.isObject()) {
          return false;
        }
        tables.put(field, Columns.read(document, input, limits));
      }
      case "stringTable", "stringArray" -> {
        if (!document.isArray()) {
          return false;
        }
        document.array(() -> {
          strings.add(document.textOrEmpty());
          limits.checkCount(input, "texts", strings.size());
        });
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  Columns samples() {
    return tables.getOrDefault("samples", NOTHING);
  }

  /// The table of that name; the shared one where this thread has none.
  Columns table(String name, Tables shared) {
    return tables.getOrDefault(name, shared.tables.getOrDefault(name, NOTHING));
  }

  /// The frame of a row of the table of frames.
  Frame frame(int row, Tables shared) throws FormatException {
    Columns frames = table("frameTable", shared);
    double line = frames.at("line", row);
    int func = frames.place("func", row);
    if (func < 0) {
      return location(text(frames.place("location", row), shared), line);
    }
    Columns functions = table("funcTable", shared);
    String name = text(functions.place("name", func), shared);
    if (name.startsWith(ADDRESS)) {
      int library = functions.place("resource", func);
      String of = text(table("resourceTable", shared).place("name", library), shared);
      return Frame.named(of.isBlank() ? name : name + " [" + of + "]");
    }
    int file = functions.place("fileName", func);
    int source = functions.place("source", func);
    if (file < 0 && source >= 0) {
      file = table("sources", shared).place("filename", source);
    }
    double begins = functions.at("lineNumber", func);
    return new CallFrame(name, file < 0 ? "" : text(file, shared), line(begins), 0).at(line(line));
  }

  private Frame location(String text, double line) {
    Matcher location = LOCATION.matcher(text);
    if (!location.matches()) {
      return new Frame(text.isBlank() ? "(no name)" : text, "", line(line));
    }
    int begins = Integer.parseInt(location.group(3));
    return new CallFrame(location.group(1), location.group(2), begins, 0).at(line(line));
  }

  private String text(int place, Tables shared) throws FormatException {
    List<String> texts = strings.isEmpty() ? shared.strings : strings;
    if (place < 0) {
      return "";
    }
    if (place >= texts.size()) {
      throw new FormatException(
          input, "text %d is not one of the %d there are".formatted(place, texts.size()));
    }
    return texts.get(place);
  }

  private static int line(double line) {
    return line > 0 && line < Integer.MAX_VALUE ? (int) line : 0;
  }
}
