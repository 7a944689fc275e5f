package hone.load;

import hone.load.LoadReport.EarlyEnd;
import hone.load.ResponseReader.Response;
import hone.service.RequestTemplate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Sends requests to a port of this machine at a constant rate, each at a time of its own.
///
/// One thread keeps the clock; each request has a virtual thread of its own, and a connection that
/// is kept for the next. One generator drives one load at a time; connections and counters go on
/// from one to the next, so a warm-up warms the connections as well.
public final class LoadGenerator implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long OVERTIME_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int FEWEST_REFUSED = 20;

  private final RequestSequence requests;
  private final ConnectionPool connections;
  private final long timeoutNanos;

  /// A generator with a time limit of ten seconds for each request.
  public LoadGenerator(List<RequestTemplate> requests, int port) {
    this(requests, port, TIMEOUT);
  }

  LoadGenerator(List<RequestTemplate> requests, int port, Duration timeout) {
    this.requests = new RequestSequence(requests, port);
    this.connections = new ConnectionPool(port);
    this.timeoutNanos = timeout.toNanos();
  }

  /// What a load is to be like, and who listens.
  ///
  /// @param duration how long it lasts, unless it is no longer wanted before that
  /// @param wanted   whether it is to go on
  /// @param alive    whether the service still runs; the load ends early when it does not
  /// @param progress hears from time to time which share of the duration is over
  public record Drive(
      double ratePerSecond,
      Duration duration,
      BooleanSupplier wanted,
      BooleanSupplier alive,
      DoubleConsumer progress) {

    /// A load for the whole of a duration.
    public static Drive of(double ratePerSecond, Duration duration, BooleanSupplier alive) {
      return new Drive(ratePerSecond, duration, () -> true, alive, _ -> {});
    }
  }

  /// Sends requests for the whole duration and waits for their responses.
  ///
  /// Ends early where the service has ended, or refuses a second's worth of requests in a row.
  ///
  /// @throws InterruptedException if interrupted; requests under way are given up
  public LoadReport.Generated drive(Drive drive) throws InterruptedException {
    Tally tally = new Tally();
    UnderWay underWay = new UnderWay();
    long start = System.nanoTime();
    Dispatched dispatched;
    try {
      dispatched = dispatch(drive, start, tally, underWay);
      awaitResponses(underWay);
    } catch (InterruptedException givenUp) {
      connections.abort();
      throw givenUp;
    }
    long duration = System.nanoTime() - start;
    return new LoadReport.Generated(
        drive.ratePerSecond(),
        dispatched.sent(),
        tally.completed(),
        tally.failures(),
        tally.lateStarts(),
        duration,
        tally.all().count() * 1e9 / duration,
        tally.all(),
        tally.classes(),
        dispatched.endedEarly());
  }

  @Override
  public void close() {
    connections.close();
  }

  /// What was sent, and why no more.
  private record Dispatched(long sent, Optional<EarlyEnd> endedEarly) {}

  private Dispatched dispatch(Drive drive, long start, Tally tally, UnderWay underWay)
      throws InterruptedException {
    Arrivals arrivals = new Arrivals(drive.ratePerSecond(), drive.duration().toNanos());
    long end = start + drive.duration().toNanos();
    long look = start;
    long sent = 0;
    while (true) {
      long due = start + arrivals.dueNanos();
      long now = System.nanoTime();
      if (look <= now) {
        look = now + LOOK_NANOS;
        drive.progress().accept(Math.min(1.0, (now - start) / (double) (end - start)));
        Optional<EarlyEnd> reason = reasonToEnd(drive, tally);
        if (reason.isPresent() || !drive.wanted().getAsBoolean()) {
          return new Dispatched(sent, reason);
        }
      }
      if (due >= end && now >= end) {
        return new Dispatched(sent, Optional.empty());
      }
      if (now - end >= OVERTIME_NANOS) {
        return new Dispatched(sent, Optional.of(EarlyEnd.RATE_OUT_OF_REACH));
      }
      if (due < end && due <= now) {
        send(requests.next(), due, tally, underWay);
        arrivals.advance();
        sent++;
      } else {
        pause(Math.min(Math.min(due, end), look) - now);
      }
    }
  }

  private static void pause(long nanos) throws InterruptedException {
    LockSupport.parkNanos(nanos);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static Optional<EarlyEnd> reasonToEnd(Drive drive, Tally tally) {
    if (!drive.alive().getAsBoolean()) {
      return Optional.of(EarlyEnd.SERVICE_ENDED);
    }
    return tally.refusedInARow() >= Math.max(FEWEST_REFUSED, drive.ratePerSecond())
        ? Optional.of(EarlyEnd.SERVICE_REFUSES)
        : Optional.empty();
  }

  // Requests end by themselves at their time limit, except one that waits to be *sent*.
  private void awaitResponses(UnderWay underWay) throws InterruptedException {
    if (!underWay.awaitNone(Duration.ofNanos(timeoutNanos).plusSeconds(1))) {
      connections.abort();
      underWay.awaitNone(Duration.ofSeconds(1));
    }
  }

  private void send(Request request, long due, Tally tally, UnderWay underWay) {
    underWay.begin();
    Thread.startVirtualThread(() -> {
      try {
        sendWhenFree(request, due, tally);
      } catch (InterruptedException givenUp) {
        Thread.currentThread().interrupt();
      } finally {
        underWay.end();
      }
    });
  }

  private void sendWhenFree(Request request, long due, Tally tally) throws InterruptedException {
    if (!connections.acquire(due + timeoutNanos)) {
      tally.failed(FailureKind.TIMEOUT, request.endpointClass(), System.nanoTime() - due);
      return;
    }
    try {
      if (System.nanoTime() - due >= LATE_NANOS) {
        tally.late();
      }
      exchange(request, due, tally);
    } finally {
      connections.release();
    }
  }

  private void exchange(Request request, long due, Tally tally) {
    try {
      Response response = connections.exchange(request, due + timeoutNanos);
      long nanos = System.nanoTime() - due;
      if (response.status() >= 500) {
        tally.failed(FailureKind.SERVER_ERROR, request.endpointClass(), nanos);
      } else if (response.status() >= 400) {
        tally.failed(FailureKind.CLIENT_ERROR, request.endpointClass(), nanos);
      } else {
        tally.completed(request.endpointClass(), nanos);
      }
    } catch (IOException failure) {
      tally.failed(kind(failure), request.endpointClass(), System.nanoTime() - due);
    }
  }

  private static FailureKind kind(IOException failure) {
    return switch (failure) {
      case SocketTimeoutException _ -> FailureKind.TIMEOUT;
      case MalformedResponseException _ -> FailureKind.MALFORMED_RESPONSE;
      case ConnectException _, NoRouteToHostException _ -> FailureKind.CONNECTION_REFUSED;
      default -> FailureKind.CONNECTION_LOST;
    };
  }
}
