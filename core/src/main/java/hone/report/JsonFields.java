package hone.report;

import hone.input.FormatException;
import hone.input.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, each read under the type it must have.
///
/// @param input name of the document
/// @param path  where the object stands in it, ending in `.` unless it is the whole
record JsonFields(String input, String path, JsonNode node) {

  /// Makes a value that checks its own parts.
  @FunctionalInterface
  interface Making<T> {
    T make() throws FormatException;
  }

  <T> T made(Making<T> making) throws FormatException {
    try {
      return making.make();
    } catch (IllegalArgumentException | ArithmeticException refused) {
      throw new FormatException(
          input, path + " " + Printable.of(String.valueOf(refused.getMessage())));
    }
  }

  FormatException failure(String key, String message) {
    return new FormatException(input, path + key + " " + message);
  }

  String text(String key) throws FormatException {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw failure(key, "is missing or no text");
    }
    return value.stringValue();
  }

  Optional<String> optionalText(String key) throws FormatException {
    return isNull(key) ? Optional.empty() : Optional.of(text(key));
  }

  double number(String key) throws FormatException {
    JsonNode value = node.path(key);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw failure(key, "is missing or no number");
    }
    return value.doubleValue();
  }

  OptionalDouble optionalNumber(String key) throws FormatException {
    return isNull(key) ? OptionalDouble.empty() : OptionalDouble.of(number(key));
  }

  long whole(String key) throws FormatException {
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw failure(key, "is missing or no whole number");
    }
    return value.longValue();
  }

  boolean flag(String key) throws FormatException {
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      throw failure(key, "is missing or neither true nor false");
    }
    return value.booleanValue();
  }

  List<String> texts(String key) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(key)) {
      if (!value.isString()) {
        throw failure(key, "holds something that is no text");
      }
      texts.add(value.stringValue());
    }
    return texts;
  }

  List<JsonFields> objects(String key) throws FormatException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode value : array(key)) {
      objects.add(new JsonFields(input, path + key + "[" + objects.size() + "].", value));
    }
    return objects;
  }

  JsonFields object(String key) throws FormatException {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw failure(key, "is missing or no object");
    }
    return new JsonFields(input, path + key + ".", value);
  }

  <T> T choice(String key, T[] choices, Function<T, String> text) throws FormatException {
    String found = text(key);
    for (T choice : choices) {
      if (text.apply(choice).equals(found)) {
        return choice;
      }
    }
    throw failure(key, "is none that is known: \"" + Printable.of(found) + "\"");
  }

  <T> Optional<T> optionalChoice(String key, T[] choices, Function<T, String> text)
      throws FormatException {
    return isNull(key) ? Optional.empty() : Optional.of(choice(key, choices, text));
  }

  private boolean isNull(String key) {
    return node.path(key).isNull();
  }

  private JsonNode array(String key) throws FormatException {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw failure(key, "is missing or no list");
    }
    return value;
  }
}
