package hone.format.austin;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads Austin's text: `P<process>;T<thread>;file:function:line;… number`, outermost first.
///
/// The number is `wall` or `cpu` time as the file's `# mode:` says, or in memory mode the `growth` of
/// memory, which may be less than zero. Processes and threads are counted together.
///
/// @see <a href="https://github.com/P403n1x87/austin#native-output">Austin's output</a>
public final class AustinReader implements ProfileReader {

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
    List<String> lines = Lines.ofHead(head);
    boolean marked =
        lines.stream().takeWhile(line -> line.startsWith("# ")).anyMatch(Samples::isVersion);
    return marked ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Samples samples = new Samples(source.name(), limits, passedOver);
    try (Lines lines = Lines.of(source)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        samples.line(line.get(), lines.number());
      }
    }
    return samples.profile();
  }
}
