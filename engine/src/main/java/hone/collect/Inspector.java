package hone.collect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A conversation with the inspector of a Node.js process, in the Chrome DevTools protocol.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/v8/">the protocol of V8</a>
final class Inspector implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final WebSocket socket;
  private final Conversation conversation;
  private final AtomicInteger lastId = new AtomicInteger();

  private Inspector(WebSocket socket, Conversation conversation) {
    this.socket = socket;
    this.conversation = conversation;
  }

  /// Opens the conversation.
  ///
  /// @param client must speak HTTP/1.1: Node refuses an offer of HTTP/2
  static Inspector connect(HttpClient client, URI address)
      throws IOException, InterruptedException {
    Conversation conversation = new Conversation();
    CompletableFuture<WebSocket> opening =
        client.newWebSocketBuilder().connectTimeout(LIMIT).buildAsync(address, conversation);
    return new Inspector(awaited(opening), conversation);
  }

  /// Calls a method and waits for its result.
  ///
  /// @throws IOException if the process ends, does not answer or refuses
  JsonNode call(String method, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = conversation.expect(id);
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", MAPPER.valueToTree(parameters));
    awaited(socket.sendText(message.toString(), true));
    JsonNode answered = awaited(answer);
    if (answered.has("error")) {
      throw new IOException(method + ": " + answered.at("/error/message").asString());
    }
    return answered.path("result");
  }

  /// How many worker threads it told of.
  int workerCount() {
    return conversation.workerCount.get();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static <T> T awaited(CompletableFuture<T> future)
      throws IOException, InterruptedException {
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw new IOException(String.valueOf(failure.getCause()), failure);
    } catch (TimeoutException silent) {
      throw new IOException("the inspector did not answer within " + LIMIT.toSeconds() + " s");
    }
  }

  /// Puts messages together from their parts and gives answers to those who asked.
  private static final class Conversation implements WebSocket.Listener {

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger workerCount = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private volatile boolean over;

    CompletableFuture<JsonNode> expect(int id) {
      CompletableFuture<JsonNode> answer = new CompletableFuture<>();
      asked.put(id, answer);
      if (over) {
        end("the inspector is gone");
      }
      return answer;
    }

    // Messages come in parts of 16 KiB; a profile is hundreds of them.
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        String whole = message.toString();
        message.setLength(0);
        hear(whole);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end("the inspector closed the connection");
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      end(String.valueOf(failure));
    }

    private void hear(String text) {
      try {
        JsonNode heard = MAPPER.readTree(text);
        if (heard.path("method").asString("").equals("NodeWorker.attachedToWorker")) {
          workerCount.incrementAndGet();
        }
        CompletableFuture<JsonNode> waiting = asked.remove(heard.path("id").asInt(0));
        if (waiting != null) {
          waiting.complete(heard);
        }
      } catch (JacksonException broken) {
        end("the inspector sent no JSON");
      }
    }

    private void end(String reason) {
      over = true;
      asked.values().forEach(answer -> answer.completeExceptionally(new IOException(reason)));
    }
  }
}
