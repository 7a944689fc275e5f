package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on this machine that answers codex as a model would: what is said to it decides what it
/// does, one act a request.
final class ScriptedModel implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, Integer> USAGE =
      Map.of("input_tokens", 1200, "output_tokens", 300, "total_tokens", 1500);

  /// What a model does in one answer.
  sealed interface Act {

    /// The parts of the answer, as codex expects them.
    Map<String, ?> item();

    /// It speaks; the turn is over then.
    record Say(String text) implements Act {
      @Override
      public Map<String, ?> item() {
        return Map.of(
            "type",
            "message",
            "role",
            "assistant",
            "id",
            "m",
            "content",
            List.of(Map.of("type", "output_text", "text", text)));
      }
    }

    /// It has a command run, by the tool for commands.
    record Shell(String command) implements Act {
      @Override
      public Map<String, ?> item() {
        return Map.of(
            "type",
            "function_call",
            "call_id",
            "c",
            "name",
            "exec_command",
            "arguments",
            JSON.writeValueAsString(Map.of("cmd", command)));
      }
    }

    /// It edits files, by the tool for patches.
    record Patch(String patch) implements Act {
      @Override
      public Map<String, ?> item() {
        return Map.of(
            "type", "custom_tool_call", "call_id", "c", "name", "apply_patch", "input", patch);
      }
    }

    /// It edits files by a program, as models do that have no other tool.
    record Program(String patch) implements Act {
      @Override
      public Map<String, ?> item() {
        String program =
            "text(await tools.apply_patch(%s));".formatted(JSON.writeValueAsString(patch));
        return Map.of("type", "custom_tool_call", "call_id", "c", "name", "exec", "input", program);
      }
    }

    /// A patch in the words of its tool: lines of a file in place of others.
    static String replacing(String file, String before, String after) {
      return "*** Begin Patch\n*** Update File: %s\n@@\n%s%s*** End Patch\n"
          .formatted(file, marked("-", before), marked("+", after));
    }

    private static String marked(String mark, String lines) {
      return lines.lines().map(line -> mark + line + "\n").collect(Collectors.joining());
    }
  }

  private final HttpServer server;
  private final Function<String, List<Act>> script;
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

  private ScriptedModel(HttpServer server, Function<String, List<Act>> script) {
    this.server = server;
    this.script = script;
  }

  /// A model that does, of a turn, what the script says to everything it was told.
  static ScriptedModel start(Function<String, List<Act>> script) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ScriptedModel model = new ScriptedModel(server, script);
    server.createContext("/v1/responses", model::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return model;
  }

  /// What codex is told to have its model served here, each for an option `-c`.
  List<String> settings() {
    String provider =
        "model_providers.scripted={name=\"scripted\",base_url=\"http://127.0.0.1:%d/v1\","
                .formatted(server.getAddress().getPort())
            + "wire_api=\"responses\",request_max_retries=0,stream_max_retries=0}";
    return List.of("model_provider=\"scripted\"", provider);
  }

  /// The requests so far, in the order they came.
  List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  /// The models that were asked, one for each request.
  List<String> models() {
    return requests.stream().map(request -> request.path("model").asString("")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      requests.add(request);
      List<Act> acts = script.apply(request.path("input").toString());
      int next = Math.min(done(request), acts.size() - 1);
      exchange.getResponseHeaders().set("content-type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      for (Map<String, ?> event : events("r" + requests.size(), acts.get(next))) {
        String line = "event: " + event.get("type") + "\ndata: " + JSON.writeValueAsString(event);
        exchange.getResponseBody().write((line + "\n\n").getBytes(UTF_8));
      }
    }
  }

  /// How many acts of this turn are done: each has left its result in the conversation.
  private static int done(JsonNode request) {
    return (int)
        request
            .path("input")
            .valueStream()
            .filter(item -> item.path("type").asString("").endsWith("_call_output"))
            .count();
  }

  private static List<Map<String, ?>> events(String id, Act act) {
    return List.of(
        Map.of("type", "response.created", "response", Map.of("id", id)),
        Map.of("type", "response.output_item.done", "output_index", 0, "item", act.item()),
        Map.of("type", "response.completed", "response", Map.of("id", id, "usage", USAGE)));
  }
}
