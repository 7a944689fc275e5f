package hone.bench.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.JsonResults;
import hone.bench.Lines;
import hone.bench.ResultsBuilder;
import hone.input.Source;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Puts the text back together that `go test -json` takes apart.
///
/// Packages run at once, so their events are mixed; and a benchmark's name and its numbers come in
/// two events with no line end between. The output of each package is joined first and read as text
/// then; line numbers in messages are those of that text.
final class GoEvents {

  private GoEvents() {}

  static void read(Source source, GoTable table, ResultsBuilder results) throws IOException {
    Map<String, StringBuilder> outputs = new LinkedHashMap<>();
    JsonResults.lines(
        source,
        (event, number) -> event(event, outputs),
        (line, number) ->
            results.passOver(
                number, "expected an event of go test -json, found '" + line.stringValue() + "'"));
    for (Map.Entry<String, StringBuilder> output : outputs.entrySet()) {
      GoText text = new GoText(table, results);
      table.configure("pkg", "");
      Lines.bytes(Source.of(source.name(), output.getValue().toString().getBytes(UTF_8)), text);
      text.end();
    }
  }

  private static void event(JsonNode event, Map<String, StringBuilder> outputs) {
    String name = event.path("Package").asString(event.path("ImportPath").asString(""));
    StringBuilder output = outputs.computeIfAbsent(name, key -> new StringBuilder());
    output.append(JsonResults.text(event.path("Output")));
  }
}
