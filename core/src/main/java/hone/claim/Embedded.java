package hone.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON objects in a text that may hold prose, fences and anything else.
final class Embedded {

  /// Longest text that is looked through.
  static final int LONGEST_CHARACTERS = 1 << 20;

  private static final int MOST_OBJECTS = 200;
  private static final int DEEPEST = 50;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Embedded() {}

  /// The outermost objects, in the order of the text.
  static List<JsonNode> objects(String text) {
    List<JsonNode> objects = new ArrayList<>();
    int tried = 0;
    int at = text.indexOf('{');
    while (at >= 0 && tried++ < MOST_OBJECTS) {
      Optional<Parsed> parsed = object(text, at);
      parsed.map(Parsed::node).ifPresent(objects::add);
      at = text.indexOf('{', parsed.map(Parsed::end).orElse(at + 1));
    }
    return objects;
  }

  private record Parsed(JsonNode node, int end) {}

  private static Optional<Parsed> object(String text, int start) {
    try (JsonParser parser = JSON.createParser(text.substring(start))) {
      JsonNode node = parser.readValueAsTree();
      int length = Math.toIntExact(parser.currentLocation().getCharOffset());
      return Optional.of(new Parsed(node, start + Math.max(1, length)));
    } catch (JacksonException noObject) {
      return Optional.empty();
    }
  }
}
