package hone.service;

import hone.input.FormatException;
import hone.input.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The keys of one mapping, each read once under the type it must have.
///
/// Every failure names the file and the line of the value.
final class Fields {

  /// Most characters of a file's text that a message shows.
  static final int SHOWN = 200;

  private final String input;
  private final int line;
  private final Map<String, Node> values;

  private Fields(String input, int line, Map<String, Node> values) {
    this.input = input;
    this.line = line;
    this.values = values;
  }

  static Fields none(String input) {
    return new Fields(input, 1, Map.of());
  }

  /// The keys of a node that must be a mapping.
  static Fields of(String input, Node node, Collection<String> known) throws FormatException {
    if (!(node instanceof MappingNode mapping)) {
      throw failure(input, node, "expected keys and values, found " + kind(node));
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(input, tuple.getKeyNode());
      if (!known.isEmpty() && !known.contains(key)) {
        throw failure(
            input,
            tuple.getKeyNode(),
            "unknown key \"%s\"; the nearest known key is \"%s\""
                .formatted(Printable.of(key, SHOWN), NearestKey.to(key, known)));
      }
      if (values.put(key, tuple.getValueNode()) != null) {
        throw failure(input, tuple.getKeyNode(), "second \"" + Printable.of(key, SHOWN) + "\"");
      }
    }
    return new Fields(input, Yaml.line(node), values);
  }

  /// These keys, and those of `others` that are not here.
  Fields orElse(Fields others) {
    Map<String, Node> all = new LinkedHashMap<>(others.values);
    all.putAll(values);
    return new Fields(input, line, all);
  }

  String input() {
    return input;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean isText(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  FormatException failure(String message) {
    return new FormatException(input + ":" + line, message);
  }

  Optional<String> text(String key) throws FormatException {
    Optional<Node> node = node(key);
    return node.isPresent() ? Optional.of(text(key, node.get())) : Optional.empty();
  }

  /// A text that is turned into something; what the turning refuses is said with the line.
  <T> Optional<T> value(String key, Function<String, T> reading) throws FormatException {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(checked(key, () -> reading.apply(text.get())));
  }

  /// One of the constants of an enum, as `text` writes them.
  <T> Optional<T> choice(String key, T[] choices, Function<T, String> text) throws FormatException {
    return value(
        key,
        found -> {
          List<String> names = new ArrayList<>();
          for (T choice : choices) {
            if (text.apply(choice).equals(found)) {
              return choice;
            }
            names.add(text.apply(choice));
          }
          throw new IllegalArgumentException(
              "is none of %s: \"%s\"".formatted(String.join(", ", names), found));
        });
  }

  /// A list of texts; a single text is a list of one.
  List<String> texts(String key) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes(key)) {
      texts.add(text(key, node));
    }
    return texts;
  }

  /// The entries of a list; a single value is a list of one.
  List<Node> nodes(String key) {
    Node node = values.get(key);
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    return node == null ? List.of() : List.of(node);
  }

  /// A mapping of names that people choose to texts.
  Map<String, String> map(String key) throws FormatException {
    Optional<Fields> inner = fields(key, List.of());
    Map<String, String> map = new LinkedHashMap<>();
    if (inner.isPresent()) {
      for (Map.Entry<String, Node> entry : inner.get().values.entrySet()) {
        map.put(entry.getKey(), scalar(input, entry.getValue()));
      }
    }
    return map;
  }

  Optional<Fields> fields(String key, Collection<String> known) throws FormatException {
    Optional<Node> node = node(key);
    return node.isPresent() ? Optional.of(of(input, node.get(), known)) : Optional.empty();
  }

  /// A value made by a constructor that checks its arguments.
  <T> T checked(String key, Supplier<T> making) throws FormatException {
    try {
      return making.get();
    } catch (IllegalArgumentException refused) {
      Node node = values.get(key);
      String message = Printable.of(String.valueOf(refused.getMessage()), SHOWN);
      throw node == null ? failure(message) : failure(input, node, key + ": " + message);
    }
  }

  private String text(String key, Node node) throws FormatException {
    String text = scalar(input, node);
    if (text.isBlank()) {
      throw failure(input, node, key + " has no value");
    }
    return text;
  }

  private static String scalar(String input, Node node) throws FormatException {
    if (!(node instanceof ScalarNode scalar)) {
      throw failure(input, node, "expected a text, found " + kind(node));
    }
    return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
  }

  private static FormatException failure(String input, Node node, String message) {
    return new FormatException(input + ":" + Yaml.line(node), message);
  }

  private static String kind(Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> "keys and values";
      case SEQUENCE -> "a list";
      case SCALAR -> "\"" + Printable.of(((ScalarNode) node).getValue(), SHOWN) + "\"";
      case ANCHOR -> "an anchor";
    };
  }
}
