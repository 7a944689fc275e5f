package hone.format.heapprofile;

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
import hone.profile.Recording;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Reads V8 sampling heap profiles: `inuse_space`, the bytes as V8 scaled them up from its samples,
/// and `samples`, how many those were, where the file has them.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/HeapProfiler/#type-SamplingHeapProfile">
///      HeapProfiler.SamplingHeapProfile</a>
public final class HeapprofileReader implements ProfileReader {

  private final Limits limits;

  public HeapprofileReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "heapprofile";
  }

  @Override
  public Sniff sniff(byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean tree = json.names().contains("head");
    boolean sizes = json.nested().contains("selfSize");
    boolean samples = json.names().contains("samples") && json.nested().contains("nodeId");
    boolean sure = (tree && sizes) || samples;
    return sure ? Sniff.YES : tree ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Tree tree = new Tree(source.name(), limits);
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field -> {
              switch (field) {
                case "head" -> tree.read(document);
                case "samples" -> document.array(() -> tree.readSample(document));
                default -> {
                  return false;
                }
              }
              return true;
            }));
    if (tree.isEmpty()) {
      throw new FormatException(source.name(), "no tree of calls");
    }
    Tree.Allocations allocations = tree.allocations(passedOver);
    List<String> warnings =
        allocations.differ()
            ? List.of("sizes of samples and of calls differ: bytes are those of the calls")
            : List.of();
    Recording recording =
        Recording.of(format()).missing(allocations.dropped(), 0).warning(warnings);
    return FinishedProfile.of(source.name(), allocations.builder(), recording, allocations.space());
  }
}
