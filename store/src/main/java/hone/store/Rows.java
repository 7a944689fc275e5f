package hone.store;

import hone.bench.Better;
import hone.bench.Metric;
import hone.history.Entry;
import hone.history.Figure;
import hone.history.Fingerprint;
import hone.history.Revision;
import hone.unit.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries as rows.
final class Rows {

  private static final String NEW_ENTRY =
      "INSERT INTO entry (id, source, made_at, service, machine, base_commit, base_tree,"
          + " head_commit, head_tree, seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (id) DO NOTHING RETURNING number";
  private static final String NEW_FIGURE =
      "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ENTRIES =
      "SELECT e.*, m.facts FROM entry e JOIN machine m ON m.hash = e.machine"
          + " WHERE service = ? ORDER BY number";
  private static final String FIGURES =
      "SELECT f.* FROM figure f JOIN entry e ON e.number = f.entry WHERE service = ?"
          + " ORDER BY entry, place";

  private Rows() {}

  static boolean append(Connection connection, Entry entry) throws SQLException {
    machine(connection, entry.machine());
    try (PreparedStatement row = connection.prepareStatement(NEW_ENTRY)) {
      fill(
          row,
          entry.id(),
          entry.source(),
          entry.madeAt().toString(),
          entry.service(),
          entry.machine().hash(),
          entry.base().map(Revision::commit).orElse(null),
          entry.base().map(Revision::tree).orElse(null),
          entry.head().commit(),
          entry.head().tree(),
          entry.seed());
      try (ResultSet added = row.executeQuery()) {
        if (!added.next()) {
          return false;
        }
        figures(connection, added.getLong(1), entry.figures());
        return true;
      }
    }
  }

  private static void machine(Connection connection, Fingerprint machine) throws SQLException {
    String sql = "INSERT INTO machine VALUES (?, ?) ON CONFLICT (hash) DO NOTHING";
    try (PreparedStatement row = connection.prepareStatement(sql)) {
      fill(row, machine.hash(), machine.canonical());
      row.execute();
    }
  }

  private static void figures(Connection connection, long entry, List<Figure> figures)
      throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(NEW_FIGURE)) {
      int place = 0;
      for (Figure figure : figures) {
        Metric metric = figure.metric();
        fill(
            row,
            entry,
            place++,
            figure.benchmark(),
            metric.name(),
            metric.unit().name(),
            metric.better().toString(),
            metric.isCounted() ? 1 : 0,
            figure.base().map(Figure.Summary::count).orElse(null),
            figure.base().map(Figure.Summary::median).orElse(null),
            figure.head().map(Figure.Summary::count).orElse(null),
            figure.head().map(Figure.Summary::median).orElse(null),
            figure.change().map(Figure.Change::effect).orElse(null),
            figure.change().map(Figure.Change::low).orElse(null),
            figure.change().map(Figure.Change::high).orElse(null),
            figure.verdict());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void fill(PreparedStatement row, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }

  static List<Entry> entries(Connection connection, String service) throws SQLException {
    Map<Long, List<Figure>> figures = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(FIGURES)) {
      fill(query, service);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          figures.computeIfAbsent(rows.getLong("entry"), _ -> new ArrayList<>()).add(figure(rows));
        }
      }
    }
    Map<String, Fingerprint> machines = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
      fill(query, service);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Fingerprint machine = machines.computeIfAbsent(text(rows, "facts"), Rows::fingerprint);
          entries.add(
              entry(rows, machine, figures.getOrDefault(rows.getLong("number"), List.of())));
        }
      }
    }
    return entries;
  }

  private static Entry entry(ResultSet rows, Fingerprint machine, List<Figure> figures)
      throws SQLException {
    String tree = rows.getString("base_tree");
    return new Entry(
        text(rows, "id"),
        text(rows, "source"),
        instant(text(rows, "made_at")),
        text(rows, "service"),
        machine,
        tree == null
            ? Optional.empty()
            : Optional.of(new Revision(text(rows, "base_commit"), tree)),
        new Revision(text(rows, "head_commit"), text(rows, "head_tree")),
        rows.getLong("seed"),
        figures);
  }

  private static Figure figure(ResultSet rows) throws SQLException {
    String better = text(rows, "better");
    Metric metric =
        new Metric(
            text(rows, "metric"),
            Unit.of(text(rows, "unit")),
            Better.of(better)
                .orElseThrow(() -> new IllegalArgumentException("no direction: " + better)),
            rows.getBoolean("counted"));
    return new Figure(
        text(rows, "benchmark"),
        metric,
        summary(rows, "base"),
        summary(rows, "head"),
        change(rows),
        text(rows, "verdict"));
  }

  private static Optional<Figure.Summary> summary(ResultSet rows, String side) throws SQLException {
    int count = rows.getInt(side + "_n");
    return rows.wasNull()
        ? Optional.empty()
        : Optional.of(new Figure.Summary(count, rows.getDouble(side + "_median")));
  }

  private static Optional<Figure.Change> change(ResultSet rows) throws SQLException {
    double effect = rows.getDouble("effect");
    return rows.wasNull()
        ? Optional.empty()
        : Optional.of(new Figure.Change(effect, rows.getDouble("low"), rows.getDouble("high")));
  }

  private static String text(ResultSet rows, String column) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      throw new IllegalArgumentException("nothing in " + column);
    }
    return text;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException("no time: " + text, none);
    }
  }

  private static Fingerprint fingerprint(String facts) {
    try {
      JsonNode document = JsonMapper.shared().readTree(facts);
      TreeMap<String, String> read = new TreeMap<>();
      document.properties().forEach(fact -> read.put(fact.getKey(), fact.getValue().asString("")));
      return new Fingerprint(read);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("facts of a machine are no JSON", broken);
    }
  }
}
