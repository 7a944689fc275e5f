package hone.format.cpuprofile;

import hone.format.Ids;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.JsonToken;
import hone.input.Limits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The nodes of the call tree, in either form.
final class Nodes {

  private static final int NONE = -1;

  private final String input;
  private final Limits limits;
  private final List<Node> nodes = new ArrayList<>();
  private int[] callers = new int[1024];
  private final Ids ids = new Ids();
  private int[] placeOf = new int[1024];
  private int known;
  private final Functions functions = new Functions();
  private final Naming unnamed = new Naming();
  private final Calls callees = new Calls();
  private final Calls parents = new Calls();
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

  /// The functions, by the numbers that nodes have.
  Functions functions() {
    return functions;
  }

  /// The place of a node's caller, or -1.
  int caller(int place) {
    return callers[place];
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
    int number = ids.place(id);
    if (number >= known) {
      throw new FormatException(input, "no node has the id " + id);
    }
    return placeOf[number];
  }

  /// Reads `nodes`, a list whose entries name their callees or their caller.
  boolean readList(JsonDocument document) throws IOException {
    document.array(() -> {
      Node node = new Node();
      add(node, NONE);
      document.object(field -> readField(document, field, node));
      close(nodes.size() - 1, unnamed);
    });
    return true;
  }

  /// Reads `head`, a tree, without recursion: it may be thousands of levels deep.
  boolean readTree(JsonDocument document) throws IOException {
    tree = true;
    Deque<Integer> open = new ArrayDeque<>();
    Deque<Naming> namings = new ArrayDeque<>();
    JsonToken token = JsonToken.START_OBJECT;
    do {
      switch (token) {
        case START_OBJECT -> {
          add(new Node(), open.isEmpty() ? NONE : open.peek());
          open.push(nodes.size() - 1);
          namings.push(new Naming());
        }
        case END_OBJECT -> close(open.pop(), namings.pop());
        case NAME -> readTreeField(document, nodes.get(open.element()), namings.element());
        case END_ARRAY -> {}
        case START_ARRAY, TEXT, WHOLE_NUMBER, DECIMAL_NUMBER, TRUE, FALSE, NULL ->
            throw document.broken("expected a node");
      }
      token = open.isEmpty() ? JsonToken.END_OBJECT : document.next();
    } while (!open.isEmpty());
    return true;
  }

  private void readTreeField(JsonDocument document, Node node, Naming naming) throws IOException {
    String field = document.name();
    JsonToken value = document.next();
    if (field.equals("children") && value == JsonToken.START_ARRAY) {
      return;
    }
    if (field.equals("lineNumber")) {
      // Converters from perf and DTrace write text here, of which only the function is to be had.
      naming.line(document, document.isNumber() ? document.number() : 0);
    } else if (!naming.read(document, field) && !readField(document, field, node)) {
      document.skip();
    }
  }

  private boolean readField(JsonDocument document, String field, Node node) throws IOException {
    switch (field) {
      case "id" -> node.id = document.number();
      case "hitCount" -> node.hits = count(document);
      case "children" -> document.numbers(callee -> add(callees, callee));
      case "parent" -> add(parents, document.number());
      case "positionTicks" -> document.array(() -> node.add(ticks(document)));
      case "callFrame" -> node.function = functions.read(document);
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
            lineAndCount[0] = Node.line(document, document.number());
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

  private void add(Node node, int caller) throws FormatException {
    if (nodes.size() == callers.length) {
      callers = Arrays.copyOf(callers, callers.length * 2);
    }
    callers[nodes.size()] = caller;
    nodes.add(node);
    limits.checkCount(input, "nodes", nodes.size());
  }

  /// Notes a call of the node that was added last.
  private void add(Calls calls, long other) throws FormatException {
    limits.checkCount(input, "calls", calls.count() + 1L);
    calls.add(nodes.size() - 1, other);
  }

  /// @param naming what the node says of its function where it has no call frame
  private void close(int place, Naming naming) {
    Node node = nodes.get(place);
    if (node.function == Node.NO_FUNCTION) {
      node.function = functions.number(naming.callFrame());
    }
    index(place);
  }

  private void index(int place) {
    if (ids.place(nodes.get(place).id) < known) {
      uniqueIds = false;
      return;
    }
    if (known == placeOf.length) {
      placeOf = Arrays.copyOf(placeOf, known * 2);
    }
    placeOf[known++] = place;
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
      int caller = callers[place];
      if (caller >= 0) {
        nextSibling[place] = firstCallee[caller];
        firstCallee[caller] = place;
      }
    }
    for (int place = 0; place < order.length; place++) {
      if (callers[place] < 0) {
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
    for (int at = 0; at < callees.count(); at++) {
      call(callees.place(at), place(callees.id(at)));
    }
    for (int at = 0; at < parents.count(); at++) {
      call(place(parents.id(at)), parents.place(at));
    }
  }

  private void call(int caller, int callee) throws FormatException {
    if (callers[callee] >= 0 && callers[callee] != caller) {
      throw new FormatException(input, "node " + nodes.get(callee).id + " has two callers");
    }
    callers[callee] = caller;
  }
}
