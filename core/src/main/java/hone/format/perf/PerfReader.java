package hone.format.perf;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what `perf script` prints, with its default fields or others that `-F` chose.
///
/// One event gives the value types `samples` and the event, whose periods are the weights as in
/// `perf report`; several events give one each. `cpu-clock` and `task-clock` count nanoseconds.
/// Threads and processes are counted together, and more than one program is a warning. Frames are
/// named without their offset; one without a symbol is named after its object.
///
/// @see <a href="https://man7.org/linux/man-pages/man1/perf-script.1.html">perf-script(1)</a>
public final class PerfReader implements ProfileReader {

  private final Limits limits;

  public PerfReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "perf";
  }

  @Override
  public Sniff sniff(byte[] head) {
    List<String> lines = Lines.ofHead(head);
    if (lines.stream().limit(3).anyMatch(line -> line.startsWith("# captured on"))) {
      return Sniff.YES;
    }
    List<String> said =
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    if (said.isEmpty()) {
      return Sniff.NO;
    }
    Optional<SampleHead> first = SampleHead.of(said.getFirst());
    if (first.isEmpty()) {
      return isFrame(said.getFirst()) ? Sniff.MAYBE : Sniff.NO;
    }
    boolean timed = first.get().timeNanos().isPresent();
    boolean framed = said.stream().skip(1).limit(1).anyMatch(PerfReader::isFrame);
    return timed || framed ? Sniff.YES : Sniff.NO;
  }

  private static boolean isFrame(String line) {
    return FrameLine.isSure(line) || (line.startsWith("\t") && FrameLine.isLikely(line));
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return reading(source, passedOver).profile(false);
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return reading(source, passedOver).profile(true);
  }

  private Reading reading(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Reading reading = new Reading(source.name(), limits, passedOver);
    try (Lines lines = Lines.of(source)) {
      while (lines.advance()) {
        reading.line(lines);
      }
    }
    return reading;
  }
}
