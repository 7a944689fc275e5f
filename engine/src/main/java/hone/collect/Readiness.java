package hone.collect;

import hone.load.Loopback;
import hone.process.Command;
import hone.process.Outcome;
import hone.process.Outcome.Exited;
import hone.process.Running;
import hone.process.Supervisor;
import hone.service.Ready;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// Waits until a service can take requests.
final class Readiness {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
  private static final long PAUSE_MILLIS = 50;
  private static final int LAST_LINES = 3;

  private final Ready ready;
  private final Port port;
  private final AtomicBoolean logged = new AtomicBoolean();
  private final Pattern line;

  Readiness(Ready ready, Port port) {
    this.ready = ready;
    this.port = port;
    this.line =
        ready instanceof Ready.Log(String regex)
            ? Pattern.compile(port.in(regex))
            : Pattern.compile("(?!)");
  }

  /// Takes a line that the service wrote.
  void hear(String text) {
    if (line.matcher(text).find()) {
      logged.set(true);
    }
  }

  /// Returns when the service is ready.
  void await(Supervisor supervisor, Running service, Duration limit)
      throws CollectException, InterruptedException {
    long start = System.nanoTime();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PROBE_LIMIT)
            .build()) {
      while (!ready(client, supervisor, service)) {
        if (service.exit().isDone()) {
          throw new CollectException(ended(service, port));
        }
        if (System.nanoTime() - start > limit.toNanos()) {
          throw new CollectException(
              new CollectFailure.NotReady(limit, awaited(), lastLines(service)));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /// The end of what the service wrote: of its errors, or else of its output.
  static List<String> lastLines(Running service) {
    List<String> errors = service.stderr().lastLines(LAST_LINES);
    return errors.isEmpty() ? service.stdout().lastLines(LAST_LINES) : errors;
  }

  private static CollectFailure ended(Running service, Port port) {
    String written = service.stderr().text() + service.stdout().text();
    boolean taken =
        written.contains("EADDRINUSE")
            || written.toLowerCase(Locale.ROOT).contains("address already in use");
    return taken
        ? new CollectFailure.PortTaken(port.number())
        : new CollectFailure.DoesNotStart(service.exit().join().code(), lastLines(service));
  }

  private boolean ready(HttpClient client, Supervisor supervisor, Running service)
      throws InterruptedException {
    return switch (ready) {
      case Ready.Http(String url) -> answers(client, port.in(url));
      case Ready.Tcp(String address) -> accepts(port.in(address));
      case Ready.Log _ -> logged.get();
      case Ready.Command(String text) -> succeeds(supervisor, service, port.in(text));
    };
  }

  private String awaited() {
    return switch (ready) {
      case Ready.Http(String url) -> "a status of 200 to 299 from " + port.in(url);
      case Ready.Tcp(String address) -> "a connection to " + port.in(address);
      case Ready.Log(String regex) -> "a line that matches '" + port.in(regex) + "'";
      case Ready.Command(String text) -> "exit code 0 from '" + port.in(text) + "'";
    };
  }

  private static boolean answers(HttpClient client, String url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PROBE_LIMIT).build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static boolean accepts(String address) {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon);
    int port = Integer.parseInt(address.substring(colon + 1));
    try (Socket socket = connection(host, port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Socket connection(String host, int port) throws IOException {
    int limitMillis = Math.toIntExact(PROBE_LIMIT.toMillis());
    if (host.equals("127.0.0.1") || host.equals("localhost")) {
      return Loopback.connect(port, limitMillis);
    }
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), limitMillis);
      return socket;
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }

  private static boolean succeeds(Supervisor supervisor, Running service, String text)
      throws InterruptedException {
    Command command =
        Command.shell(text, service.command().directory())
            .withEnvironment(service.command().environment())
            .withLimit(PROBE_LIMIT.multipliedBy(5));
    Outcome outcome = supervisor.run(command);
    return outcome instanceof Exited exited && exited.succeeded();
  }
}
