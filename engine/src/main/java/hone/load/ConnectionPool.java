package hone.load;

import hone.load.ResponseReader.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Connections to one port, as many as requests are under way at once.
final class ConnectionPool implements AutoCloseable {

  private static final int LIMIT = 1024;
  // Servers close idle connections, some after two seconds; a request sent just then is lost.
  private static final long IDLE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final int port;
  private final Semaphore free = new Semaphore(LIMIT, true);
  private final Set<Connection> busy = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  ConnectionPool(int port) {
    this.port = port;
  }

  /// Waits for one of the connections that may be open at once.
  ///
  /// @return whether one was free before the deadline; then it must be [released][#release]
  boolean acquire(long deadlineNanos) throws InterruptedException {
    return free.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  void release() {
    free.release();
  }

  /// Sends a request over a connection that lies idle, else over a new one.
  ///
  /// Where an idle connection turns out to be closed by the server, a request that may be sent
  /// twice is sent again over a new one, as every HTTP client does.
  Response exchange(Request request, long deadlineNanos) throws IOException {
    Optional<Connection> lying = lying();
    if (lying.isPresent()) {
      Connection connection = lying.get();
      long before = connection.readCount();
      try {
        return exchange(connection, request, deadlineNanos);
      } catch (IOException stale) {
        boolean timeLeft = System.nanoTime() < deadlineNanos;
        if (connection.readCount() > before || !request.idempotent() || !timeLeft) {
          throw stale;
        }
      }
    }
    return exchange(Connection.open(port, deadlineNanos), request, deadlineNanos);
  }

  /// Closes the connections in use, so that whoever waits for them waits no more.
  void abort() {
    busy.forEach(Connection::close);
  }

  /// Closes the connections that lie idle.
  @Override
  public void close() {
    for (Connection next = idle.poll(); next != null; next = idle.poll()) {
      next.close();
    }
  }

  private Response exchange(Connection connection, Request request, long deadlineNanos)
      throws IOException {
    boolean keep = false;
    busy.add(connection);
    try {
      Response response = connection.exchange(request, deadlineNanos);
      keep = response.reusable();
      return response;
    } finally {
      busy.remove(connection);
      if (keep) {
        connection.idle();
        idle.push(connection);
      } else {
        connection.close();
      }
    }
  }

  // The one used last comes first, so that what is not needed grows old and is closed.
  private Optional<Connection> lying() {
    Connection connection = idle.poll();
    while (connection != null && connection.idleNanos() > IDLE_LIMIT_NANOS) {
      connection.close();
      connection = idle.poll();
    }
    return Optional.ofNullable(connection);
  }
}
