package hone.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The tables of a history, and how to tell them from anybody else's.
final class Tables {

  /// "hone" in SQLite's field for whose file it is.
  static final int APPLICATION = 0x686f6e65;

  static final int VERSION = 1;

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE machine (hash TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT",
          "CREATE TABLE entry (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT"
              + " NULL, made_at TEXT NOT NULL, service TEXT NOT NULL, machine TEXT NOT NULL"
              + " REFERENCES machine(hash), base_commit TEXT, base_tree TEXT, head_commit TEXT NOT"
              + " NULL, head_tree TEXT NOT NULL, seed INTEGER NOT NULL) STRICT",
          "CREATE TABLE figure (entry INTEGER NOT NULL REFERENCES entry(number),"
              + " place INTEGER NOT NULL, benchmark TEXT NOT NULL, metric TEXT NOT NULL,"
              + " unit TEXT NOT NULL, better TEXT NOT NULL, counted INTEGER NOT NULL,"
              + " base_n INTEGER, base_median REAL, head_n INTEGER, head_median REAL,"
              + " effect REAL, low REAL, high REAL, verdict TEXT NOT NULL,"
              + " PRIMARY KEY (entry, place)) STRICT, WITHOUT ROWID",
          kept("machine", "UPDATE"),
          kept("machine", "DELETE"),
          kept("entry", "UPDATE"),
          kept("entry", "DELETE"),
          kept("figure", "UPDATE"),
          kept("figure", "DELETE"));

  private Tables() {}

  /// Nothing that was added is ever changed, by whatever program.
  private static String kept(String table, String verb) {
    return "CREATE TRIGGER %s_%s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, 'append only'); END"
        .formatted(table, verb.toLowerCase(Locale.ROOT), verb, table);
  }

  static void create(Statement statement) throws SQLException {
    for (String each : STATEMENTS) {
      statement.execute(each);
    }
    statement.execute("PRAGMA application_id = " + APPLICATION);
    statement.execute("PRAGMA user_version = " + VERSION);
  }

  /// Whether nothing is in the file yet.
  static boolean isEmpty(Connection connection) throws SQLException {
    return found(connection).isEmpty() && pragma(connection, "application_id") == 0;
  }

  /// Whether the file says that it is a history.
  static boolean isOurs(Connection connection) throws SQLException {
    return pragma(connection, "application_id") == APPLICATION;
  }

  static int version(Connection connection) throws SQLException {
    return pragma(connection, "user_version");
  }

  /// Whether the file has these tables and triggers and nothing beside: what somebody else put in
  /// would be run with our statements.
  static boolean areUntouched(Connection connection) throws SQLException {
    Map<String, String> wanted = new TreeMap<>();
    for (String statement : STATEMENTS) {
      wanted.put(statement.split(" ", -1)[2], statement);
    }
    return found(connection).equals(wanted);
  }

  private static Map<String, String> found(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
