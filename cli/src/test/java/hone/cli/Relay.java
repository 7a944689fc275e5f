package hone.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Stands between hone and a forge, and can hold a request: before the forge gets it, or after it
/// has had its effect.
final class Relay implements AutoCloseable {

  private static final Set<String> NOT_FORWARDED =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

  /// Where a request is held, for ever.
  enum Held {
    /// The forge does not get the branch.
    PUSH_BEFORE("POST /hone/.+/git-receive-pack", true),
    /// The forge has the branch, hone does not learn of it.
    PUSH_AFTER("POST /hone/.+/git-receive-pack", false),
    /// The forge does not get the pull request.
    OPENING_BEFORE("POST /api/v1/repos/.+/pulls", true),
    /// The pull request is open, hone does not learn of it.
    OPENING_AFTER("POST /api/v1/repos/.+/pulls", false);

    private final String request;
    private final boolean before;

    Held(String request, boolean before) {
      this.request = request;
      this.before = before;
    }
  }

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String target;
  private final AtomicReference<Optional<Held>> holding = new AtomicReference<>(Optional.empty());
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private Relay(HttpServer server, String target) {
    this.server = server;
    this.target = target;
  }

  static Relay to(String target) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Relay relay = new Relay(server, target);
    server.createContext("/", relay::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return relay;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void hold(Held where) {
    holding.set(Optional.of(where));
  }

  /// Waits until a request is held.
  boolean awaitHeld() throws InterruptedException {
    return held.await(3, TimeUnit.MINUTES);
  }

  void holdNothing() {
    holding.set(Optional.empty());
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    client.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Optional<Held> meant = holding.get().filter(where -> request.matches(where.request));
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (meant.filter(where -> where.before).isPresent()) {
        holdHere();
        return;
      }
      HttpResponse<byte[]> response = forwarded(exchange, body);
      if (meant.isPresent()) {
        holdHere();
        return;
      }
      response.headers().map().entrySet().stream()
          .filter(header -> !NOT_FORWARDED.contains(header.getKey().toLowerCase(Locale.ROOT)))
          .filter(header -> !header.getKey().equalsIgnoreCase("transfer-encoding"))
          .forEach(header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
      byte[] answer = response.body();
      exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forwarded(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()));
    exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> !NOT_FORWARDED.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .filter(header -> !header.getKey().equalsIgnoreCase("transfer-encoding"))
        .forEach(
            header -> header.getValue().forEach(value -> request.header(header.getKey(), value)));
    request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private void holdHere() throws InterruptedException {
    held.countDown();
    end.await();
  }
}
