package hone.service;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Turns the bytes of a YAML file into nodes that know their lines.
final class Yaml {

  private static final int LIMIT_BYTES = 1 << 20;
  private static final int LIMIT_DEPTH = 40;

  private Yaml() {}

  /// The one document of the file; empty where it holds nothing but comments.
  ///
  /// @throws FormatException if it is not UTF-8, not YAML, nested too deeply, or several documents
  static Optional<Node> root(Source source) throws IOException {
    String text = text(source);
    LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
    try {
      checkDepth(source.name(), new Parse(settings).parseString(text));
      return new Compose(settings)
          .composeString(text)
          .filter(node -> !node.getTag().equals(Tag.NULL));
    } catch (MarkedYamlEngineException broken) {
      throw new FormatException(
          at(source.name(), broken.getProblemMark()), "not YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      throw new FormatException(source.name(), "not YAML: " + firstLine(broken));
    }
  }

  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static String text(Source source) throws IOException {
    byte[] bytes = source.bytes(LIMIT_BYTES);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException broken) {
      throw new FormatException(source.name(), "not UTF-8 text");
    }
  }

  /// The parser is a loop, the composer calls itself: depth is judged before it may overflow.
  private static void checkDepth(String name, Iterable<Event> events) throws FormatException {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > LIMIT_DEPTH) {
        throw new FormatException(
            at(name, event.getStartMark()), "nested deeper than " + LIMIT_DEPTH + " levels");
      }
    }
  }

  private static String at(String name, Optional<Mark> mark) {
    return mark.map(known -> name + ":" + (known.getLine() + 1)).orElse(name);
  }

  private static String firstLine(Exception broken) {
    return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
  }
}
