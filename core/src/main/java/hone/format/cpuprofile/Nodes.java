package hone.format.cpuprofile;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;

/// The nodes of the call tree, in either form.
final class Nodes {

  private static final int NONE = -1;

  private final String input;
  private final Limits limits;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Long, Integer> byId = new HashMap<>();
  private final List<Node> withParent = new ArrayList<>();
  private final List<Long> parents = new ArrayList<>();
  private boolean uniqueIds = true;
  private boolean tree;

  Nodes(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  int count() {
    return nodes.size();
  }

  Node node(int place) {
    return nodes.get(place);
  }

  /// Whether samples can name nodes: converters of the old form gave every node the id 0.
  boolean uniqueIds() {
    return uniqueIds;
  }

  /// Whether the nodes came as a tree, whose times are seconds.
  boolean tree() {
    return tree;
  }

  /// The place of the node with that id.
  int place(long id) throws FormatException {
    Integer place = byId.get(id);
    if (place == null) {
      throw new FormatException(input, "no node has the id " + id);
    }
    return place;
  }

  /// Reads `nodes`, a list whose entries name their callees or their caller.
  boolean readList(JsonDocument document) throws IOException {
    document.array(() -> {
      Node node = new Node();
      document.object(field -> readField(document, field, node));
      add(node);
    });
    return true;
  }

  /// Reads `head`, a tree, without recursion: it may be thousands of levels deep.
  boolean readTree(JsonDocument document) throws IOException {
    tree = true;
    Deque<Integer> open = new ArrayDeque<>();
    JsonToken token = JsonToken.START_OBJECT;
    do {
      switch (token) {
        case START_OBJECT -> {
          Node node = new Node();
          node.caller = open.isEmpty() ? -1 : open.peek();
          open.push(nodes.size());
          nodes.add(node);
          limits.checkCount(input, "nodes", nodes.size());
        }
        case END_OBJECT -> index(open.pop());
        case PROPERTY_NAME -> readTreeField(document, nodes.get(open.element()));
        case END_ARRAY -> {}
        case NOT_AVAILABLE,
            START_ARRAY,
            VALUE_EMBEDDED_OBJECT,
            VALUE_STRING,
            VALUE_NUMBER_INT,
            VALUE_NUMBER_FLOAT,
            VALUE_TRUE,
            VALUE_FALSE,
            VALUE_NULL ->
            throw document.broken("expected a node");
      }
      token = open.isEmpty() ? JsonToken.END_OBJECT : document.next();
    } while (!open.isEmpty());
    return true;
  }

  private void readTreeField(JsonDocument document, Node node) throws IOException {
    String field = document.name();
    JsonToken value = document.next();
    if (field.equals("children") && value == JsonToken.START_ARRAY) {
      return;
    }
    if (field.equals("lineNumber")) {
      // Converters from perf and DTrace write text here, of which only the function is to be had.
      node.line = document.isNumber() ? line(document, document.number()) : 0;
    } else if (!readCallFrame(document, field, node) && !readField(document, field, node)) {
      document.skip();
    }
  }

  private boolean readField(JsonDocument document, String field, Node node) throws IOException {
    switch (field) {
      case "id" -> node.id = document.number();
      case "hitCount" -> node.hits = count(document);
      case "children" -> document.numbers(node.callees::add);
      case "parent" -> {
        withParent.add(node);
        parents.add(document.number());
      }
      case "positionTicks" -> document.array(() -> node.ticks.add(ticks(document)));
      case "callFrame" ->
          document.object(name -> {
            if (name.equals("lineNumber")) {
              // 0-based there, -1 where none is known.
              node.line = line(document, document.number() + 1);
              return true;
            }
            return readCallFrame(document, name, node);
          });
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean readCallFrame(JsonDocument document, String field, Node node) throws IOException {
    switch (field) {
      case "functionName" -> node.function = document.textOrEmpty();
      case "url" -> node.url = document.textOrEmpty();
      case "columnNumber" -> node.column = document.number();
      default -> {
        return false;
      }
    }
    return true;
  }

  private Node.Ticks ticks(JsonDocument document) throws IOException {
    long[] lineAndCount = new long[2];
    document.object(field ->
        switch (field) {
          case "line" -> {
            lineAndCount[0] = line(document, document.number());
            yield true;
          }
          case "ticks" -> {
            lineAndCount[1] = count(document);
            yield true;
          }
          default -> false;
        });
    return new Node.Ticks((int) lineAndCount[0], lineAndCount[1]);
  }

  private static long count(JsonDocument document) throws FormatException {
    long count = document.number();
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw document.broken("'" + count + "' is no count of samples");
    }
    return count;
  }

  private static long line(JsonDocument document, long line) throws FormatException {
    if (line > Integer.MAX_VALUE) {
      throw document.broken("'" + line + "' is no line");
    }
    return Math.max(0, line);
  }

  private void add(Node node) throws FormatException {
    nodes.add(node);
    limits.checkCount(input, "nodes", nodes.size());
    index(nodes.size() - 1);
  }

  private void index(int place) {
    uniqueIds &= byId.putIfAbsent(nodes.get(place).id, place) == null;
  }

  /// The nodes from the roots down, each after its caller.
  ///
  /// @throws FormatException if the calls are no tree
  int[] callersFirst() throws FormatException {
    if (!tree) {
      link();
    }
    int[] firstCallee = new int[nodes.size()];
    int[] nextSibling = new int[nodes.size()];
    Arrays.fill(firstCallee, NONE);
    int[] order = new int[nodes.size()];
    int reached = 0;
    for (int place = nodes.size() - 1; place >= 0; place--) {
      int caller = nodes.get(place).caller;
      if (caller >= 0) {
        nextSibling[place] = firstCallee[caller];
        firstCallee[caller] = place;
      }
    }
    for (int place = 0; place < order.length; place++) {
      if (nodes.get(place).caller < 0) {
        order[reached++] = place;
      }
    }
    for (int at = 0; at < reached; at++) {
      for (int callee = firstCallee[order[at]]; callee != NONE; callee = nextSibling[callee]) {
        order[reached++] = callee;
      }
    }
    if (reached < order.length) {
      throw new FormatException(input, "calls go round in a circle");
    }
    return order;
  }

  private void link() throws FormatException {
    if (!uniqueIds) {
      throw new FormatException(input, "two nodes have the same id");
    }
    for (int place = 0; place < nodes.size(); place++) {
      for (long callee : nodes.get(place).callees) {
        call(place, place(callee));
      }
    }
    for (int at = 0; at < withParent.size(); at++) {
      call(place(parents.get(at)), place(withParent.get(at).id));
    }
  }

  private void call(int caller, int callee) throws FormatException {
    Node node = nodes.get(callee);
    if (node.caller >= 0 && node.caller != caller) {
      throw new FormatException(input, "node " + node.id + " has two callers");
    }
    node.caller = caller;
  }
}
