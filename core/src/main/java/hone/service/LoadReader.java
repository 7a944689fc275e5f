package hone.service;

import hone.input.FormatException;
import hone.input.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Makes a [LoadPlan] of the keys under `load:`.
final class LoadReader {

  private static final List<String> KEYS =
      List.of("rate", "duration", "warmup", "requests", "command", "class");
  private static final List<String> REQUEST_KEYS =
      List.of("method", "path", "headers", "body", "weight", "class");

  private LoadReader() {}

  static Optional<LoadPlan> read(Fields service) throws FormatException {
    Optional<Fields> load = service.fields("load", KEYS);
    return load.isPresent() ? Optional.of(plan(load.get())) : Optional.empty();
  }

  private static LoadPlan plan(Fields load) throws FormatException {
    Duration duration = load.value("duration", Amounts::duration).orElse(Defaults.LOAD_DURATION);
    Duration warmup = load.value("warmup", Amounts::duration).orElse(Defaults.LOAD_WARMUP);
    Optional<String> command = load.text("command");
    if (command.isEmpty()) {
      if (load.has("class")) {
        throw load.failure("load: class belongs to a command; a request has its own");
      }
      Rate rate = load.value("rate", Amounts::rate).orElse(Defaults.RATE);
      List<RequestTemplate> requests = requests(load);
      return load.checked(
          "duration", () -> new LoadPlan.Generated(rate, duration, warmup, requests));
    }
    if (load.has("rate") || load.has("requests")) {
      throw load.failure("load: a command stands instead of rate and requests, not beside them");
    }
    Optional<String> endpointClass = load.text("class");
    return load.checked(
        "duration", () -> new LoadPlan.External(command.get(), duration, warmup, endpointClass));
  }

  private static List<RequestTemplate> requests(Fields load) throws FormatException {
    if (!load.has("requests")) {
      return Defaults.REQUESTS;
    }
    List<RequestTemplate> requests = new ArrayList<>();
    for (Node node : load.nodes("requests")) {
      requests.add(request(load.input(), node));
    }
    if (requests.isEmpty()) {
      throw load.failure("requests is empty");
    }
    return requests;
  }

  private static RequestTemplate request(String input, Node node) throws FormatException {
    if (node instanceof ScalarNode scalar) {
      try {
        return line(scalar.getValue());
      } catch (IllegalArgumentException refused) {
        throw new FormatException(
            input + ":" + Yaml.line(node),
            Printable.of(String.valueOf(refused.getMessage()), Fields.SHOWN));
      }
    }
    return request(Fields.of(input, node, REQUEST_KEYS));
  }

  /// `GET /orders/7`, or the path alone.
  private static RequestTemplate line(String text) {
    String[] words = text.strip().split("\\s+", -1);
    return switch (words.length) {
      case 1 -> RequestTemplate.of("GET", words[0]);
      case 2 -> RequestTemplate.of(words[0].toUpperCase(Locale.ROOT), words[1]);
      default ->
          throw new IllegalArgumentException(
              "not a request such as GET /orders/7: \"" + text + "\"");
    };
  }

  private static RequestTemplate request(Fields fields) throws FormatException {
    String method = fields.text("method").orElse("GET").toUpperCase(Locale.ROOT);
    Optional<Template> path = fields.value("path", Template::of);
    if (path.isEmpty()) {
      throw fields.failure("request: path is missing");
    }
    Map<String, String> headers = fields.map("headers");
    Optional<Template> body = fields.value("body", Template::of);
    int weight = fields.value("weight", ServiceReader::whole).orElse(1);
    Optional<String> endpointClass = fields.text("class");
    return fields.checked(
        "", () -> new RequestTemplate(method, path.get(), headers, body, weight, endpointClass));
  }
}
