package hone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What every reader of benchmark results owes. A reader's test implements this and adds what is
/// peculiar to its format.
public interface ResultReaderLaws {

  ResultReader reader();

  /// A well-formed input as the tool wrote it.
  byte[] sample();

  @Test
  default void knowsItsOwnFormatByContent() {
    assertThat(reader().sniff(head(sample()))).isEqualTo(Sniff.YES);
    assertThat(reader().sniff("{\"name\": \"left-pad\"}".getBytes(UTF_8))).isEqualTo(Sniff.NO);
    assertThat(reader().sniff("an ordinary text\n".getBytes(UTF_8))).isEqualTo(Sniff.NO);
    assertThat(reader().sniff(new byte[] {0, 1, 2, (byte) 0xff})).isEqualTo(Sniff.NO);
  }

  @Test
  default void readsTheSameTwice() throws IOException {
    assertThat(read(reader(), sample())).isEqualTo(read(reader(), sample()));
  }

  @Test
  default void aCutInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    int step = Math.max(1, sample().length / 1000);
    for (int length = 0; length < sample().length; length += step) {
      readOrRefuse(Arrays.copyOf(sample(), length));
    }
  }

  @Test
  default void aDamagedInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = sample();
      for (int j = 0; j <= random.nextInt(4); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) "\0\"}-N9e, ".charAt(random.nextInt(9));
      }
      readOrRefuse(damaged);
    }
  }

  @Test
  default void anEmptyInputIsRefusedByName() {
    assertThatThrownBy(() -> read(reader(), new byte[0]))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("bench.out: ");
  }

  private void readOrRefuse(byte[] bytes) throws IOException {
    try {
      Results results = read(reader(), bytes);
      assertThat(results.series().size() + results.failures().size()).isPositive();
    } catch (FormatException refused) {
      assertThat(refused).hasMessageStartingWith("bench.out: ");
    }
  }

  /// What the reader makes of these bytes, whatever it passes over.
  static Results read(ResultReader reader, byte[] bytes) throws IOException {
    return reader.read(Source.of("bench.out", bytes), ignored -> {});
  }

  /// What the reader makes of a text.
  static Results read(ResultReader reader, String text) throws IOException {
    return read(reader, text.getBytes(UTF_8));
  }

  /// What the reader has to say about a text.
  static List<String> passedOver(ResultReader reader, String text) throws IOException {
    List<Diagnostic> passedOver = new ArrayList<>();
    reader.read(Source.of("bench.out", text.getBytes(UTF_8)), passedOver::add);
    return passedOver.stream().map(Diagnostic::toString).toList();
  }

  /// A recording from the test resources.
  static byte[] recording(String name) {
    try (InputStream in = ResultReaderLaws.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// As much as a reader is shown.
  static byte[] head(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 4096));
  }

  /// The measurements of a series.
  static double[] measured(Results results, String benchmark, String metric) {
    return results.find(benchmark, metric).orElseThrow().values();
  }
}
