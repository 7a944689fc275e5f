package hone.format.heapsnapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DominatorsTest {

  // Law: a node dominates another when the other cannot be reached without it.
  @Test
  void agreesWithTakingEachNodeOutOfSmallGraphs() {
    SplittableRandom random = new SplittableRandom(7);
    for (int graph = 0; graph < 2_000; graph++) {
      int nodes = random.nextInt(1, 12);
      int[] firstEdges = new int[nodes + 1];
      int[] targets = new int[random.nextInt(0, 30)];
      for (int edge = 0; edge < targets.length; edge++) {
        targets[edge] = random.nextInt(nodes);
        firstEdges[random.nextInt(1, nodes + 1)]++;
      }
      Arrays.parallelPrefix(firstEdges, Integer::sum);
      int[] order = new int[nodes];

      int[] dominators = new Dominators(new Edges(firstEdges, targets)).of(order);

      assertOrdered(order, dominators);
      for (int taken = 1; taken < nodes; taken++) {
        assertThat(below(taken, order, dominators))
            .as("graph %d, node %d", graph, taken)
            .isEqualTo(onlyThrough(taken, firstEdges, targets));
      }
    }
  }

  @Test
  void aLongChainNeedsNoDeepRecursion() {
    int nodes = 200_000;
    int[] firstEdges = new int[nodes + 1];
    int[] targets = new int[nodes - 1];
    for (int node = 1; node < nodes; node++) {
      targets[node - 1] = node;
      firstEdges[node] = node;
    }
    firstEdges[nodes] = nodes - 1;

    int[] dominators = new Dominators(new Edges(firstEdges, targets)).of(new int[nodes]);

    assertThat(dominators[nodes - 1]).isEqualTo(nodes - 2);
  }

  private static void assertOrdered(int[] order, int[] dominators) {
    BitSet seen = new BitSet();
    for (int node : order) {
      assertThat(node == 0 || seen.get(dominators[node])).isTrue();
      seen.set(node);
    }
    assertThat(seen.cardinality()).isEqualTo(order.length);
  }

  private static BitSet below(int node, int[] order, int[] dominators) {
    BitSet below = new BitSet();
    below.set(node);
    for (int each : order) {
      if (each != 0 && below.get(dominators[each])) {
        below.set(each);
      }
    }
    return below;
  }

  private static BitSet onlyThrough(int node, int[] firstEdges, int[] targets) {
    BitSet lost = reached(-1, firstEdges, targets);
    boolean itself = lost.get(node);
    lost.andNot(reached(node, firstEdges, targets));
    lost.set(node, itself || lost.isEmpty());
    return lost;
  }

  private static BitSet reached(int without, int[] firstEdges, int[] targets) {
    BitSet reached = new BitSet();
    reached.set(0);
    int before = 0;
    while (reached.cardinality() > before) {
      before = reached.cardinality();
      for (int node = 0; node < firstEdges.length - 1; node++) {
        for (int at = firstEdges[node]; reached.get(node) && at < firstEdges[node + 1]; at++) {
          if (targets[at] != without) {
            reached.set(targets[at]);
          }
        }
      }
    }
    return reached;
  }
}
