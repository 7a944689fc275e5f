package hone.format.firefox;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A table of numbers, by the names of its columns; what is null or no number is absent.
final class Columns {

  private static final double ABSENT = Double.NaN;
  private static final Set<String> WANTED =
      Set.of(
          "stack",
          "time",
          "timeDeltas",
          "weight",
          "threadCPUDelta",
          "prefix",
          "prefixOffset",
          "frame",
          "location",
          "func",
          "line",
          "name",
          "resource",
          "fileName",
          "filename",
          "source",
          "lineNumber");

  private final Map<String, Column> columns = new HashMap<>();
  private String weightType = "";

  /// One column, as it grows.
  private static final class Column {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  /// Reads a table in either form.
  static Columns read(JsonDocument document, String input, Limits limits) throws IOException {
    Columns table = new Columns();
    List<String> schema = new ArrayList<>();
    document.object(field -> {
      if (field.equals("schema") && document.isObject()) {
        document.object(name -> name(document, schema, name));
      } else if (field.equals("data") && document.isArray()) {
        document.array(() -> table.row(document, schema, input, limits));
      } else if (field.equals("weightType") && document.isText()) {
        table.weightType = document.text();
      } else if (WANTED.contains(field) && document.isArray()) {
        Column column = table.column(field);
        document.array(() -> {
          column.add(value(document));
          limits.checkCount(input, "rows", column.size);
        });
      } else {
        return false;
      }
      return true;
    });
    return table;
  }

  /// How many rows a column has.
  int size(String column) {
    Column found = columns.get(column);
    return found == null ? 0 : found.size;
  }

  /// How many rows the longest column has.
  int rows() {
    return columns.values().stream().mapToInt(column -> column.size).max().orElse(0);
  }

  /// The number there, or NaN.
  double at(String column, int row) {
    Column found = columns.get(column);
    return found == null || row < 0 || row >= found.size ? ABSENT : found.values[row];
  }

  /// The number there as a place in another table, or -1.
  int place(String column, int row) {
    double value = at(column, row);
    return value >= 0 && value < Integer.MAX_VALUE ? (int) value : -1;
  }

  /// What weights count, where the table says it.
  String weightType() {
    return weightType;
  }

  private Column column(String name) {
    return columns.computeIfAbsent(name, _ -> new Column());
  }

  private void row(JsonDocument document, List<String> schema, String input, Limits limits)
      throws IOException {
    int[] place = {0};
    document.array(() -> {
      String name = place[0] < schema.size() ? schema.get(place[0]) : "";
      place[0]++;
      if (WANTED.contains(name)) {
        column(name).add(value(document));
      } else {
        document.skip();
      }
    });
    for (String name : schema.subList(Math.min(place[0], schema.size()), schema.size())) {
      if (WANTED.contains(name)) {
        column(name).add(ABSENT);
      }
    }
    for (Column column : columns.values()) {
      limits.checkCount(input, "rows", column.size);
    }
  }

  private static boolean name(JsonDocument document, List<String> schema, String name)
      throws FormatException {
    long place = document.number();
    if (place < 0 || place > 100) {
      throw document.broken("'" + place + "' is no column");
    }
    while (schema.size() <= place) {
      schema.add("");
    }
    schema.set((int) place, name);
    return true;
  }

  private static double value(JsonDocument document) throws IOException {
    if (document.isNumber()) {
      return document.decimal();
    }
    document.skip();
    return ABSENT;
  }
}
