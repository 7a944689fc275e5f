package hone.agent;

import hone.process.Command;
import hone.process.Running;
import hone.process.Signal;
import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A server on this machine that answers codex as a model would, from a script named in its URL.
final class MockModel implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("mock on http://127\\.0\\.0\\.1:(\\d+) .*");

  private final Running server;
  private final int port;
  private final Path log;

  private MockModel(Running server, int port, Path log) {
    this.server = server;
    this.port = port;
    this.log = log;
  }

  /// @param answers folder of what the script `said` answers
  static MockModel start(Supervisor supervisor, Path script, Path answers, Path log)
      throws Exception {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Path said = Path.of(MockModel.class.getResource("said.py").toURI());
    List<String> words =
        List.of(
            "python3",
            said.toString(),
            script.toString(),
            answers.toString(),
            "--port",
            "0",
            "--log",
            log.toString());
    Running server =
        supervisor.start(
            Command.of(log, words),
            (_, line) -> {
              Matcher told = PORT.matcher(line);
              if (told.matches()) {
                port.complete(Integer.parseInt(told.group(1)));
              }
            });
    return new MockModel(server, port.get(30, TimeUnit.SECONDS), log);
  }

  /// What a team would write as `agent.args` to have its model served here.
  ///
  /// @param scenario name of a script, with its parameters
  List<String> arguments(String scenario) {
    String provider =
        "model_providers.mock={name=\"mock\",base_url=\"http://127.0.0.1:%d/s/%s/v1\","
                .formatted(port, scenario)
            + "env_key=\"MOCK_KEY\",wire_api=\"responses\",request_max_retries=1,"
            + "stream_max_retries=1,stream_idle_timeout_ms=2000}";
    return List.of("--strict-config", "-c", "model_provider=\"mock\"", "-c", provider);
  }

  /// The requests that a scenario got, oldest first, without the header that carries the key.
  ///
  /// @param scenario "" for those of all
  List<JsonNode> requests(String scenario) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(log, "*.json")) {
      all.forEach(files::add);
    }
    return files.stream()
        .sorted()
        .map(file -> JsonMapper.shared().readTree(file))
        .filter(request -> request.path("path").asString("").contains("/s/" + scenario))
        .map(MockModel::withoutKey)
        .toList();
  }

  @Override
  public void close() {
    server.stop(Signal.TERM, Duration.ofSeconds(2));
  }

  private static JsonNode withoutKey(JsonNode request) {
    ObjectNode headers = (ObjectNode) request.path("headers");
    headers.propertyNames().stream()
        .filter(name -> name.equalsIgnoreCase("authorization"))
        .toList()
        .forEach(headers::remove);
    return request;
  }
}
