package hone.format.jfr;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads JFR recordings: `samples`, `cpu` time and allocated bytes, `alloc_space`, in one profile.
///
/// Where a recording has both of the JDK's samplers, only `jdk.CPUTimeSample` counts; adding the
/// other would count the same time twice. A last chunk that is cut is left out, with a warning.
/// Files are guessed from class names, `java/util/HashMap.java`: the format has none.
public final class JfrReader implements ProfileReader {

  private final Limits limits;

  public JfrReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "jfr";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return Chunk.begins(head) ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Recorded recorded = new Recorded(source.name(), limits);
    try (InputStream in = source.open()) {
      long offset = 0;
      Optional<Chunk> chunk = Chunk.next(source.name(), in, offset);
      while (chunk.isPresent()) {
        if (chunk.get().isCut()) {
          if (offset == 0) {
            throw new FormatException(source.name(), chunk.get().whyCut());
          }
          recorded.warn("the last chunk is left out: " + chunk.get().whyCut());
          break;
        }
        new ChunkReading(chunk.get(), limits, recorded).read();
        offset += chunk.get().size();
        chunk = Chunk.next(source.name(), in, offset);
      }
      if (offset == 0 && chunk.isEmpty()) {
        throw new FormatException(source.name(), "empty");
      }
    }
    return recorded.profile();
  }
}
