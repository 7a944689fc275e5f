package hone.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A piece of source code: a statement, an expression, a word or a sign.
///
/// Kinds and fields are those of the language's tree-sitter grammar. Places are offsets in UTF-16
/// code units into the text that was parsed, so that they fit [String]. Two nodes are equal only if
/// they are the same.
public final class Node {

  private final String text;
  private final String kind;
  private final String field;
  private final boolean named;
  private final boolean missing;
  private final int start;
  private final int end;
  private final @Nullable Node parent;
  private final List<Node> children = new ArrayList<>(0);

  Node(String text, Shape shape, @Nullable Node parent) {
    this.text = text;
    this.kind = shape.kind;
    this.field = shape.field;
    this.named = shape.named;
    this.missing = shape.missing;
    this.start = shape.start;
    this.end = shape.end;
    this.parent = parent;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /// What the parser says of one node.
  record Shape(String kind, String field, boolean named, boolean missing, int start, int end) {}

  public String kind() {
    return kind;
  }

  public boolean is(String... kinds) {
    return Arrays.asList(kinds).contains(kind);
  }

  /// What it is to its parent, as the grammar calls it; empty where the grammar has no word.
  public String field() {
    return field;
  }

  /// Whether the grammar gives it a name of its own; signs and keywords have none.
  public boolean named() {
    return named;
  }

  /// Whether the parser failed here, or made up what is not in the text.
  public boolean broken() {
    return missing || kind.equals("ERROR");
  }

  /// Offset of its first character.
  public int start() {
    return start;
  }

  /// Offset after its last character.
  public int end() {
    return end;
  }

  public String text() {
    return text.substring(start, end);
  }

  public boolean isText(String other) {
    return end - start == other.length() && text.startsWith(other, start);
  }

  public Optional<Node> parent() {
    return Optional.ofNullable(parent);
  }

  /// Every part, signs and comments too, in the order of the text.
  public List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  /// The parts that have a kind of their own, without comments.
  public List<Node> parts() {
    return children.stream().filter(child -> child.named && !child.isComment()).toList();
  }

  public boolean isComment() {
    return is("comment", "line_comment", "block_comment");
  }

  /// The first part that the grammar calls so.
  public Optional<Node> child(String name) {
    return children.stream().filter(child -> child.field.equals(name)).findFirst();
  }

  /// Every part that the grammar calls so, signs left out.
  public List<Node> children(String name) {
    return children.stream().filter(child -> child.named && child.field.equals(name)).toList();
  }

  /// The first part that the grammar calls so, if it is of one of these kinds.
  public Optional<Node> child(String name, String... kinds) {
    return child(name).filter(child -> child.is(kinds));
  }

  /// This node and all below it, parents before children, in the order of the text.
  public Stream<Node> walk() {
    List<Node> all = new ArrayList<>();
    Deque<Node> waiting = new ArrayDeque<>(List.of(this));
    while (!waiting.isEmpty()) {
      Node next = waiting.pop();
      all.add(next);
      next.children.reversed().forEach(waiting::push);
    }
    return all.stream();
  }

  /// The nodes of these kinds, this one included, in the order of the text.
  public Stream<Node> walk(String... kinds) {
    return walk().filter(node -> node.is(kinds));
  }

  /// The parents, the nearest first.
  public Stream<Node> ancestors() {
    return Stream.iterate(parent(), Optional::isPresent, node -> node.flatMap(Node::parent))
        .flatMap(Optional::stream);
  }

  /// The nearest parent of one of these kinds.
  public Optional<Node> ancestor(String... kinds) {
    return ancestors().filter(node -> node.is(kinds)).findFirst();
  }

  /// Whether it lies within the other, or is the other.
  public boolean isIn(Node other) {
    return this == other || ancestors().anyMatch(node -> node == other);
  }

  @Override
  public String toString() {
    return kind + " '" + text() + "'";
  }
}
