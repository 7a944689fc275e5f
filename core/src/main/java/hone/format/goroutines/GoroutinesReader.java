package hone.format.goroutines;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads traces of goroutines, as `debug=2` of `net/http/pprof` gives them.
///
/// Each goroutine is one sample of `goroutine`, and of `leaked` where Go's leak detector marked it.
/// The profile's warnings count the states they are in; how long they waited, their arguments and
/// who created them are not kept.
///
/// @see <a href="https://pkg.go.dev/runtime/pprof#Profile.WriteTo">Profile.WriteTo</a>
public final class GoroutinesReader implements ProfileReader {

  private final Limits limits;

  public GoroutinesReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "goroutines";
  }

  @Override
  public Sniff sniff(byte[] head) {
    List<String> lines = Lines.ofHead(head).stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Sniff.NO;
    }
    if (GoroutineHead.of(lines.getFirst()).isPresent()) {
      return Sniff.YES;
    }
    boolean later = lines.stream().anyMatch(line -> GoroutineHead.of(line).isPresent());
    return later ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    List<ValueType> types =
        List.of(new ValueType("goroutine", Unit.COUNT), new ValueType("leaked", Unit.COUNT));
    ProfileBuilder builder = new ProfileBuilder(types);
    Traces traces = new Traces(source.name(), limits, builder, passedOver);
    try (Lines lines = Lines.of(source)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        traces.line(line.get(), lines.number());
      }
    }
    traces.end();
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no goroutines");
    }
    Recording recording =
        Recording.of(format())
            .missing(traces.dropped(), traces.truncated())
            .warning(traces.warnings());
    return FinishedProfile.of(source.name(), builder, recording, traces.anyLeaked() ? 1 : 0);
  }
}
