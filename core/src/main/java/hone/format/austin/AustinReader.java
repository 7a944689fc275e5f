package hone.format.austin;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what Austin writes: its text, `P<process>;T<thread>;file:function:line;… number`, outermost
/// first, and its binary form MOJO.
///
/// The number is `wall` or `cpu` time as the mode of the recording says, or in memory mode the
/// `growth` of memory in bytes, which may be less than zero; in mode `full` all three. Processes and
/// threads are counted together.
///
/// @see <a href="https://github.com/P403n1x87/austin#native-output">Austin's output</a>
/// @see <a href="https://github.com/P403n1x87/austin/wiki/The-MOJO-file-format">MOJO</a>
public final class AustinReader implements ProfileReader {

  private static final int HEAD_BYTES = MojoSamples.MAGIC.length() + 1;
  private static final int NEGATIVE = 0x40;

  private final Limits limits;

  public AustinReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "austin";
  }

  @Override
  public Sniff sniff(byte[] head) {
    if (isMojo(head)) {
      return Sniff.YES;
    }
    List<String> lines = Lines.ofHead(head);
    boolean marked =
        lines.stream().takeWhile(line -> line.startsWith("# ")).anyMatch(TextSamples::isVersion);
    return marked ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    if (isMojo(source.head(HEAD_BYTES))) {
      try (Events events = new Events(source)) {
        return new MojoSamples(source.name(), limits, passedOver, events).profile();
      }
    }
    TextSamples samples = new TextSamples(source.name(), limits, passedOver);
    try (Lines lines = Lines.of(source)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        samples.line(line.get(), lines.number());
      }
    }
    return samples.profile();
  }

  /// The mark, and a version of one byte.
  private static boolean isMojo(byte[] head) {
    return head.length >= HEAD_BYTES
        && new String(head, 0, HEAD_BYTES - 1, StandardCharsets.US_ASCII).equals(MojoSamples.MAGIC)
        && head[HEAD_BYTES - 1] > 0
        && head[HEAD_BYTES - 1] < NEGATIVE;
  }
}
