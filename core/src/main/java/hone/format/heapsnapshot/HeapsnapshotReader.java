package hone.format.heapsnapshot;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.JsonHead;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.function.Consumer;

/// Reads V8 heap snapshots: `inuse_objects` and `inuse_space`, by constructor.
///
/// A stack is the path in the tree of dominators, by constructor, so flat bytes are those of the
/// objects themselves, and cumulative ones what they retain: an object dominates what is unreachable
/// without it. As in Chrome, an object inside another of the same constructor counts once.
/// References that are weak hold nothing, and shortcuts count from the root only. An object that
/// only weak references reach stands directly below the root.
///
/// The tree costs O(e log n) for n objects and e references (Lengauer and Tarjan, 1979).
public final class HeapsnapshotReader implements ProfileReader {

  private final Limits limits;

  public HeapsnapshotReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "heapsnapshot";
  }

  @Override
  public Sniff sniff(byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean known = json.names().contains("snapshot") && json.nested().contains("node_fields");
    return known ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Graph graph = new Graph(source.name(), limits);
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field -> {
              switch (field) {
                case "snapshot" -> graph.readMeta(document);
                case "nodes" -> graph.readNodes(document);
                case "edges" -> graph.readEdges(document);
                case "strings" -> graph.readNames(document);
                default -> {
                  return false;
                }
              }
              return true;
            }));
    if (graph.nodeCount() == 0) {
      throw new FormatException(source.name(), "no objects");
    }
    graph.check();
    int[] order = new int[graph.nodeCount()];
    int[] dominators = new Dominators(graph.references()).of(order);
    Retained retained = new Retained(source.name(), limits, graph);
    retained.add(order, dominators);
    return FinishedProfile.of(source.name(), retained.builder(), retained.recording(), 1);
  }
}
