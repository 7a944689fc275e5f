package hone.input;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON documents as hone writes them: what a terminal or a runner of CI would obey stands escaped,
/// as [Printable#json] has it.
public final class JsonText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonText() {}

  /// A document on one line, without its end.
  public static String line(JsonNode document) {
    return Printable.json(JSON.writeValueAsString(document));
  }

  /// A document as people read it, with the end of its last line.
  public static String page(JsonNode document) {
    return Printable.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document))
        + "\n";
  }
}
