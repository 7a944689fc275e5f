package hone.format.v8log;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.JsonHead;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads logs of `node --prof`, raw or preprocessed, as `samples`, one a tick.
///
/// A tick during garbage collection has `(garbage collector)` as its leaf, a tick in no known code
/// is `(unknown)`. Versions of a function that V8 compiled in several ways are one function.
public final class V8logReader implements ProfileReader {

  private final Limits limits;

  public V8logReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "v8log";
  }

  @Override
  public Sniff sniff(byte[] head) {
    if (new String(head, UTF_8).startsWith("v8-version,")) {
      return Sniff.YES;
    }
    JsonHead json = JsonHead.of(head);
    boolean code = json.names().contains("code") && json.nested().contains("type");
    return code && json.nested().contains("name") ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    if (!new String(source.head(1), UTF_8).equals("v")) {
      ProfileBuilder builder = new Preprocessed(source.name(), limits).read(source);
      return finished(source.name(), builder, Recording.of(format()));
    }
    Ticks ticks = new Ticks(source.name(), limits, passedOver);
    try (InputStream in = source.open()) {
      LogLines lines = new LogLines(in);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        ticks.line(line.get(), lines.number());
      }
    }
    return finished(source.name(), ticks.builder(), ticks.recording());
  }

  private static Profile finished(String input, ProfileBuilder builder, Recording recording)
      throws FormatException {
    if (builder.sampleCount() == 0) {
      throw new FormatException(input, "no ticks");
    }
    return FinishedProfile.of(input, builder, recording, 0);
  }
}
