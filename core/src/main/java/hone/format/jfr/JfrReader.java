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

/// Reads JFR recordings: time on the processor and off it, allocations and waits, each as a pair of
/// columns, in one profile.
///
/// Samples of one stack that measure the same are added up. Where a chunk has both of the JDK's
/// samplers, only `jdk.CPUTimeSample` counts; adding the other would count the same time twice. A
/// last chunk that is cut is left out, with a warning. Files are guessed from class names,
/// `java/util/HashMap.java`: the format has none.
public final class JfrReader implements ProfileReader {

  private final Limits limits;
  private final Reading reading;

  /// How much of a recording is wanted.
  public enum Reading {
    /// All that is measured, added up.
    ALL,
    /// Processor time alone where there is any, which is faster; else all.
    LEADING,
    /// All, and each event a sample with its time, up to half a million of them.
    TIMED
  }

  /// A reader of all that is measured.
  public JfrReader(Limits limits) {
    this(limits, Reading.ALL);
  }

  public JfrReader(Limits limits, Reading reading) {
    this.limits = limits;
    this.reading = reading;
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
    if (reading == Reading.LEADING) {
      Recorded processor = recorded(source, Reading.LEADING);
      return processor.hasCpuTime() ? processor.profile() : recorded(source, Reading.ALL).profile();
    }
    return recorded(source, reading).profile();
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return recorded(source, Reading.TIMED).profile();
  }

  private Recorded recorded(Source source, Reading wanted) throws IOException {
    Recorded recorded = new Recorded(source.name(), limits, wanted);
    try (InputStream in = source.open()) {
      long offset = 0;
      Optional<Types> types = Optional.empty();
      Optional<Chunk> chunk = Chunk.next(source.name(), in, offset);
      while (chunk.isPresent()) {
        if (chunk.get().isCut()) {
          if (offset == 0) {
            throw new FormatException(source.name(), chunk.get().whyCut());
          }
          recorded.warn("the last chunk is left out: " + chunk.get().whyCut());
          break;
        }
        types = Optional.of(Types.of(chunk.get(), types));
        new ChunkReading(chunk.get(), types.get(), limits, recorded).read();
        offset += chunk.get().size();
        chunk = Chunk.next(source.name(), in, offset);
      }
      if (offset == 0 && chunk.isEmpty()) {
        throw new FormatException(source.name(), "empty");
      }
    }
    return recorded;
  }
}
