package hone.format.chrometrace;

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
import java.util.Set;
import java.util.function.Consumer;

/// Reads traces of Chrome's form: the CPU profiles in them, or else sampled stacks, or else the
/// events that last, which are nested by time. Always `wall` in nanoseconds, beside `samples` or
/// `events`.
///
/// @see <a href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">
///      Trace Event Format</a>
public final class ChrometraceReader implements ProfileReader {

  private static final Set<String> BESIDE_EVENTS =
      Set.of("displayTimeUnit", "metadata", "stackFrames", "systemTraceEvents", "otherData");

  private final Limits limits;

  public ChrometraceReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "chrometrace";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> names = JsonHead.of(head).names();
    Set<String> elements = JsonHead.ofElements(head).names();
    boolean events =
        elements.contains("ph") && (elements.contains("ts") || elements.contains("pid"));
    if (names.contains("traceEvents") || events) {
      return Sniff.YES;
    }
    return names.stream().anyMatch(BESIDE_EVENTS::contains) ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, passedOver, false);
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, passedOver, true);
  }

  private Profile read(Source source, Consumer<Diagnostic> passedOver, boolean timed)
      throws IOException {
    Trace trace = new Trace(source.name(), limits);
    JsonDocument.read(
        source,
        limits,
        document -> {
          if (document.isArray()) {
            trace.readEvents(document);
          } else {
            document.object(field -> trace.read(document, field));
          }
        });
    if (trace.isEmpty()) {
      throw new FormatException(
          source.name(), "no CPU profile, no samples and no events that last");
    }
    Trace.Measured measured = trace.measured(passedOver, timed);
    return FinishedProfile.of(source.name(), measured.builder(), measured.recording(), 1);
  }
}
