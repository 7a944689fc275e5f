package hone.format.pproftext;

import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the binary CPU profiles of gperftools, of Go before 1.7 and of Java that share their words.
///
/// The value types are `samples` and `cpu` in nanoseconds. Addresses are named as in
/// [PprofTextReader]; without a table of names that is by the object mapped there.
///
/// @see <a href="https://gperftools.github.io/gperftools/cpuprofile-fileformat.html">The format</a>
public final class CpuReader implements ProfileReader {

  private static final int MOST_BYTES = 1 << 30;
  private static final int HEAD_WORDS = 5;
  private static final long MOST_MICROS = 1L << 40;

  private final Limits limits;

  public CpuReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "gperftools";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return Words.of(head).isPresent() ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    byte[] bytes = source.bytes(MOST_BYTES);
    Words words =
        Words.of(bytes)
            .orElseThrow(() -> new FormatException(source.name(), "no CPU profile of gperftools"));
    List<Sample> samples = samples(source.name(), words);
    Names names = new Names();
    new String(bytes, words.end(), bytes.length - words.end(), StandardCharsets.UTF_8)
        .lines()
        .forEach(names::take);
    ProfileBuilder builder =
        new ProfileBuilder(
            List.of(new ValueType("samples", Unit.COUNT), new ValueType("cpu", Unit.NANOSECONDS)));
    for (Sample sample : samples) {
      int stack = Profile.NONE;
      for (long address : sample.leafFirst.reversed()) {
        stack = builder.stack(builder.frame(names.of(address)), stack);
      }
      limits.checkCount(source.name(), "stacks", builder.stackCount());
      builder.sample(stack, sample.count, nanos(source.name(), sample.count, words.period()));
    }
    Recording recording = Recording.of(format()).sampledEvery(words.period() * 1000);
    return FinishedProfile.of(source.name(), builder, recording, 1);
  }

  private List<Sample> samples(String input, Words words) throws FormatException {
    List<Sample> samples = new ArrayList<>();
    while (true) {
      long count = word(input, words);
      long depth = word(input, words);
      if (depth < 1 || depth > limits.depth() || count < 0) {
        throw new FormatException(
            input, "byte " + words.end() + ": a stack of '" + depth + "' addresses");
      }
      List<Long> leafFirst = new ArrayList<>();
      for (long frame = 0; frame < depth; frame++) {
        leafFirst.add(word(input, words));
      }
      if (count == 0 && depth == 1 && leafFirst.getFirst() == 0) {
        return samples;
      }
      limits.checkCount(input, "samples", samples.size() + 1L);
      samples.add(new Sample(count, leafFirst));
    }
  }

  private static long word(String input, Words words) throws FormatException {
    Optional<Long> word = words.next();
    if (word.isEmpty()) {
      throw new FormatException(input, "ends early, at byte " + words.end());
    }
    return word.get();
  }

  private static long nanos(String input, long count, long periodMicros) throws FormatException {
    try {
      return Math.multiplyExact(count, periodMicros * 1000);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "count '" + count + "' does not fit 64 bits");
    }
  }

  private record Sample(long count, List<Long> leafFirst) {}

  /// The words of a profile, of 4 or 8 bytes in either order, as its head tells.
  private static final class Words {

    private final byte[] bytes;
    private final int size;
    private final boolean bigEndian;
    private long period;
    private int at;

    private Words(byte[] bytes, int size, boolean bigEndian) {
      this.bytes = bytes;
      this.size = size;
      this.bigEndian = bigEndian;
    }

    /// Begins behind the head: 0, 3, a version of 0 or 1, the period in microseconds, 0.
    static Optional<Words> of(byte[] bytes) {
      for (int size : new int[] {8, 4}) {
        for (boolean bigEndian : new boolean[] {false, true}) {
          Words words = new Words(bytes, size, bigEndian);
          if (words.begins()) {
            return Optional.of(words);
          }
        }
      }
      return Optional.empty();
    }

    long period() {
      return period;
    }

    int end() {
      return at;
    }

    Optional<Long> next() {
      if (at + size > bytes.length) {
        return Optional.empty();
      }
      long word = 0;
      for (int each = 0; each < size; each++) {
        int place = bigEndian ? at + each : at + size - 1 - each;
        word = (word << 8) | (bytes[place] & 0xff);
      }
      at += size;
      return Optional.of(word);
    }

    private boolean begins() {
      List<Long> head = new ArrayList<>();
      for (int each = 0; each < HEAD_WORDS; each++) {
        next().ifPresent(head::add);
      }
      if (head.size() < HEAD_WORDS) {
        return false;
      }
      period = head.get(3);
      return head.get(0) == 0
          && head.get(1) == 3
          && (head.get(2) == 0 || head.get(2) == 1)
          && period > 0
          && period < MOST_MICROS
          && head.get(4) == 0;
    }
  }
}
