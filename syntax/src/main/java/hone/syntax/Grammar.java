package hone.syntax;

import hone.input.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSReader;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterTypescript;

/// The native parser of one language. What it finds is copied into [Node]s at once, so that no
/// native memory outlives a call.
///
/// The parser is given UTF-16, whose byte offsets are twice the offsets of a [String]; the
/// binding's own way with strings counts characters outside the basic plane wrongly.
final class Grammar {

  private static final int CHUNK_BYTES = 1 << 16;
  private static final Map<SourceLanguage, TSLanguage> LOADED = new EnumMap<>(SourceLanguage.class);

  private Grammar() {}

  /// The tree of a text.
  ///
  /// @throws FormatException if it is nested more deeply than `maxDepth`
  static Node parse(SourceLanguage language, String name, String text, int maxDepth)
      throws FormatException {
    byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
    try (TSParser parser = new TSParser()) {
      if (!parser.setLanguage(loaded(language))) {
        throw new IllegalStateException("the parser refuses its own grammar: " + language);
      }
      try (TSTree tree =
          parser.parse(
              new byte[CHUNK_BYTES], null, reader(units), TSInputEncoding.TSInputEncodingUTF16LE)) {
        return copy(tree, name, text, maxDepth);
      }
    }
  }

  private static synchronized TSLanguage loaded(SourceLanguage language) {
    return LOADED.computeIfAbsent(
        language,
        absent ->
            switch (absent) {
              case GO -> new TreeSitterGo();
              case PYTHON -> new TreeSitterPython();
              case JAVASCRIPT -> new TreeSitterJavascript();
              case TYPESCRIPT -> new TreeSitterTypescript();
              case JAVA -> new TreeSitterJava();
            });
  }

  private static Node copy(TSTree tree, String name, String text, int maxDepth)
      throws FormatException {
    try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
      Node root = new Node(text, shape(cursor), null);
      Node parent = root;
      int depth = 1;
      boolean down = cursor.gotoFirstChild();
      while (down || depth > 1) {
        if (down) {
          depth++;
          if (depth > maxDepth) {
            throw new FormatException(name, "nested more than " + maxDepth + " deep");
          }
        }
        Node node = new Node(text, shape(cursor), parent);
        down = cursor.gotoFirstChild();
        if (down) {
          parent = node;
          continue;
        }
        while (depth > 1 && !cursor.gotoNextSibling()) {
          cursor.gotoParent();
          depth--;
          parent = parent.parent().orElse(root);
        }
      }
      return root;
    }
  }

  private static Node.Shape shape(TSTreeCursor cursor) {
    TSNode node = cursor.currentNode();
    @Nullable String field = cursor.currentFieldName();
    return new Node.Shape(
        node.getType(),
        field == null ? "" : field,
        node.isNamed(),
        node.isMissing(),
        node.getStartByte() / 2,
        node.getEndByte() / 2);
  }

  private static TSReader reader(byte[] units) {
    return (buffer, offset, point) -> {
      int count = Math.max(0, Math.min(buffer.length, units.length - offset));
      System.arraycopy(units, Math.min(offset, units.length), buffer, 0, count);
      return count;
    };
  }
}
