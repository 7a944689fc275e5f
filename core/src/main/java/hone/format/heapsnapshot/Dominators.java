package hone.format.heapsnapshot;

import java.util.Arrays;

/// The tree of dominators of a graph: the dominator of a node is the last one that every path from
/// node 0 to it goes through.
///
/// After T. Lengauer and R. E. Tarjan, "A fast algorithm for finding dominators in a flowgraph",
/// 1979, the simple version, without recursion; O(e log n).
final class Dominators {

  private static final int NONE = -1;

  private final Edges edges;
  private final int nodes;
  private int[] vertex = new int[0];
  private final int[] number;
  private final int[] parent;
  private final int[] ancestor;
  private final int[] label;
  private final int[] semi;
  private final int[] path;
  private int reached;

  Dominators(Edges edges) {
    this.edges = edges;
    nodes = edges.nodes();
    number = filled(nodes);
    parent = filled(nodes);
    ancestor = filled(nodes);
    label = new int[nodes];
    semi = new int[nodes];
    path = new int[nodes];
  }

  /// The dominator of each node; -1 of the root, 0 of what no path reaches.
  ///
  /// @param order is filled with the nodes, each after its dominator
  int[] of(int[] order) {
    vertex = order;
    search();
    int[] dominator = dominators();
    for (int node = 0; node < nodes; node++) {
      if (number[node] == NONE) {
        dominator[node] = 0;
        order[reached++] = node;
      }
    }
    return dominator;
  }

  /// Numbers the nodes that can be reached, depth first.
  private void search() {
    int[] next = Arrays.copyOf(edges.first, nodes);
    int node = 0;
    visit(node);
    while (node != NONE) {
      if (next[node] == edges.first[node + 1]) {
        node = parent[node];
        continue;
      }
      int target = edges.targets[next[node]++];
      if (number[target] == NONE) {
        parent[target] = node;
        visit(target);
        node = target;
      }
    }
  }

  private void visit(int node) {
    number[node] = reached;
    semi[node] = reached;
    label[node] = node;
    vertex[reached++] = node;
  }

  private int[] dominators() {
    Edges before = edges.reversed();
    int[] dominator = filled(nodes);
    int[] bucket = filled(nodes);
    int[] nextInBucket = filled(nodes);
    for (int place = reached - 1; place > 0; place--) {
      int node = vertex[place];
      for (int at = before.first[node]; at < before.first[node + 1]; at++) {
        int source = before.targets[at];
        if (number[source] != NONE) {
          semi[node] = Math.min(semi[node], semi[best(source)]);
        }
      }
      int half = vertex[semi[node]];
      nextInBucket[node] = bucket[half];
      bucket[half] = node;
      ancestor[node] = parent[node];
      for (int each = bucket[parent[node]]; each != NONE; each = nextInBucket[each]) {
        int least = best(each);
        dominator[each] = semi[least] < semi[each] ? least : parent[node];
      }
      bucket[parent[node]] = NONE;
    }
    for (int place = 1; place < reached; place++) {
      int node = vertex[place];
      if (dominator[node] != vertex[semi[node]]) {
        dominator[node] = dominator[dominator[node]];
      }
    }
    return dominator;
  }

  /// The node with the least semidominator on the way up to the root of its forest; the way is
  /// shortened for the next time.
  private int best(int node) {
    if (ancestor[node] == NONE) {
      return label[node];
    }
    int length = 0;
    for (int each = node; ancestor[ancestor[each]] != NONE; each = ancestor[each]) {
      path[length++] = each;
    }
    while (length > 0) {
      int each = path[--length];
      int above = ancestor[each];
      if (semi[label[above]] < semi[label[each]]) {
        label[each] = label[above];
      }
      ancestor[each] = ancestor[above];
    }
    return label[node];
  }

  private static int[] filled(int length) {
    int[] column = new int[length];
    Arrays.fill(column, NONE);
    return column;
  }
}
