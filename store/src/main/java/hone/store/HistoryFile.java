package hone.store;

import hone.history.Entry;
import hone.input.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The history of one project: entries that were added one after the other, and stay as they are.
///
/// Several programs may add and read at once; one that finds the file busy waits for up to ten
/// seconds. The file is untrusted when it is read: one that is damaged, that is something else's, or
/// that holds any table or trigger beside hone's is refused.
public final class HistoryFile implements AutoCloseable {

  private static final int WAIT_MILLIS = 10_000;
  private static final int ATTEMPTS = 200;
  private static final long BETWEEN_ATTEMPTS_NANOS = 20_000_000;

  private final Path file;
  private final Connection connection;

  private HistoryFile(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Where a project keeps its history.
  ///
  /// @param home directory of `hone.yaml`
  public static Path of(Path home) {
    return home.resolve(".hone").resolve("history.db");
  }

  /// Opens a history, and begins one where there is no file. The directory exists.
  ///
  /// @throws FormatException if the file is damaged or not a history
  public static HistoryFile open(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FormatException(file.toString(), "is no file");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.FOREIGN_KEYS, "true");
    try {
      for (int attempt = 1; ; attempt++) {
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
          begin(file, connection);
          return new HistoryFile(file, connection);
        } catch (SQLException | IOException refused) {
          connection.close();
          if (attempt == ATTEMPTS || !isBusy(refused)) {
            throw refused;
          }
        }
        // SQLite does not wait where two programs begin or leave a write-ahead log together.
        LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
      }
    } catch (SQLException broken) {
      throw told(file, broken);
    }
  }

  private static boolean isBusy(Exception refused) {
    return refused instanceof SQLiteException known && (known.getResultCode().code & 0xff) == 5;
  }

  private static void begin(Path file, Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      if (Tables.isEmpty(connection)) {
        statement.execute("PRAGMA journal_mode = WAL");
        create(connection, statement);
      }
      statement.execute("PRAGMA synchronous = NORMAL");
    }
    check(file, connection);
  }

  /// Another program may have begun the same file meanwhile.
  private static void create(Connection connection, Statement statement) throws SQLException {
    connection.setAutoCommit(false);
    try {
      // The transaction is immediate: it has the lock before it looks.
      if (Tables.isEmpty(connection)) {
        Tables.create(statement);
      }
      connection.commit();
    } catch (SQLException failure) {
      connection.rollback();
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void check(Path file, Connection connection) throws SQLException, IOException {
    if (!Tables.isOurs(connection)) {
      throw new FormatException(file.toString(), "is a database, but no history of hone");
    }
    if (Tables.version(connection) != Tables.VERSION) {
      throw new FormatException(
          file.toString(),
          "is a history of version %d; this hone reads version %d"
              .formatted(Tables.version(connection), Tables.VERSION));
    }
    if (!Tables.areUntouched(connection)) {
      throw new FormatException(
          file.toString(), "holds other tables or triggers than a history of hone");
    }
  }

  /// Adds an entry, whole or not at all.
  ///
  /// @return whether it is new; one whose id is there already changes nothing
  public boolean append(Entry entry) throws IOException {
    try {
      connection.setAutoCommit(false);
      try {
        boolean added = Rows.append(connection, entry);
        connection.commit();
        return added;
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException broken) {
      throw told(file, broken);
    }
  }

  /// All entries of a service, in the order they were added.
  ///
  /// @throws FormatException if the file is damaged, or an entry cannot have been written by hone
  public List<Entry> entries(String service) throws IOException {
    try {
      return Rows.entries(connection, service);
    } catch (SQLException broken) {
      throw told(file, broken);
    } catch (IllegalArgumentException impossible) {
      throw new FormatException(file.toString(), "damaged: " + impossible.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException broken) {
      throw told(file, broken);
    }
  }

  private static IOException told(Path file, SQLException broken) {
    SQLiteErrorCode code =
        broken instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_OK;
    return switch (code.code & 0xff) {
      case 26 -> new FormatException(file.toString(), "no history of hone, and no database");
      case 11 ->
          new FormatException(file.toString(), "damaged; move it away, and hone begins a new one");
      case 5, 6 -> new IOException(file + ": another program keeps it busy");
      default -> new IOException(file + ": " + broken.getMessage());
    };
  }
}
