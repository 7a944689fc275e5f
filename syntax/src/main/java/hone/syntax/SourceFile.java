package hone.syntax;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One file of source code with its tree.
///
/// The text is kept as it is, byte-order mark and line ends included. Lines count from 1, as
/// profilers count them, and end at `\n`.
public final class SourceFile {

  /// Longest file taken; generated files apart, people's are far shorter.
  public static final int LIMIT_BYTES = 2 << 20;

  private static final int MAX_DEPTH = 2_000;

  private final String path;
  private final String text;
  private final SourceLanguage language;
  private final Node root;
  private final int[] lineStarts;

  private SourceFile(String path, String text, SourceLanguage language, Node root) {
    this.path = path;
    this.text = text;
    this.language = language;
    this.root = root;
    this.lineStarts = lineStarts(text);
  }

  /// Parses a text.
  ///
  /// @throws FormatException if the name is of no known language, the text is longer than
  ///     [#LIMIT_BYTES] or is nested too deeply; a text that breaks the grammar is no reason, see
  ///     [#isBrokenNear]
  public static SourceFile of(String path, String text) throws FormatException {
    SourceLanguage language =
        SourceLanguage.of(path)
            .orElseThrow(() -> new FormatException(path, "no language is known by this name"));
    if (text.length() > LIMIT_BYTES || text.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
      throw new FormatException(path, "longer than " + LIMIT_BYTES + " bytes");
    }
    return new SourceFile(path, text, language, Grammar.parse(language, path, text, MAX_DEPTH));
  }

  /// Reads and parses a file, known by its source's name.
  ///
  /// @throws FormatException for the reasons of [#of], and if the bytes are not UTF-8
  public static SourceFile read(Source source) throws IOException {
    byte[] bytes = source.bytes(LIMIT_BYTES);
    try {
      return of(
          source.name(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      throw new FormatException(source.name(), "not UTF-8");
    }
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public SourceLanguage language() {
    return language;
  }

  /// The whole file.
  public Node root() {
    return root;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /// The line that holds this offset, from 1.
  public int line(int offset) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  /// Offset of a line's first character.
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /// Offset after a line's last character, its line end left out.
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    return end > lineStart(line) && text.charAt(end - 1) == '\r' && line < lineStarts.length
        ? end - 1
        : end;
  }

  /// Offset of the next line's first character, or of the end of the text.
  public int nextLine(int line) {
    return line < lineStarts.length ? lineStarts[line] : text.length();
  }

  /// Whether a node has part of a line.
  public boolean covers(Node node, int line) {
    return line(node.start()) <= line && line <= line(Math.max(node.start(), node.end() - 1));
  }

  /// The nodes of these kinds that have part of a line, in the order of the text.
  public Stream<Node> onLine(int line, String... kinds) {
    return root.walk(kinds).filter(node -> covers(node, line));
  }

  /// The blanks a line begins with.
  public String indentation(int line) {
    int end = lineStart(line);
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(lineStart(line), end);
  }

  /// The line end the file uses: that of its first line.
  public String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /// Whether the text between a line's function, class or file start and its end breaks the
  /// grammar.
  public boolean isBrokenNear(int line) {
    List<Node> broken = broken();
    return broken.stream().anyMatch(node -> covers(node, line) || sharesScope(node, line));
  }

  /// Every place where the text breaks the grammar.
  public List<Node> broken() {
    return root.walk().filter(Node::broken).toList();
  }

  private boolean sharesScope(Node node, int line) {
    return node.ancestor(Scopes.FUNCTIONS).map(scope -> covers(scope, line)).orElse(true);
  }

  private static int[] lineStarts(String text) {
    IntStream.Builder starts = IntStream.builder().add(0);
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.add(end + 1);
    }
    return starts.build().toArray();
  }
}
