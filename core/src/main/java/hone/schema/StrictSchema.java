package hone.schema;

import hone.input.FormatException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON schema in the strict form that model services hold answers to: every object is closed
/// and requires all its properties; one that could be left out may be null instead.
///
/// An answer that keeps to it keeps to the schema it was made of once the nulls are taken out.
public final class StrictSchema {

  private static final Set<String> DROPPED =
      Set.of("$schema", "$id", "$comment", "examples", "default", "title");
  private static final Set<String> UNKNOWN =
      Set.of(
          "allOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties",
          "unevaluatedProperties",
          "propertyNames",
          "contains",
          "prefixItems");
  private static final Set<String> NAMED = Set.of("$defs", "definitions");

  private final String name;

  private StrictSchema(String name) {
    this.name = name;
  }

  /// The strict form of a schema.
  ///
  /// @param name what to call the schema
  /// @throws FormatException if it is none, or says what the strict form cannot
  public static String of(String name, String schema) throws FormatException {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(schema);
    } catch (JacksonException broken) {
      throw new FormatException(name, "is not JSON: " + broken.getOriginalMessage());
    }
    if (!root.path("type").asString("").equals("object")) {
      throw new FormatException(name, "is not the schema of an object");
    }
    return new StrictSchema(name).strict(root, "").toPrettyString();
  }

  private JsonNode strict(JsonNode schema, String path) throws FormatException {
    if (!schema.isObject() || schema.isEmpty()) {
      throw new FormatException(name, "at " + place(path) + ": anything is allowed, name a type");
    }
    ObjectNode strict = JsonMapper.shared().createObjectNode();
    for (Map.Entry<String, JsonNode> field : schema.properties()) {
      String key = field.getKey();
      if (UNKNOWN.contains(key)) {
        throw new FormatException(
            name, "at " + place(path) + ": a strict schema cannot say '" + key + "'");
      }
      if (!DROPPED.contains(key)) {
        strict.set(key, part(key, field.getValue(), path));
      }
    }
    if (strict.has("properties") || strict.path("type").asString("").equals("object")) {
      close(strict, schema.path("required"), path);
    }
    return strict;
  }

  private JsonNode part(String key, JsonNode value, String path) throws FormatException {
    if (key.equals("items")) {
      return strict(value, path + "/items");
    }
    if (NAMED.contains(key) || key.equals("properties")) {
      ObjectNode all = JsonMapper.shared().createObjectNode();
      for (Map.Entry<String, JsonNode> named : value.properties()) {
        all.set(named.getKey(), strict(named.getValue(), path + "/" + named.getKey()));
      }
      return all;
    }
    if (key.equals("anyOf")) {
      ArrayNode choices = JsonMapper.shared().createArrayNode();
      for (JsonNode choice : value) {
        choices.add(strict(choice, path + "/anyOf"));
      }
      return choices;
    }
    return value.deepCopy();
  }

  private void close(ObjectNode object, JsonNode required, String path) throws FormatException {
    if (!(object.path("properties") instanceof ObjectNode properties) || properties.isEmpty()) {
      throw new FormatException(
          name, "at " + place(path) + ": a strict schema cannot hold a free map");
    }
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (String key : properties.propertyNames().stream().toList()) {
      all.add(key);
      if (!contains(required, key)) {
        properties.set(key, nullable(properties.path(key)));
      }
    }
    if (!object.has("type")) {
      object.put("type", "object");
    }
    object.set("required", all);
    object.put("additionalProperties", false);
  }

  private static JsonNode nullable(JsonNode schema) {
    ObjectNode nullable = (ObjectNode) schema.deepCopy();
    JsonNode type = nullable.path("type");
    if (nullable.path("enum") instanceof ArrayNode values && !contains(values, null)) {
      values.addNull();
    }
    if (type.isString()) {
      nullable.putArray("type").add(type).add("null");
    } else if (type instanceof ArrayNode types && !contains(types, "null")) {
      types.add("null");
    } else if (type.isMissingNode()) {
      ObjectNode choice = JsonMapper.shared().createObjectNode();
      choice.putArray("anyOf").add(nullable).addObject().put("type", "null");
      return choice;
    }
    return nullable;
  }

  private static boolean contains(JsonNode array, @Nullable String text) {
    for (JsonNode value : array) {
      if (text == null ? value.isNull() : value.asString("").equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static String place(String path) {
    return path.isEmpty() ? "/" : path;
  }
}
