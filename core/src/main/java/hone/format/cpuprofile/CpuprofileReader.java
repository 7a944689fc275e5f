package hone.format.cpuprofile;

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
import java.util.Set;
import java.util.function.Consumer;

/// Reads V8 CPU profiles: `samples` as a count, and `wall`, the time the thread spent, idle included.
///
/// A sample lasts until the next one; the time before the first belongs to none. A node's time is
/// split over its lines by their ticks, so that lines can be told apart. `(idle)`, `(program)` and
/// `(garbage collector)` stay frames, `(root)` is left out where it only calls. The file does not say
/// which line a single sample met, so samples that have their times stand at their functions.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/Profiler/">Profiler domain</a>
public final class CpuprofileReader implements ProfileReader {

  private static final Set<String> BESIDE_NODES =
      Set.of("startTime", "endTime", "samples", "timeDeltas", "timestamps", "typeId", "uid");

  private final Limits limits;

  public CpuprofileReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "cpuprofile";
  }

  @Override
  public Sniff sniff(byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean list = json.names().contains("nodes") && json.nested().contains("callFrame");
    boolean tree =
        json.names().contains("head")
            && json.nested().contains("functionName")
            && !json.nested().contains("selfSize");
    if (list || tree) {
      return Sniff.YES;
    }
    return json.names().stream().anyMatch(BESIDE_NODES::contains) ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return assembly(source).profile();
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return assembly(source).timedProfile();
  }

  private Assembly assembly(Source source) throws IOException {
    Nodes nodes = new Nodes(source.name(), limits);
    Timeline timeline = new Timeline(source.name(), limits);
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field ->
                switch (field) {
                  case "nodes" -> nodes.readList(document);
                  case "head" -> nodes.readTree(document);
                  default -> timeline.read(document, field);
                }));
    if (nodes.count() == 0) {
      throw new FormatException(source.name(), "no nodes");
    }
    return new Assembly(source.name(), limits, nodes, timeline);
  }
}
