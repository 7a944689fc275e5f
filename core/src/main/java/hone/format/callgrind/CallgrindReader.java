package hone.format.callgrind;

import hone.format.CallGraph;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads callgrind files.
///
/// Each event is a value type, the first one the default; `Time_(10ns)` and `Memory_(bytes)` of
/// Xdebug become nanoseconds and bytes. A function stands at its costliest line. The file knows who
/// called whom and no stacks; the profile's warnings say so, and [CallGraph] what follows from it.
///
/// @see <a href="https://valgrind.org/docs/manual/cl-format.html">Callgrind format</a>
public final class CallgrindReader implements ProfileReader {

  private final Limits limits;

  public CallgrindReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "callgrind";
  }

  @Override
  public Sniff sniff(byte[] head) {
    List<String> lines = Lines.ofHead(head);
    if (!lines.isEmpty() && lines.getFirst().startsWith("# callgrind format")) {
      return Sniff.YES;
    }
    boolean events = lines.stream().anyMatch(line -> line.startsWith("events:"));
    boolean others =
        lines.stream().anyMatch(line -> line.startsWith("fn=") || line.startsWith("creator:"));
    return events && others ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Reading reading = new Reading(source.name(), limits, passedOver);
    try (Lines lines = Lines.of(source)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        reading.line(line.get(), lines.number());
      }
    }
    ProfileBuilder builder = new ProfileBuilder(reading.types());
    CallGraph graph = reading.graph();
    List<String> warnings = new ArrayList<>(graph.addTo(builder));
    warnings.addAll(reading.warnings());
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no costs");
    }
    Recording recording = Recording.of(format()).warning(warnings);
    return FinishedProfile.of(source.name(), builder, recording, 0);
  }
}
