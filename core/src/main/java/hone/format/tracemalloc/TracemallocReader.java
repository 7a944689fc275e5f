package hone.format.tracemalloc;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads snapshots of Python's tracemalloc: `inuse_objects`, and `inuse_space` in bytes.
///
/// There are places and no functions: each frame is a line, named after its file.
///
/// @see <a href="https://docs.python.org/3/library/tracemalloc.html#tracemalloc.Snapshot.dump">
///      tracemalloc.Snapshot.dump</a>
public final class TracemallocReader implements ProfileReader {

  private static final int MOST_BYTES = 1 << 30;
  private static final int PROTOCOL = 0x80;
  private static final int OPENING_BYTES = 64;

  private final Limits limits;

  public TracemallocReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "tracemalloc";
  }

  /// A pickle that begins with the name of the class.
  @Override
  public Sniff sniff(byte[] head) {
    if (head.length < 2 || (head[0] & 0xff) != PROTOCOL) {
      return Sniff.NO;
    }
    String opening =
        new String(head, 0, Math.min(head.length, OPENING_BYTES), StandardCharsets.ISO_8859_1);
    return opening.contains("tracemalloc") && opening.contains("Snapshot") ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Value dump = new Pickle(source.name(), limits, source.bytes(MOST_BYTES)).read();
    return new Snapshot(source.name(), limits, passedOver).profile(dump);
  }
}
