package hone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import hone.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What every reader of benchmark results owes. A reader's test implements this and adds what is
/// peculiar to its format.
public interface ResultReaderLaws {

  /// Most bytes that are read for one law, so that all of them take a second.
  int WORK_BYTES = 3_000_000;

  /// Steers a terminal, a page of Markdown and a workflow, without a space.
  String HOSTILE = "a\u001b[31m|`<b>`\u202e::error::x";

  ResultReader reader();

  /// A well-formed input as the tool wrote it.
  byte[] sample();

  /// An input in which one benchmark has one measurement, a time or a throughput.
  ///
  /// @param name   as it stands in the input, already in the form the format wants
  /// @param number as it stands in the input; whole numbers are numbers in every format
  byte[] single(String name, String number);

  /// How the format writes a name.
  default String written(String name) {
    return JsonMapper.shared().writeValueAsString(name).replaceAll("^\"|\"$", "");
  }

  /// A name that the format can hold, as nasty as it gets.
  default String hostile() {
    return HOSTILE;
  }

  /// Whether the format tells benchmarks apart at all.
  default boolean hasNames() {
    return true;
  }

  @Test
  default void knowsItsOwnFormatByContent() {
    assertThat(reader().sniff(head(sample()))).isEqualTo(Sniff.YES);
    assertThat(reader().sniff(head(single(written("a"), "7")))).isNotEqualTo(Sniff.NO);
    assertThat(reader().sniff("{\"name\": \"left-pad\"}".getBytes(UTF_8))).isEqualTo(Sniff.NO);
    assertThat(reader().sniff("an ordinary text\n".getBytes(UTF_8))).isEqualTo(Sniff.NO);
    assertThat(reader().sniff(new byte[] {0, 1, 2, (byte) 0xff})).isEqualTo(Sniff.NO);
    assertThat(reader().sniff(new byte[0])).isEqualTo(Sniff.NO);
  }

  @Test
  default void readsTheSameTwice() throws IOException {
    assertThat(read(reader(), sample())).isEqualTo(read(reader(), sample()));
  }

  @Test
  default void itsMetricsHaveBaseUnitsAndADirection() throws IOException {
    assertThat(read(reader(), sample()).series())
        .isNotEmpty()
        .allSatisfy(series -> {
          Metric metric = series.metric();
          assertThat(Set.of("ns", "us", "ms", "s", "seconds", "milliseconds", "kb", "mb", "gb"))
              .doesNotContain(metric.unit().name());
          if (metric.unit().equals(Unit.NANOSECONDS)) {
            assertThat(metric.better()).isEqualTo(Better.LOWER);
          }
          if (metric.name().endsWith("/s")) {
            assertThat(metric.better()).isEqualTo(Better.HIGHER);
          }
        });
  }

  @Test
  default void oneMeasurementIsASeriesOfOne() throws IOException {
    Results results = read(reader(), single(written("total"), "7"));

    assertThat(results.failures()).isEmpty();
    assertThat(results.series()).hasSize(1);
    assertThat(results.series().getFirst().samples()).hasSize(1);
    assertThat(results.series().getFirst().benchmark()).contains(hasNames() ? "total" : "");
  }

  @Test
  default void whatNoRunCanHaveGivenIsNeitherAMeasurementNorLost() throws IOException {
    for (String number : List.of("NaN", "Infinity", "-Infinity", "inf", "-3", "0", "1e999", "x")) {
      List<Diagnostic> passedOver = new ArrayList<>();
      Source source = Source.of("bench.out", single(written("total"), number));
      try {
        Results results = reader().read(source, passedOver::add);
        assertThat(results.series()).as(number).isEmpty();
        assertThat(results.failures().size() + passedOver.size()).as(number).isPositive();
      } catch (FormatException refused) {
        assertThat(refused).hasMessageStartingWith("bench.out: ");
      }
    }
  }

  @Test
  default void namesSurviveWhateverTheyHold() throws IOException {
    Results results = read(reader(), single(written(hostile()), "7"));

    assertThat(results.series().getFirst().benchmark()).contains(hasNames() ? hostile() : "");
  }

  @Test
  default void diagnosticsSteerNoTerminal() throws IOException {
    List<Diagnostic> passedOver = new ArrayList<>();
    try {
      reader().read(Source.of("bench.out", single(written(hostile()), "-3")), passedOver::add);
    } catch (FormatException refused) {
      assertThat(refused.getMessage()).doesNotContain("\u001b", "\u202e");
    }
    assertThat(passedOver)
        .allSatisfy(each -> assertThat(each.message()).doesNotContain("\u001b", "\u202e"));
  }

  @Test
  default void aCutInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    byte[] sample = sample();
    int step = Math.max(1, sample.length / Math.max(1, 2 * WORK_BYTES / sample.length));
    for (int length = 0; length < sample.length; length += step) {
      readOrRefuse(Arrays.copyOf(sample, length));
    }
  }

  @Test
  default void aDamagedInputIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    for (byte[] whole : List.of(sample(), single(written("total"), "7"))) {
      for (int i = 0; i < Math.min(5_000, WORK_BYTES / whole.length); i++) {
        readOrRefuse(damaged(whole, random));
      }
    }
  }

  @Test
  default void anEmptyInputIsRefusedByName() {
    assertThatThrownBy(() -> read(reader(), new byte[0]))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("bench.out: ");
  }

  private static byte[] damaged(byte[] sample, SplittableRandom random) {
    byte[] damaged = sample.clone();
    for (int j = 0; j <= random.nextInt(4); j++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> {
          int length = Math.min(random.nextInt(1, 40), damaged.length - at);
          System.arraycopy(
              damaged, random.nextInt(damaged.length - length + 1), damaged, at, length);
        }
        default -> damaged[at] = (byte) "\0\"}-N9e, \n:[".charAt(random.nextInt(12));
      }
    }
    return damaged;
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

  /// A template with a name and a number, as an input.
  static byte[] filled(String template, String name, String number) {
    return template.replace("NAME", name).replace("NUMBER", number).getBytes(UTF_8);
  }
}
