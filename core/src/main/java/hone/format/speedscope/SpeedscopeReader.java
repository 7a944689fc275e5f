package hone.format.speedscope;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.JsonHead;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads speedscope files, sampled and evented.
///
/// Times become `wall` in nanoseconds, bytes `space`, plain weights `samples`; beside a time or
/// size, samples are counted where the file has them. A file whose profiles have several units has
/// a value type for each.
///
/// @see <a href="https://www.speedscope.app/file-format-schema.json">The format's JSON schema</a>
public final class SpeedscopeReader implements ProfileReader {

  private static final Set<String> BESIDE_PROFILES =
      Set.of("exporter", "activeProfileIndex", "shared", "profiles");

  private final Limits limits;

  public SpeedscopeReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "speedscope";
  }

  @Override
  public Sniff sniff(byte[] head) {
    JsonHead json = JsonHead.of(head);
    boolean schema = json.texts().stream().anyMatch(text -> text.contains("speedscope.app"));
    boolean shared = json.names().contains("shared") && json.nested().contains("frames");
    boolean profiles = json.names().contains("profiles") && json.nested().contains("startValue");
    if (schema || shared || profiles) {
      return Sniff.YES;
    }
    return json.names().stream().anyMatch(BESIDE_PROFILES::contains) ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, false);
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, true);
  }

  private Profile read(Source source, boolean timed) throws IOException {
    List<Frame> frames = new ArrayList<>();
    Threads threads = new Threads(source.name(), limits);
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field ->
                switch (field) {
                  case "shared" -> shared(document, source.name(), frames);
                  case "profiles" -> {
                    document.array(() -> threads.read(document));
                    yield true;
                  }
                  case "activeProfileIndex" -> {
                    threads.shows(document);
                    yield true;
                  }
                  case "exporter" -> {
                    threads.exportedBy(document.textOrEmpty());
                    yield true;
                  }
                  default -> false;
                }));
    return threads.profile(frames, timed);
  }

  private boolean shared(JsonDocument document, String input, List<Frame> frames)
      throws IOException {
    document.object(field -> {
      if (!field.equals("frames")) {
        return false;
      }
      document.array(() -> {
        frames.add(frame(document));
        limits.checkCount(input, "frames", frames.size());
      });
      return true;
    });
    return true;
  }

  private static Frame frame(JsonDocument document) throws IOException {
    String[] nameAndFile = {"", ""};
    int[] line = new int[1];
    document.object(field -> {
      switch (field) {
        case "name" -> nameAndFile[0] = document.text();
        case "file" -> nameAndFile[1] = document.textOrEmpty();
        case "line" -> line[0] = line(document);
        default -> {
          return false;
        }
      }
      return true;
    });
    String name = nameAndFile[0].isBlank() ? "<unknown>" : nameAndFile[0];
    return new Frame(name, nameAndFile[1], line[0]);
  }

  private static int line(JsonDocument document) throws FormatException {
    if (document.isNull()) {
      return 0;
    }
    double line = document.decimal();
    if (line > Integer.MAX_VALUE) {
      throw document.broken("no file has so many lines");
    }
    return (int) Math.max(0, line);
  }
}
