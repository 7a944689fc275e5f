package hone.bench.go;

import hone.bench.ResultsBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts the text back together that `go test -json` takes apart.
///
/// Packages run at once, so their events are mixed; and a benchmark's name and its numbers come in
/// two events with no line end between. The output of each package is joined first and read as text
/// then; line numbers in messages are those of that text.
final class GoEvents {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private GoEvents() {}

  static void read(BufferedReader lines, ResultsBuilder results) throws IOException {
    Map<String, StringBuilder> outputs = new LinkedHashMap<>();
    long lineNumber = 0;
    for (String line; (line = lines.readLine()) != null; ) {
      lineNumber++;
      if (!line.isBlank()) {
        event(line, lineNumber, outputs, results);
      }
    }
    for (StringBuilder output : outputs.values()) {
      GoText text = new GoText(results);
      output.toString().lines().forEach(text::line);
      text.end();
    }
  }

  private static void event(
      String line, long lineNumber, Map<String, StringBuilder> outputs, ResultsBuilder results) {
    try {
      JsonNode event = MAPPER.readTree(line);
      String name = event.path("Package").asString(event.path("ImportPath").asString(""));
      StringBuilder output = outputs.computeIfAbsent(name, key -> new StringBuilder());
      if (event.path("Output").isString()) {
        output.append(event.path("Output").stringValue());
      }
    } catch (JacksonException broken) {
      results.passOver(lineNumber, "expected an event of go test -json, found '" + line + "'");
    }
  }
}
