package hone.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What every profile reader owes; a reader's test implements this and adds what is peculiar to its
/// format.
public interface ReaderLaws {

  ProfileReader reader();

  /// A well-formed input, small, that uses every feature of the format.
  byte[] sample() throws IOException;

  /// How many damaged copies of the sample are read.
  default int mutations() {
    return 3_000;
  }

  @Test
  default void knowsItsOwnFormatByContentAndNoOtherReaderDoes() throws IOException {
    byte[] sample = sample();
    byte[] head = Arrays.copyOf(sample, Math.min(sample.length, 4096));

    for (ProfileReader each : Readers.all()) {
      boolean own = each.format().equals(reader().format());
      if (own) {
        assertThat(each.sniff(head)).isNotEqualTo(Sniff.NO);
      } else {
        assertThat(each.sniff(head)).as(each.format()).isNotEqualTo(Sniff.YES);
      }
    }
    Profile profile = Readers.formats().read(Source.of("sample", sample), _ -> {});
    assertThat(profile.recording().format()).isEqualTo(reader().format());
    assertThat(profile.sampleCount()).isPositive();
  }

  @Test
  default void anEmptyInputIsRefusedByName() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: ");
  }

  @Test
  default void aCutInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    byte[] sample = sample();
    int step = Math.max(1, sample.length / 3_000);
    for (int length = 0; length < sample.length; length += step) {
      readOrRefuse(Arrays.copyOf(sample, length), "cut to " + length);
    }
  }

  @Test
  default void aDamagedInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    byte[] sample = sample();
    for (int seed = 0; seed < mutations(); seed++) {
      readOrRefuse(damaged(sample, new SplittableRandom(seed)), "seed " + seed);
    }
  }

  private void readOrRefuse(byte[] input, String what) {
    try {
      read(input);
    } catch (FormatException refused) {
      assertThat(refused).as(what).hasMessageStartingWith("sample: ");
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw new AssertionError(reader().format() + " broke on " + what, broken);
    }
  }

  private Profile read(byte[] input) throws IOException {
    return reader().read(Source.of("sample", input), _ -> {});
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
