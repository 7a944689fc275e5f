package hone.format.scalene;

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

/// Reads Scalene's JSON: time in Python, in native code and in the system, and memory allocated, by
/// line.
///
/// Times are Scalene's shares of the time that passed. There are no stacks and no functions: each
/// line is a frame alone, named after its file.
///
/// @see <a href="https://github.com/plasma-umass/scalene">Scalene</a>
public final class ScaleneReader implements ProfileReader {

  private static final List<ValueType> TYPES =
      List.of(
          new ValueType("alloc_space", Unit.BYTES),
          new ValueType("python", Unit.NANOSECONDS),
          new ValueType("native", Unit.NANOSECONDS),
          new ValueType("system", Unit.NANOSECONDS),
          new ValueType("cpu", Unit.NANOSECONDS));
  private static final double NANOS = 1e9;
  private static final double LONGEST_SECONDS = 1e9;

  private final Limits limits;

  public ScaleneReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "scalene";
  }

  @Override
  public Sniff sniff(byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean figures =
        json.names().contains("elapsed_time_sec")
            && (json.names().contains("files") || json.names().contains("entrypoint_dir"));
    boolean newer = json.names().contains("alloc_samples") && json.names().contains("args");
    return figures || newer || json.nested().contains("n_cpu_percent_python")
        ? Sniff.YES
        : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    LineCosts costs = new LineCosts(source.name(), limits);
    double[] elapsed = {0};
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field -> {
              switch (field) {
                case "elapsed_time_sec" -> elapsed[0] = document.decimal();
                case "files" -> costs.read(document);
                default -> {
                  return false;
                }
              }
              return true;
            }));
    if (!(elapsed[0] > 0 && elapsed[0] < LONGEST_SECONDS)) {
      throw new FormatException(
          source.name(), "'" + elapsed[0] + "' seconds are no time to divide");
    }
    ProfileBuilder builder = new ProfileBuilder(TYPES);
    costs.addTo(builder, elapsed[0]);
    Recording recording =
        Recording.of(format())
            .lasting(Math.round(elapsed[0] * NANOS))
            .warning(List.of("lines were recorded without stacks or functions"));
    return FinishedProfile.of(source.name(), builder, recording, TYPES.size() - 1);
  }
}
