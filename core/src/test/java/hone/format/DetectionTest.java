package hone.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.input.FormatException;
import hone.input.Gzip;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every input of the corpus is claimed by its own reader, and for sure by no other.
class DetectionTest {

  @ParameterizedTest
  @CsvSource({
    "chrome-trace, chrometrace",
    "cpuprofile, cpuprofile",
    "firefox, firefox",
    "flamegraph-html_svg, flamegraph",
    "heapprofile, heapprofile",
    "heapsnapshot, heapsnapshot",
    "jfr, jfr",
    "otlp, otlp",
    "pprof-proto, pprof",
    "speedscope, speedscope",
    "v8-log, v8log",
  })
  void oneReaderIsSure(String folder, String format) throws IOException {
    for (Path file : Shared.inputs(folder)) {
      byte[] head = Gzip.unpacked(Source.of(file), Limits.defaults()).head(4096);
      List<String> sure =
          Readers.all().stream()
              .filter(reader -> reader.sniff(head) == Sniff.YES)
              .map(ProfileReader::format)
              .toList();

      assertThat(sure).as(file.toString()).containsExactly(format);
    }
  }

  /// A letter may be the tag of a field, and what follows it a length beyond the end of a short text.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lang/Thread.run;Main.work 7",
        "jdk.internal.misc.Unsafe.park 7",
        "2;x 7",
        "hp;x 7",
        "px 7",
        "8;x 7",
      })
  void aShortTextIsNoProtocolBuffer(String line) throws IOException {
    byte[] bytes = (line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(Readers.formats().read(Source.of("stacks", bytes), _ -> {}).total(0)).isEqualTo(14);
  }

  /// A stack of the JVM has hundreds of frames, each with a package.
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 140, 141, 142, 143, 1000, 9999})
  void aFirstLineOfAnyLengthIsCollapsedStacks(int depth) throws IOException {
    String line = "com.example.shop.Order.visit;".repeat(depth - 1) + "com.example.shop.Sum.add 7";
    byte[] bytes = (line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(Readers.formats().read(Source.of("stacks", bytes), _ -> {}).total(0)).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[", "{\"a\":", "a;", "0;", "<svg ", "P1;T1;", "\u0000"})
  void whatIsNoProfileIsRefusedHoweverLongItsLineIs(String part) {
    byte[] bytes = part.repeat(2_000_000 / part.length()).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Readers.formats().read(Source.of("long", bytes), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("long: ");
  }
}
