package hone.format.heapsnapshot;

import hone.input.FormatException;
import hone.input.JsonDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The columns of a snapshot, as it names them itself.
final class Fields {

  private final List<String> node = new ArrayList<>();
  private final List<String> edge = new ArrayList<>();
  private List<String> nodeTypes = List.of();
  private List<String> edgeTypes = List.of();

  /// Reads `snapshot`, of which only `meta` matters here.
  void read(JsonDocument document) throws IOException {
    document.object(name -> {
      if (!name.equals("meta")) {
        return false;
      }
      document.object(field -> {
        switch (field) {
          case "node_fields" -> document.array(() -> node.add(document.text()));
          case "edge_fields" -> document.array(() -> edge.add(document.text()));
          case "node_types" -> nodeTypes = firstTypes(document);
          case "edge_types" -> edgeTypes = firstTypes(document);
          default -> {
            return false;
          }
        }
        return true;
      });
      return true;
    });
  }

  int nodeWidth() {
    return node.size();
  }

  int edgeWidth() {
    return edge.size();
  }

  /// Place of a column in a row of nodes.
  int inNode(JsonDocument document, String name) throws FormatException {
    return place(document, node, name);
  }

  /// Place of a column in a row of edges.
  int inEdge(JsonDocument document, String name) throws FormatException {
    return place(document, edge, name);
  }

  /// Name of a type of node.
  String nodeType(int type) {
    return type < nodeTypes.size() ? nodeTypes.get(type) : "unknown";
  }

  /// Number of a type of edge, or -1 where the snapshot has none of that name.
  int edgeType(String name) {
    return edgeTypes.indexOf(name);
  }

  /// The names of the first column's types; those of other columns are of no interest.
  private static List<String> firstTypes(JsonDocument document) throws IOException {
    List<String> names = new ArrayList<>();
    boolean[] first = {true};
    document.array(() -> {
      if (first[0] && !document.isText()) {
        document.array(() -> names.add(document.text()));
      } else {
        document.skip();
      }
      first[0] = false;
    });
    return names;
  }

  private static int place(JsonDocument document, List<String> fields, String name)
      throws FormatException {
    int place = fields.indexOf(name);
    if (place < 0) {
      throw document.broken("'snapshot.meta', which must come first, has no field '" + name + "'");
    }
    return place;
  }
}
