package hone.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a schema in the subset that interfaces of models accept: no key is optional, so one that
/// was may be null instead.
final class StrictForm {

  /// Words for people, which such an interface refuses or has no use for.
  private static final Set<String> LEFT_OUT =
      Set.of("$schema", "$id", "$comment", "title", "examples", "default");

  private static final Set<String> KEPT =
      Set.of(
          "type",
          "enum",
          "properties",
          "required",
          "items",
          "description",
          "additionalProperties",
          "minimum",
          "maximum",
          "minItems",
          "maxItems");

  private StrictForm() {}

  /// @throws IllegalArgumentException if the schema uses what has no strict form
  static ObjectNode of(ObjectNode schema) {
    ObjectNode strict = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (KEPT.contains(entry.getKey())) {
        strict.set(entry.getKey(), entry.getValue().deepCopy());
      } else if (!LEFT_OUT.contains(entry.getKey())) {
        throw new IllegalArgumentException("has no strict form: " + entry.getKey());
      }
    }
    if (schema.path("items") instanceof ObjectNode items) {
      strict.set("items", of(items));
    }
    if (isObject(schema)) {
      strict(strict, schema);
    }
    return strict;
  }

  private static boolean isObject(ObjectNode schema) {
    return schema.has("properties") || holds(schema.path("type"), "object");
  }

  private static void strict(ObjectNode strict, ObjectNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(key -> required.add(key.stringValue()));
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ObjectNode value = of((ObjectNode) property.getValue());
      properties.set(
          property.getKey(), required.contains(property.getKey()) ? value : nullable(value));
      all.add(property.getKey());
    }
    if (properties.isEmpty()) {
      throw new IllegalArgumentException("has no strict form: an object without properties");
    }
    strict.set("properties", properties);
    strict.set("required", all);
    strict.put("additionalProperties", false);
  }

  private static ObjectNode nullable(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (!holds(type, "null")) {
      ArrayNode types = schema.putArray("type");
      if (type instanceof ArrayNode several) {
        types.addAll(several);
      } else {
        types.add(type);
      }
      types.add("null");
    }
    if (schema.path("enum") instanceof ArrayNode choices
        && !choices.valueStream().anyMatch(JsonNode::isNull)) {
      choices.addNull();
    }
    return schema;
  }

  private static boolean holds(JsonNode type, String name) {
    return type.stringValue("").equals(name)
        || type.valueStream().anyMatch(one -> one.stringValue("").equals(name));
  }
}
