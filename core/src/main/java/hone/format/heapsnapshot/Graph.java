package hone.format.heapsnapshot;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// The objects of a heap and the references that hold them, as columns; object 0 is the root.
final class Graph {

  private final String input;
  private final Limits limits;
  private final Fields fields = new Fields();
  private byte[] types = new byte[1024];
  private int[] names = new int[1024];
  private long[] sizes = new long[1024];
  private int[] firstEdges = new int[1025];
  private int nodeCount;
  private long edgeRows;
  private int[] targets = new int[1024];
  private int edgeCount;
  private final BitSet asked = new BitSet();
  private final Map<Integer, String> strings = new HashMap<>();

  Graph(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void readMeta(JsonDocument document) throws IOException {
    fields.read(document);
  }

  void readNodes(JsonDocument document) throws IOException {
    int type = fields.inNode(document, "type");
    int name = fields.inNode(document, "name");
    int size = fields.inNode(document, "self_size");
    int edges = fields.inNode(document, "edge_count");
    long[] row = new long[fields.nodeWidth()];
    int[] filled = {0};
    document.array(() -> {
      row[filled[0]++] = number(document);
      if (filled[0] == row.length) {
        filled[0] = 0;
        addNode(document, row[type], row[name]);
        sizes[nodeCount - 1] = row[size];
        limits.checkCount(input, "references", row[edges]);
        edgeRows += row[edges];
        limits.checkCount(input, "references", edgeRows);
        firstEdges[nodeCount] = (int) edgeRows;
      }
    });
    if (filled[0] != 0) {
      throw document.broken("last object is cut");
    }
  }

  private void addNode(JsonDocument document, long type, long name) throws FormatException {
    limits.checkCount(input, "objects", nodeCount + 1L);
    if (type > Byte.MAX_VALUE || name > Integer.MAX_VALUE) {
      throw document.broken("object with the type " + type + " and the name " + name);
    }
    if (nodeCount == types.length) {
      int length = nodeCount * 2;
      types = Arrays.copyOf(types, length);
      names = Arrays.copyOf(names, length);
      sizes = Arrays.copyOf(sizes, length);
      firstEdges = Arrays.copyOf(firstEdges, length + 1);
    }
    types[nodeCount] = (byte) type;
    names[nodeCount] = (int) name;
    if (isNamed(nodeCount)) {
      limits.checkCount(input, "names", name);
      asked.set((int) name);
    }
    nodeCount++;
  }

  /// Keeps the references that hold something; `firstEdges` is drawn together to match.
  void readEdges(JsonDocument document) throws IOException {
    int type = fields.inEdge(document, "type");
    int to = fields.inEdge(document, "to_node");
    int weak = fields.edgeType("weak");
    int shortcut = fields.edgeType("shortcut");
    long[] row = new long[fields.edgeWidth()];
    int[] filled = {0};
    int[] at = {0, 0};
    document.array(() -> {
      row[filled[0]++] = number(document);
      if (filled[0] < row.length) {
        return;
      }
      filled[0] = 0;
      while (at[1] < nodeCount && at[0] == firstEdges[at[1] + 1]) {
        at[1]++;
        firstEdges[at[1]] = edgeCount;
      }
      if (at[1] >= nodeCount) {
        throw document.broken("more references than the objects have");
      }
      at[0]++;
      if (row[type] != weak && (row[type] != shortcut || at[1] == 0)) {
        addEdge(target(document, row[to]));
      }
    });
    if (filled[0] != 0 || at[0] != edgeRows) {
      throw document.broken("%d references of %d".formatted(at[0], edgeRows));
    }
    Arrays.fill(firstEdges, at[1] + 1, nodeCount + 1, edgeCount);
    edgeRows = edgeCount;
  }

  private int target(JsonDocument document, long place) throws FormatException {
    long node = place / fields.nodeWidth();
    if (place % fields.nodeWidth() != 0 || node >= nodeCount) {
      throw document.broken("reference to '" + place + "', where no object is");
    }
    return (int) node;
  }

  private void addEdge(int target) {
    if (edgeCount == targets.length) {
      targets = Arrays.copyOf(targets, edgeCount * 2);
    }
    targets[edgeCount++] = target;
  }

  /// Keeps the names that objects are told apart by: most of the others are texts of the program.
  void readNames(JsonDocument document) throws IOException {
    int[] place = {0};
    document.array(() -> {
      if (asked.get(place[0]++)) {
        strings.put(place[0] - 1, document.text());
      }
    });
  }

  /// Checks what can be checked only at the end.
  void check() throws FormatException {
    if (edgeRows != edgeCount) {
      throw new FormatException(input, "no references, though objects have " + edgeRows);
    }
    if (strings.size() < asked.cardinality()) {
      throw new FormatException(
          input, "%d names of constructors of %d".formatted(strings.size(), asked.cardinality()));
    }
  }

  int nodeCount() {
    return nodeCount;
  }

  long size(int node) {
    return sizes[node];
  }

  /// The references that hold something. As in Chrome, the root also holds what nothing else does.
  Edges references() {
    boolean[] held = new boolean[nodeCount];
    for (int edge = 0; edge < edgeCount; edge++) {
      held[targets[edge]] = true;
    }
    int[] all = new int[edgeCount + nodeCount];
    int orphans = 0;
    for (int node = 1; node < nodeCount; node++) {
      if (!held[node]) {
        all[orphans++] = node;
      }
    }
    System.arraycopy(targets, 0, all, orphans, edgeCount);
    int[] first = new int[nodeCount + 1];
    for (int node = 1; node <= nodeCount; node++) {
      first[node] = firstEdges[node] + orphans;
    }
    return new Edges(first, Arrays.copyOf(all, orphans + edgeCount));
  }

  /// A number for each constructor: equal for two objects where their names are.
  int constructorKey(int node) {
    return isNamed(node) ? names[node] : -1 - types[node];
  }

  /// The constructor as Chrome calls it.
  String constructor(int node) {
    if (!isNamed(node)) {
      return switch (fields.nodeType(types[node])) {
        case "hidden" -> "(system)";
        case "code" -> "(compiled code)";
        case "closure" -> "Function";
        case "regexp" -> "RegExp";
        default -> "(" + fields.nodeType(types[node]) + ")";
      };
    }
    String name = strings.getOrDefault(names[node], "");
    return name.isBlank() ? "(no name)" : name;
  }

  private boolean isNamed(int node) {
    return switch (fields.nodeType(types[node])) {
      case "object", "native", "synthetic" -> true;
      default -> false;
    };
  }

  private static long number(JsonDocument document) throws FormatException {
    long number = document.number();
    if (number < 0) {
      throw document.broken("'" + number + "' is negative");
    }
    return number;
  }
}
