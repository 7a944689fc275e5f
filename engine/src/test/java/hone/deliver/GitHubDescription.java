package hone.deliver;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// GitHub's own description of its API (npm package `@octokit/openapi` 23.0.2), as a judge of
/// requests.
record GitHubDescription(JsonNode document) {

  /// The file that the variable `HONE_GITHUB_API` names.
  static Optional<GitHubDescription> here() throws IOException {
    String file = System.getenv("HONE_GITHUB_API");
    return file == null || !Files.isRegularFile(Path.of(file))
        ? Optional.empty()
        : Optional.of(
            new GitHubDescription(JsonMapper.shared().readTree(Files.readString(Path.of(file)))));
  }

  /// GitHub's example of a pull request.
  JsonNode pullRequest() {
    JsonNode example =
        document
            .at("/paths/~1repos~1{owner}~1{repo}~1pulls/post/responses/201/content")
            .path("application/json")
            .path("examples")
            .path("default");
    return resolved(example).path("value");
  }

  /// What the description has against a request; empty where it is one that it describes.
  List<String> faults(GitHubServer.Request request) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      Optional<JsonNode> operation =
          Optional.of(path.getValue().path(request.method().toLowerCase(java.util.Locale.ROOT)))
              .filter(found ->
                  found.isObject() && matches(path.getKey(), request.target().getRawPath()));
      if (operation.isPresent()) {
        return faults(operation.get(), request);
      }
    }
    return List.of("no such operation: " + request.method() + " " + request.target());
  }

  private List<String> faults(JsonNode operation, GitHubServer.Request request) {
    List<String> faults = new ArrayList<>();
    Optional.ofNullable(request.target().getRawQuery()).stream()
        .flatMap(query -> List.of(query.split("&", -1)).stream())
        .forEach(pair -> faults.addAll(parameter(operation, pair)));
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    if (schema.isObject()) {
      SchemaRegistry.withDialect(Dialects.getOpenApi30())
          .getSchema(whole(schema))
          .validate(request.body())
          .forEach(error -> faults.add(error.toString()));
      request.body().propertyNames().stream()
          .filter(name -> !schema.path("properties").has(name))
          .forEach(name -> faults.add("unknown in the body: " + name));
    }
    return faults;
  }

  private List<String> parameter(JsonNode operation, String pair) {
    String name = pair.substring(0, pair.indexOf('='));
    String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = resolved(each);
      if (parameter.path("name").asString().equals(name)
          && parameter.path("in").asString().equals("query")) {
        JsonNode schema = parameter.path("schema");
        JsonNode read =
            schema.path("type").asString().equals("integer")
                ? JsonMapper.shared().readTree(value)
                : JsonMapper.shared().getNodeFactory().stringNode(value);
        return SchemaRegistry.withDialect(Dialects.getOpenApi30())
            .getSchema(whole(schema))
            .validate(read)
            .stream()
            .map(error -> name + ": " + error)
            .toList();
      }
    }
    return List.of("unknown parameter: " + name);
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /// A schema with everything it refers to, and nothing else of the document.
  private JsonNode whole(JsonNode schema) {
    ObjectNode whole = (ObjectNode) schema.deepCopy();
    Deque<JsonNode> left = new ArrayDeque<>(List.of(schema));
    Set<String> seen = new HashSet<>();
    while (!left.isEmpty()) {
      JsonNode node = left.remove();
      String reference = node.path("$ref").asString("");
      if (!reference.isEmpty() && seen.add(reference)) {
        JsonNode target = resolved(node);
        whole.withObject(reference.substring(1)).setAll((ObjectNode) target);
        left.add(target);
      }
      node.forEach(left::add);
    }
    return whole;
  }

  private static boolean matches(String template, String path) {
    return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
  }
}
