package hone.format.dhat;

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
import java.io.IOException;
import java.util.function.Consumer;

/// Reads heap profiles of DHAT: `alloc_objects` and `alloc_space` of the whole run, `end_objects` and
/// `end_space` of what was never freed, and `inuse_objects` and `inuse_space` at the moment when the
/// program held most, the default.
///
/// A recording that does not follow blocks has the first two alone. Accesses and lifetimes are not
/// kept.
///
/// @see <a href="https://valgrind.org/docs/manual/dh-manual.html">DHAT</a>
public final class DhatReader implements ProfileReader {

  private static final int VERSION = 2;

  private final Limits limits;

  public DhatReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "dhat";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonHead.of(head).names().contains("dhatFileVersion") ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ProgramPoints points = new ProgramPoints(source.name(), limits);
    JsonDocument.read(
        source,
        limits,
        document ->
            document.object(field -> {
              switch (field) {
                case "dhatFileVersion" -> requireVersion(document);
                case "pps" -> document.array(() -> points.read(document));
                case "ftbl" -> document.array(() -> points.readFrame(document));
                default -> {
                  return false;
                }
              }
              return true;
            }));
    if (points.isEmpty()) {
      throw new FormatException(source.name(), "no allocations");
    }
    ProfileBuilder builder = points.built();
    return FinishedProfile.of(
        source.name(), builder, Recording.of(format()), points.types().size() - 1);
  }

  private static void requireVersion(JsonDocument document) throws FormatException {
    long version = document.number();
    if (version != VERSION) {
      throw document.broken("version '" + version + "' of DHAT's file is not read: 2");
    }
  }
}
