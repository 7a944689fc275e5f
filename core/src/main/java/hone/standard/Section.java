package hone.standard;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Finds the section of the standards in a Markdown file, and its statements.
final class Section {

  static final String HEADING = "Performance Engineering Standards";

  private static final int LIMIT_BYTES = 1 << 20;

  private final List<Statement> statements = new ArrayList<>();
  private String heading = "";

  private Section() {}

  /// Paragraphs and list items under the heading, until the next heading of its level or above.
  /// Code blocks, quotations and raw HTML say nothing.
  static List<Statement> statements(Source source) throws IOException {
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(100)
            .build()
            .parse(text(source));
    Heading start = null;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading found && isStart(found)) {
        if (start != null) {
          throw new FormatException(
              source.name() + ":" + line(found), "second section headed \"" + HEADING + "\"");
        }
        start = found;
      }
    }
    if (start == null) {
      throw new FormatException(
          source.name(), "no section headed \"" + HEADING + "\"; hone init writes one");
    }
    return new Section().collected(start);
  }

  private List<Statement> collected(Heading start) {
    for (Node node = start.getNext(); node != null; node = node.getNext()) {
      if (node instanceof Heading next) {
        if (next.getLevel() <= start.getLevel()) {
          break;
        }
        heading = plain(next).toLowerCase(Locale.ROOT);
      } else {
        collect(node);
      }
    }
    return List.copyOf(statements);
  }

  private void collect(Node node) {
    switch (node) {
      case Paragraph paragraph ->
          statements.add(new Statement(line(paragraph), heading, plain(paragraph)));
      case BulletList list -> collectChildren(list);
      case OrderedList list -> collectChildren(list);
      case ListItem item -> collectChildren(item);
      default -> {}
    }
  }

  private void collectChildren(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      collect(child);
    }
  }

  private static boolean isStart(Heading heading) {
    return plain(heading).equalsIgnoreCase(HEADING);
  }

  private static int line(Block block) {
    return block.getSourceSpans().getFirst().getLineIndex() + 1;
  }

  private static String plain(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(new PlainText(text));
    return text.toString().strip().replaceAll("\\s+", " ");
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

  /// Text and code, everything else left out.
  private static final class PlainText extends AbstractVisitor {

    private final StringBuilder text;

    PlainText(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append('`').append(node.getLiteral()).append('`');
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }
  }
}
