package hone.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrictSchemaTest {

  @Test
  void closesObjectsAndLetsWhatWasOptionalBeNull() throws Exception {
    String schema =
        """
        {"$schema": "x", "type": "object", "required": ["a"], "properties": {
          "a": {"type": "array", "items": {"type": "object", "properties": {"b": {"type": "string"}}}},
          "c": {"type": "string", "enum": ["x", "y"], "title": "C"},
          "title": {"$ref": "#/$defs/d"}},
         "$defs": {"d": {"type": "object", "required": ["e"], "properties": {"e": {"type": "number"}}}}}
        """;

    assertThat(json(StrictSchema.of("schema", schema)))
        .isEqualTo(
            json(
                """
                {"type": "object", "properties": {
                  "a": {"type": "array", "items": {"type": "object",
                    "properties": {"b": {"type": ["string", "null"]}},
                    "required": ["b"], "additionalProperties": false}},
                  "c": {"type": ["string", "null"], "enum": ["x", "y", null]},
                  "title": {"anyOf": [{"$ref": "#/$defs/d"}, {"type": "null"}]}},
                 "$defs": {"d": {"type": "object", "properties": {"e": {"type": "number"}},
                   "required": ["e"], "additionalProperties": false}},
                 "required": ["a", "c", "title"], "additionalProperties": false}
                """));
  }

  @Test
  void changesNothingThatIsStrict() throws Exception {
    String strict =
        """
        {"type": "object", "properties": {"a": {"type": ["number", "null"]}},
         "required": ["a"], "additionalProperties": false}
        """;

    assertThat(json(StrictSchema.of("schema", strict))).isEqualTo(json(strict));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | is not JSON",
        "[1] | is not the schema of an object",
        "{\"type\": \"object\"} | at /: a strict schema cannot hold a free map",
        "{\"type\": \"object\", \"properties\": {\"a\": {}}} | at /a: anything is allowed",
        "{\"type\": \"object\", \"oneOf\": []} | at /: a strict schema cannot say 'oneOf'",
      })
  void refusesWhatTheStrictFormCannotSay(String schema, String message) {
    assertThatThrownBy(() -> StrictSchema.of("schema", schema))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("schema: " + message);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
