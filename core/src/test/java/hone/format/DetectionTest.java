package hone.format;

import static org.assertj.core.api.Assertions.assertThat;

import hone.Shared;
import hone.input.Gzip;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
