package hone.format.heapsnapshot;

/// The edges of a graph: those of node n are the targets from `first[n]` to `first[n + 1]`.
final class Edges {

  final int[] first;
  final int[] targets;

  Edges(int[] first, int[] targets) {
    this.first = first;
    this.targets = targets;
  }

  int nodes() {
    return first.length - 1;
  }

  /// The same edges, from behind.
  Edges reversed() {
    int nodes = nodes();
    int[] begins = new int[nodes + 1];
    for (int target : targets) {
      begins[target + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      begins[node + 1] += begins[node];
    }
    int[] next = begins.clone();
    int[] sources = new int[targets.length];
    for (int node = 0; node < nodes; node++) {
      for (int at = first[node]; at < first[node + 1]; at++) {
        sources[next[targets[at]]++] = node;
      }
    }
    return new Edges(begins, sources);
  }
}
