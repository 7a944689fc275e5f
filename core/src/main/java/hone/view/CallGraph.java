package hone.view;

import hone.analysis.CallTree;
import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.analysis.Place;
import hone.analysis.Rows;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who calls whom, and what each call costs: a sample counts once for a node and once for an edge,
/// however often they recur on its stack, and a call of itself is no edge.
public final class CallGraph {

  private static final Comparator<Edge> COSTLIEST =
      Comparator.comparingLong((Edge edge) -> -Math.abs(edge.value()))
          .thenComparing(edge -> edge.other().text());

  private CallGraph() {}

  /// A row of the graph.
  ///
  /// @param callers from where its cumulative value comes, the costliest first
  /// @param callees where its cumulative value goes, the costliest first
  public record Node(
      Place place, long flat, long cumulative, List<Edge> callers, List<Edge> callees) {

    public Node {
      callers = List.copyOf(callers);
      callees = List.copyOf(callees);
    }
  }

  /// A caller or a callee, and the value of the samples that have the call.
  public record Edge(Place other, long value) {}

  /// The nodes that cost anything, in pprof's order: by size of the value, then by name.
  ///
  /// @param type place of a value type of the profile
  public static List<Node> of(Profile profile, int type, Granularity granularity, Order order) {
    Building building = new Building(profile, type, Rows.of(profile, granularity));
    List<Node> nodes = new ArrayList<>(building.nodes());
    nodes.sort(
        switch (order) {
          case FLAT -> by(Comparator.comparingLong(node -> -Math.abs(node.flat())));
          case CUMULATIVE -> by(Comparator.comparingLong(node -> -Math.abs(node.cumulative())));
        });
    return List.copyOf(nodes);
  }

  private static Comparator<Node> by(Comparator<Node> value) {
    return value
        .thenComparing(node -> node.place().text())
        .thenComparingLong(node -> -Math.abs(node.cumulative()))
        .thenComparingLong(node -> -Math.abs(node.flat()));
  }

  /// Sums over the stacks of one profile.
  private static final class Building {

    private final Profile profile;
    private final Rows rows;
    private final long[] carried;
    private final boolean[] touched;
    private final long[] flat;
    private final long[] cumulative;
    private final int[] edgeOf;
    private final List<int[]> edges = new ArrayList<>();
    private final Map<Long, Integer> edgeNumbers = new HashMap<>();
    private long[] edgeValue = new long[0];
    private boolean[] edgeTouched = new boolean[0];

    Building(Profile profile, int type, Rows rows) {
      this.profile = profile;
      this.rows = rows;
      carried = new long[profile.stackCount()];
      touched = new boolean[carried.length];
      flat = new long[rows.count()];
      cumulative = new long[rows.count()];
      edgeOf = new int[carried.length];
      carry(type);
      connect();
      descend();
    }

    private void carry(int type) {
      for (int sample = 0; sample < profile.sampleCount(); sample++) {
        int stack = profile.sampleStack(sample);
        long value = profile.value(type, sample);
        if (stack != Profile.NONE && value != 0) {
          carried[stack] += value;
          touched[stack] = true;
          flat[row(stack)] += value;
        }
      }
      for (int stack = carried.length - 1; stack >= 0; stack--) {
        int caller = profile.stackCaller(stack);
        if (caller != Profile.NONE) {
          carried[caller] += carried[stack];
          touched[caller] |= touched[stack];
        }
      }
    }

    private void connect() {
      for (int stack = 0; stack < edgeOf.length; stack++) {
        int caller = profile.stackCaller(stack);
        edgeOf[stack] = -1;
        if (caller != Profile.NONE && row(caller) != row(stack)) {
          long key = ((long) row(caller) << Integer.SIZE) | row(stack);
          Integer known = edgeNumbers.putIfAbsent(key, edges.size());
          if (known == null) {
            edges.add(new int[] {row(caller), row(stack)});
          }
          edgeOf[stack] = known == null ? edges.size() - 1 : known;
        }
      }
      edgeValue = new long[edges.size()];
      edgeTouched = new boolean[edges.size()];
    }

    private int row(int stack) {
      return rows.row(profile.stackFrame(stack));
    }

    /// Walks down the tree of calls and counts what is on the way.
    private void descend() {
      int[] rowsOnPath = new int[rows.count()];
      int[] edgesOnPath = new int[edges.size()];
      CallTree tree = CallTree.of(profile);
      int stack = tree.firstRoot();
      while (stack != Profile.NONE) {
        if (rowsOnPath[row(stack)]++ == 0) {
          cumulative[row(stack)] += carried[stack];
        }
        int edge = edgeOf[stack];
        if (edge >= 0 && edgesOnPath[edge]++ == 0) {
          edgeValue[edge] += carried[stack];
          edgeTouched[edge] |= touched[stack];
        }
        int next = tree.firstCallee(stack);
        while (next == Profile.NONE && stack != Profile.NONE) {
          rowsOnPath[row(stack)]--;
          if (edgeOf[stack] >= 0) {
            edgesOnPath[edgeOf[stack]]--;
          }
          next = tree.nextSibling(stack);
          stack = profile.stackCaller(stack);
        }
        stack = next;
      }
    }

    List<Node> nodes() {
      List<List<Edge>> callers = lists();
      List<List<Edge>> callees = lists();
      for (int edge = 0; edge < edges.size(); edge++) {
        if (edgeTouched[edge]) {
          int caller = edges.get(edge)[0];
          int callee = edges.get(edge)[1];
          callers.get(callee).add(new Edge(rows.place(caller), edgeValue[edge]));
          callees.get(caller).add(new Edge(rows.place(callee), edgeValue[edge]));
        }
      }
      List<Node> nodes = new ArrayList<>();
      for (int row = 0; row < rows.count(); row++) {
        if (flat[row] != 0 || cumulative[row] != 0) {
          callers.get(row).sort(COSTLIEST);
          callees.get(row).sort(COSTLIEST);
          nodes.add(
              new Node(
                  rows.place(row), flat[row], cumulative[row], callers.get(row), callees.get(row)));
        }
      }
      return nodes;
    }

    private List<List<Edge>> lists() {
      List<List<Edge>> lists = new ArrayList<>();
      for (int row = 0; row < rows.count(); row++) {
        lists.add(new ArrayList<>());
      }
      return lists;
    }
  }
}
