package hone.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Spent;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every profile reader owes; a reader's test implements this and adds what is peculiar to its
/// format.
public interface ReaderLaws {

  /// How many damaged copies are read where only the quick tests run.
  int QUICK_MUTATIONS = 2_000;

  ProfileReader reader();

  /// A well-formed input, small, that uses the features of the format.
  byte[] sample() throws IOException;

  /// Well-formed inputs of every variant of the format, where one cannot show them all.
  default List<byte[]> samples() throws IOException {
    return List.of(sample());
  }

  /// What the reader says of its own samples; a format without a mark can only say that it may be.
  default Sniff ownAnswer() {
    return Sniff.YES;
  }

  /// How many damaged copies are read, of all samples together.
  default int mutations() {
    return 20_000;
  }

  @Test
  default void knowsItsOwnFormatByContentAndNoOtherReaderDoes() throws IOException {
    for (byte[] sample : samples()) {
      byte[] head = Arrays.copyOf(sample, Math.min(sample.length, 4096));
      for (ProfileReader each : Readers.all()) {
        boolean own = each.format().equals(reader().format());
        if (own) {
          assertThat(each.sniff(head)).isEqualTo(ownAnswer());
        } else {
          assertThat(each.sniff(head)).as(each.format()).isNotEqualTo(Sniff.YES);
        }
      }
      Profile profile = Readers.formats().read(Source.of("sample", sample), _ -> {});
      assertThat(profile.recording().format()).isEqualTo(reader().format());
      assertThat(profile.sampleCount()).isPositive();
      assertThat(profile.total(profile.defaultType())).isNotZero();
    }
  }

  @Test
  default void anEmptyInputIsRefusedByName() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: ");
  }

  @Test
  default void flatValuesAddUpToTheTotalOfEveryValueType() throws IOException {
    for (byte[] sample : samples()) {
      Profile profile = read(sample);
      for (int type = 0; type < profile.types().size(); type++) {
        long flat = withoutStack(profile, type);
        for (Hotspot hotspot : Hotspots.of(profile, type, Granularity.LINES)) {
          flat += hotspot.flat();
        }
        assertThat(flat).as(profile.types().get(type).name()).isEqualTo(profile.total(type));
      }
    }
  }

  /// Times are asked for by who needs them; they change no sum.
  @Test
  default void timesChangeNoTotal() throws IOException {
    for (byte[] sample : samples()) {
      Profile plain = read(sample);
      Profile timed = reader().readTimed(Source.of("sample", sample), _ -> {});
      assertThat(plain.types()).isEqualTo(timed.types());
      for (int type = 0; type < plain.types().size(); type++) {
        assertThat(timed.total(type)).isEqualTo(plain.total(type));
      }
      for (int each = 0; each < timed.sampleCount(); each++) {
        assertThat(timed.sampleTime(each).orElse(0)).isNotNegative();
      }
    }
  }

  @Test
  default void aCutInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    for (byte[] sample : samples()) {
      int step = Math.max(1, sample.length / 3_000);
      for (int length = 0; length < sample.length; length += step) {
        readOrRefuse(Arrays.copyOf(sample, length), "cut to " + length, false);
      }
    }
  }

  @Test
  default void aDamagedInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    readDamaged(0, QUICK_MUTATIONS);
  }

  @Tag("slow")
  @Test
  default void noneOfTwentyThousandDamagedInputsBreaksTheReader() throws IOException {
    readDamaged(QUICK_MUTATIONS, mutations());
  }

  /// Every other copy is read with its times.
  private void readDamaged(int from, int until) throws IOException {
    List<byte[]> samples = samples();
    for (int seed = from; seed < until; seed++) {
      byte[] sample = samples.get(seed % samples.size());
      boolean timed = (seed / samples.size()) % 2 == 1;
      readOrRefuse(damaged(sample, new SplittableRandom(seed)), "seed " + seed, timed);
    }
  }

  private void readOrRefuse(byte[] input, String what, boolean timed) {
    Spent spent = Spent.soFar();
    try {
      Profile profile =
          timed ? reader().readTimed(Source.of("sample", input), _ -> {}) : read(input);
      assertThat(size(profile)).as(what).isLessThan(1L << 20);
    } catch (FormatException refused) {
      assertThat(refused).as(what).hasMessageStartingWith("sample: ");
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw new AssertionError(reader().format() + " broke on " + what, broken);
    }
    assertThat(spent.since()).as(what).matches(Spent::isBounded, "2 s and 512 MiB");
  }

  /// Reads, and holds each thing that is said to be passed over to a place in the input.
  private Profile read(byte[] input) throws IOException {
    return reader()
        .read(
            Source.of("sample", input),
            said -> {
              assertThat(said.input()).isEqualTo("sample");
              assertThat(said.at()).isNotNegative();
              assertThat(said.message()).isNotBlank();
            });
  }

  /// Entries of all tables: an input of a few kilobytes has no business with many.
  private static long size(Profile profile) {
    return (long) profile.sampleCount() + profile.stackCount() + profile.frames().size();
  }

  private static long withoutStack(Profile profile, int type) {
    long value = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      value += profile.sampleStack(sample) == Profile.NONE ? profile.value(type, sample) : 0;
    }
    return value;
  }

  /// One to four edits: a flipped bit, an extreme byte, a piece removed, doubled or overwritten.
  private static byte[] damaged(byte[] sample, SplittableRandom random) {
    byte[] bytes = sample.clone();
    int edits = random.nextInt(1, 5);
    for (int edit = 0; edit < edits && bytes.length > 1; edit++) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, random.nextInt(1, 12));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> with(bytes, at, new byte[] {0, -1, 127, -128}[random.nextInt(4)]);
            case 2 -> spliced(bytes, at, at + length, new byte[0]);
            case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            default -> {
              int from = random.nextInt(bytes.length - length + 1);
              yield spliced(bytes, at, at + length, Arrays.copyOfRange(bytes, from, from + length));
            }
          };
    }
    return bytes;
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] result = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }
}
