package hone.input;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The field names and texts in the first bytes of what may be a JSON object, for judging formats.
///
/// @param names   of the fields of the outermost object
/// @param nested  of the fields of objects inside it
/// @param texts   the text values of the outermost object's fields
public record JsonHead(Set<String> names, Set<String> nested, Set<String> texts) {

  public JsonHead {
    names = Set.copyOf(names);
    nested = Set.copyOf(nested);
    texts = Set.copyOf(texts);
  }

  /// What could be read of a cut document; empty where it is no JSON object.
  public static JsonHead of(byte[] head) {
    return of(head, JsonToken.START_OBJECT, 1);
  }

  /// The same of the objects in an array, as if they were one; empty where it is no JSON array.
  public static JsonHead ofElements(byte[] head) {
    return of(head, JsonToken.START_ARRAY, 2);
  }

  private static JsonHead of(byte[] head, JsonToken first, int level) {
    Set<String> names = new HashSet<>();
    Set<String> nested = new HashSet<>();
    Set<String> texts = new HashSet<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), head)) {
      int depth = 0;
      JsonToken token = parser.nextToken();
      boolean known = token == first;
      while (known && token != null) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.PROPERTY_NAME) {
          (depth == level ? names : nested).add(parser.currentName());
        } else if (token == JsonToken.VALUE_STRING && depth == level) {
          texts.add(parser.getString());
        }
        token = parser.nextToken();
      }
    } catch (JacksonException cutOrNoJson) {
      // The head of a longer document always ends like this: what was read before it counts.
      return new JsonHead(names, nested, texts);
    }
    return new JsonHead(names, nested, texts);
  }
}
