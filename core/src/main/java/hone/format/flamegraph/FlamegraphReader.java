package hone.format.flamegraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.BlindSpot;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.BaseUnit;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads flame graphs back from the pictures of flamegraph.pl, inferno, py-spy and async-profiler.
///
/// The counts of boxes are exact as long as all are drawn; samples of frames too narrow to be drawn
/// count for their callers.
///
/// @see <a href="https://github.com/brendangregg/FlameGraph">FlameGraph</a>
public final class FlamegraphReader implements ProfileReader {

  private static final int LARGEST_BYTES = 1 << 28;
  private static final String LOST =
      "read back from a picture: what was too narrow to be drawn counts for its callers";

  /// py-spy takes its command line for the title.
  private static final Pattern PY_SPY =
      Pattern.compile(">[^<>]{0,200}py-spy record(?<options>[^<>]{0,2000})<");

  private final Limits limits;

  public FlamegraphReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "flamegraph";
  }

  @Override
  public Sniff sniff(byte[] head) {
    String text = new String(head, UTF_8).toLowerCase(Locale.ROOT);
    boolean svg = text.contains("<svg") && text.contains("flame graph");
    boolean asyncProfiler = text.contains("async-profiler") || text.contains("flame-theme");
    boolean html = text.contains("<html") && asyncProfiler;
    return svg || html ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    String text = new String(source.bytes(LARGEST_BYTES), UTF_8);
    Picture picture = new Picture(source.name(), limits);
    List<String> warnings = new ArrayList<>(List.of(LOST));
    BaseUnit unit = new BaseUnit(Unit.COUNT, 1);
    if (text.contains("const cpool = [")) {
      new HtmlBoxes(source.name(), text).addTo(picture);
    } else {
      SvgBoxes boxes = new SvgBoxes(source.name(), text);
      boxes.read();
      boxes.addTo(picture);
      unit = boxes.unit();
      if (boxes.hasDifferences()) {
        warnings.add("the picture compares two profiles: only the second is read");
      }
    }
    if (picture.isEmpty()) {
      throw new FormatException(source.name(), "no boxes of a flame graph");
    }
    ProfileBuilder builder = picture.profile(type(unit));
    Recording recording = Recording.of(format()).warning(warnings);
    return FinishedProfile.of(
        source.name(),
        builder,
        leavesOutIdle(text) ? recording.blindTo(Set.of(BlindSpot.WITHOUT_IDLE)) : recording,
        0);
  }

  private static boolean leavesOutIdle(String text) {
    Matcher title = PY_SPY.matcher(text);
    return title.find() && !title.group("options").matches(".* (?:-i|--idle)(?: .*)?");
  }

  private static ValueType type(BaseUnit unit) {
    Unit base = unit.unit();
    String name =
        base.equals(Unit.NANOSECONDS)
            ? "wall"
            : base.equals(Unit.BYTES) ? "space" : base.equals(Unit.COUNT) ? "samples" : base.name();
    return new ValueType(name, base);
  }
}
