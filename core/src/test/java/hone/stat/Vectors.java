package hone.stat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the recorded numbers that lie beside the project; without them their tests are skipped.
final class Vectors {

  private Vectors() {}

  static Path file(String name) {
    String told = System.getProperty("hone.shared", System.getenv("HONE_SHARED"));
    Path here = Path.of("").toAbsolutePath();
    Path module = here.endsWith("core") ? here : here.resolve("core");
    Path shared = told == null ? module.resolve("../../shared").normalize() : Path.of(told);
    Path file = shared.resolve("fixtures/statistics").resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), "skipped: no recorded numbers beside the project: " + name);
    return file;
  }

  /// The cases of one kind in `exact-vectors.json`.
  static List<JsonNode> exact(String kind) throws IOException {
    JsonNode all = JsonMapper.shared().readTree(Files.readAllBytes(file("exact-vectors.json")));
    return StreamSupport.stream(all.get(kind).spliterator(), false).toList();
  }

  static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /// The wall times of identical runs, in the order they were made.
  static double[] trace() throws IOException {
    try (Stream<String> lines = Files.lines(file("aa-trace-wall.txt"))) {
      return lines
          .filter(line -> !line.isBlank())
          .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(' '))))
          .toArray();
    }
  }
}
