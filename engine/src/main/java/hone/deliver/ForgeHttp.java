package hone.deliver;

import hone.input.Printable;
import hone.workspace.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Requests to a forge's API: in time, with an answer of bounded size, and never sent on to
/// another host.
final class ForgeHttp implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long LARGEST_ANSWER = 32L << 20;
  private static final int TRIES = 3;
  private static final int SHOWN = 300;

  private final URI base;
  private final Map<String, String> headers;
  private final ForgeToken token;
  private final Patience patience;
  private final InstantSource clock;
  private final HttpClient client;
  private Duration waited = Duration.ZERO;

  /// @param base    of the API, without `/` at its end
  /// @param headers sent with each request
  ForgeHttp(URI base, Map<String, String> headers, ForgeToken token, Patience patience) {
    this.base = base;
    this.headers = Map.copyOf(headers);
    this.token = token;
    this.patience = patience;
    this.clock = InstantSource.system();
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience.answer())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// Asks for something. Asked again where the forge failed or did not answer.
  ///
  /// @return the answer; nothing where there is no such thing
  /// @throws Refusal if it does not come
  Optional<JsonNode> find(String path) throws Refusal {
    Reply reply = send("GET", path, Optional.empty());
    Duration pause = patience.pause();
    for (int done = 1; done < TRIES && again(reply); done++) {
      pause(pause);
      pause = pause.multipliedBy(2);
      reply = send("GET", path, Optional.empty());
    }
    return switch (reply) {
      case Reply.Answered answered when answered.succeeded() -> Optional.of(answered.body());
      case Reply.Answered answered when answered.status() == 404 -> Optional.empty();
      case Reply.Answered _, Reply.Unanswered _ -> throw refusal(path, reply);
    };
  }

  /// Asks for something that is there.
  JsonNode take(String path) throws Refusal {
    Optional<JsonNode> found = find(path);
    if (found.isEmpty()) {
      throw refusal(path, new Reply.Answered(404, Map.of(), MissingNode.getInstance()));
    }
    return found.get();
  }

  /// Asks for something, once.
  Reply get(String path) throws Refusal {
    return send("GET", path, Optional.empty());
  }

  /// Sends something, once.
  Reply post(String path, JsonNode body) throws Refusal {
    return send("POST", path, Optional.of(body));
  }

  /// Puts something in the place of what is there.
  Reply patch(String path, JsonNode body) throws Refusal {
    return send("PATCH", path, Optional.of(body));
  }

  /// Takes something away.
  Reply delete(String path) throws Refusal {
    return send("DELETE", path, Optional.empty());
  }

  /// One line about a request that came to nothing.
  Refusal refusal(String path, Reply reply) {
    return Refusal.tool(shown(base + path.replaceFirst("\\?.*", "")) + ": " + reason(reply));
  }

  /// Waits.
  ///
  /// @throws Refusal if this program was told to stop meanwhile
  void pause(Duration time) throws Refusal {
    try {
      Thread.sleep(time);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
  }

  Patience patience() {
    return patience;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static boolean again(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered -> answered.status() >= 500;
      case Reply.Unanswered _ -> true;
    };
  }

  /// Sends a request, and once more after each rate limit that opens soon enough.
  private Reply send(String method, String path, Optional<JsonNode> body) throws Refusal {
    while (true) {
      Reply reply = sent(method, path, body);
      if (!(reply instanceof Reply.Answered answered) || !answered.limited()) {
        return reply;
      }
      Duration wait = untilOpen(answered);
      if (waited.plus(wait).compareTo(patience.limit()) > 0) {
        return reply;
      }
      waited = waited.plus(wait);
      pause(wait);
    }
  }

  private Duration untilOpen(Reply.Answered answered) {
    Optional<Duration> asked = answered.number("retry-after").map(Duration::ofSeconds);
    Optional<Duration> reset =
        answered
            .number("x-ratelimit-reset")
            .map(at -> Duration.ofSeconds(Math.max(0, at - clock.instant().getEpochSecond())));
    Duration wait = asked.or(() -> reset).orElse(patience.limit());
    return wait.compareTo(patience.pause()) < 0 ? patience.pause() : wait;
  }

  private Reply sent(String method, String path, Optional<JsonNode> body) throws Refusal {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    request.header("User-Agent", "hone");
    request.timeout(patience.answer());
    body.ifPresent(_ -> request.header("Content-Type", "application/json"));
    request.method(
        method,
        body.map(JSON::writeValueAsString)
            .map(BodyPublishers::ofString)
            .orElseGet(BodyPublishers::noBody));
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return answered(answer.get(patience.answer().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      answer.cancel(true);
      return new Reply.Unanswered("no answer within " + patience.answer().toSeconds() + " s");
    } catch (ExecutionException failed) {
      return new Reply.Unanswered(unreached(Objects.requireNonNull(failed.getCause())));
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
  }

  private static String unreached(Throwable cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return switch (cause) {
      case ConnectException _ -> "cannot be reached: " + why;
      case IOException _ -> "broke off: " + why;
      default -> throw new IllegalStateException(cause);
    };
  }

  private static Reply answered(HttpResponse<byte[]> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Reply.Answered(response.statusCode(), headers, body(response.body()));
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  private String reason(Reply reply) {
    return switch (reply) {
      case Reply.Unanswered nothing -> shown(nothing.reason());
      case Reply.Answered answered -> {
        String said = shown(answered.message());
        yield answered.status() + (said.isEmpty() ? "" : ": " + said) + "; " + advice(answered);
      }
    };
  }

  private String advice(Reply.Answered answered) {
    if (answered.limited()) {
      return "the rate limit opens again in %d s: go on then with: hone deliver"
          .formatted(untilOpen(answered).toSeconds());
    }
    if (answered.status() >= 500) {
      return "the forge fails: go on later with: hone deliver";
    }
    return switch (answered.status()) {
      case 401 -> "the token is not accepted: put a valid one into " + ForgeToken.VARIABLE;
      case 403 -> "the token may not do this: it needs to write contents and pull requests";
      case 404 -> "there is no such repository or branch, or the token may not see it";
      case 409, 422 -> "the forge does not take it: see the pull requests that are there";
      case 301, 302, 307, 308 -> "it has moved: mend the remote's URL";
      default -> "not an answer that hone knows";
    };
  }

  private String shown(String text) {
    return Printable.of(token.hiddenIn(text), SHOWN);
  }
}
