package hone.format.pproftext;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.BlindSpot;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads profiles as text: goroutines, leaked goroutines, threads, heap, mutex and block of Go with
/// `debug=1`, heap and contention of gperftools and of Java.
///
/// Where a stack has its functions written below it, these are its frames; Go leaves the runtime's
/// own at the leaf out. Elsewhere an address is named by the table of names at the end, or by the
/// object mapped there. Heap and contention are scaled by their sampling as pprof does it. Labels
/// are not kept.
///
/// @see <a href="https://pkg.go.dev/net/http/pprof">net/http/pprof</a>
public final class PprofTextReader implements ProfileReader {

  private final Limits limits;

  public PprofTextReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "pprof-text";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Optional<String> first =
        Lines.ofHead(head).stream().filter(line -> !line.isBlank()).findFirst();
    return first.flatMap(Kind::of).isPresent() ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    try (Lines lines = Lines.of(source)) {
      Optional<String> first = lines.next();
      while (first.isPresent() && first.get().isBlank()) {
        first = lines.next();
      }
      Kind kind =
          first
              .flatMap(Kind::of)
              .orElseThrow(() -> new FormatException(source.name(), "no profile as text"));
      TextSamples samples = new TextSamples(source.name(), limits, kind, passedOver);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        samples.line(line.get(), lines.number());
      }
      ProfileBuilder builder = new ProfileBuilder(kind.types());
      samples.addTo(builder);
      Recording recording =
          Recording.of(format())
              .missing(samples.dropped(), 0)
              .lasting(samples.durationNanos())
              .warning(samples.warnings())
              .blindTo(samples.switchedOff() ? Set.of(BlindSpot.SWITCHED_OFF) : Set.of());
      return FinishedProfile.of(source.name(), builder, recording, kind.types().size() - 1);
    }
  }
}
