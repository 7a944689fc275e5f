package hone.format.firefox;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.JsonDocument;
import hone.input.JsonHead;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/// Reads Firefox profiles, all threads and processes added up: `samples`, `wall` in nanoseconds
/// until the next sample of the thread, and `cpu` where the profile has it. JSON, or JSON in JSLB.
///
/// @see <a href="https://github.com/firefox-devtools/profiler/blob/main/docs-developer/processed-profile-format.md">
///      Processed profile format</a>
public final class FirefoxReader implements ProfileReader {

  private static final int NESTED = 4;
  private static final int HEAD_BYTES = 8;
  private static final Set<String> META =
      Set.of("preprocessedProfileVersion", "processType", "stackwalk", "oscpu", "gcpoison");

  private final Limits limits;

  public FirefoxReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "firefox";
  }

  @Override
  public Sniff sniff(byte[] head) {
    if (Slabs.isContainer(head)) {
      return Sniff.YES;
    }
    JsonHead json = JsonHead.of(head);
    boolean meta = json.names().contains("meta");
    boolean known = json.nested().stream().anyMatch(META::contains);
    boolean devtools =
        json.names().contains("label")
            && json.names().contains("allocations")
            && json.names().contains("ticks");
    boolean sure = (meta && known) || devtools;
    return sure ? Sniff.YES : meta ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, new Assembly(source.name(), limits, passedOver, false));
  }

  @Override
  public Profile readTimed(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    return read(source, new Assembly(source.name(), limits, passedOver, true));
  }

  private Profile read(Source source, Assembly assembly) throws IOException {
    boolean container = Slabs.isContainer(source.head(HEAD_BYTES));
    process(container ? Slabs.text(source) : source, NESTED, assembly);
    Assembly.Measured measured = assembly.measured();
    return FinishedProfile.of(
        source.name(), measured.builder(), measured.recording(), measured.leading());
  }

  private void process(Source source, int nested, Assembly assembly) throws IOException {
    JsonDocument.read(source, limits, document -> process(document, source, nested, assembly));
  }

  /// Reads what one process recorded, and the processes below it.
  private void process(JsonDocument document, Source source, int nested, Assembly assembly)
      throws IOException {
    if (nested == 0) {
      throw document.broken("profiles of processes in profiles of processes, too many times");
    }
    ProcessProfile process = new ProcessProfile(source.name(), limits);
    document.object(field -> {
      switch (field) {
        case "meta" -> {
          return process.meta().read(document);
        }
        case "shared" -> {
          if (!document.isObject()) {
            return false;
          }
          document.object(table -> process.shared().read(document, table));
        }
        case "threads" ->
            document.array(() -> {
              if (document.isText()) {
                byte[] text = document.text().getBytes(UTF_8);
                process(Source.of(source.name(), text), nested - 1, assembly);
              } else {
                process.readThread(document);
              }
            });
        case "processes" -> document.array(() -> process(document, source, nested - 1, assembly));
        case "profile" -> process(document, source, nested - 1, assembly);
        default -> {
          return false;
        }
      }
      return true;
    });
    assembly.add(process);
  }
}
