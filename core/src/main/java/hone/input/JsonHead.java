package hone.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/// The field names and texts in the first bytes of what may be a JSON object, for judging formats.
///
/// @param names   of the fields of the outermost object
/// @param nested  of the fields of objects inside it
/// @param texts   the text values of the outermost object's fields
public record JsonHead(Set<String> names, Set<String> nested, Set<String> texts) {

  private static final int DEEPEST = 1000;

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
    try {
      InputStream in = Recoded.utf8(new ByteArrayInputStream(head), Encoding.ofJson(head));
      JsonTokens tokens = new JsonTokens("head", in, DEEPEST);
      boolean known = tokens.next() == first;
      while (known && tokens.depth() > 0) {
        JsonToken token = tokens.next();
        if (token == JsonToken.NAME) {
          (tokens.depth() == level ? names : nested).add(tokens.name());
        } else if (token == JsonToken.TEXT && tokens.depth() == level) {
          texts.add(tokens.text());
        }
      }
    } catch (IOException cutOrNoJson) {
      // The head of a longer document always ends like this: what was read before it counts.
      return new JsonHead(names, nested, texts);
    }
    return new JsonHead(names, nested, texts);
  }
}
