package hone.format.pyinstrument;

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
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Reads pyinstrument's sessions and its JSON, as `wall` in nanoseconds.
///
/// The own time of a frame is its time without that of the frames below it, and `[self]` is the
/// frame it stands in. A frame's line is that of its function.
///
/// @see <a href="https://pyinstrument.readthedocs.io/en/latest/guide.html">pyinstrument's guide</a>
public final class PyinstrumentReader implements ProfileReader {

  private static final double NANOS = 1e9;
  private static final double LONGEST_SECONDS = 1e9;

  private final Limits limits;

  public PyinstrumentReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "pyinstrument";
  }

  @Override
  public Sniff sniff(byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean session = json.names().contains("session") && json.nested().contains("min_interval");
    boolean tree = json.names().contains("frame_tree") && json.nested().contains("identifier");
    boolean rendered =
        json.names().contains("root_frame") && json.nested().contains("is_application_code");
    boolean records =
        json.names().contains("start_call_stack") && json.names().contains("sample_count");
    return session || tree || rendered || records ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    FrameTree tree = new FrameTree(source.name(), limits);
    List<ValueType> types = List.of(new ValueType("wall", Unit.NANOSECONDS));
    ProfileBuilder builder = new ProfileBuilder(types);
    FrameRecords records = new FrameRecords(source.name(), limits, builder);
    double[] durationAndInterval = new double[2];
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field ->
                switch (field) {
                  case "frame_tree", "root_frame" -> {
                    tree.read(document);
                    yield true;
                  }
                  case "frame_records" -> {
                    document.array(() -> records.read(document));
                    yield true;
                  }
                  case "session" -> {
                    document.object(inner -> session(document, inner, durationAndInterval));
                    yield true;
                  }
                  default -> session(document, field, durationAndInterval);
                }));
    tree.addTo(builder);
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no frame took any time");
    }
    Recording recording =
        Recording.of(format())
            .lasting(nanos(durationAndInterval[0]))
            .sampledEvery(nanos(durationAndInterval[1]));
    return FinishedProfile.of(source.name(), builder, recording, 0);
  }

  private static boolean session(JsonDocument document, String field, double[] found)
      throws IOException {
    switch (field) {
      case "duration" -> found[0] = document.isNumber() ? document.decimal() : 0;
      case "max_interval" -> found[1] = document.isNumber() ? document.decimal() : 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  private static long nanos(double seconds) {
    return Math.round(Math.clamp(seconds, 0, LONGEST_SECONDS) * NANOS);
  }
}
