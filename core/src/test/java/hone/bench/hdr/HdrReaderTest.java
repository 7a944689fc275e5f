package hone.bench.hdr;

import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.input.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HdrReaderTest implements ResultReaderLaws {

  private final HdrReader reader = new HdrReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("hdrhistogram.hlog");
  }

  /// A tag and a histogram of one value in an interval without a length, so that nothing but a mean
  /// can be told.
  @Override
  public byte[] single(String name, String number) {
    String value = number.matches("\\d+") ? encoded(Long.parseLong(number) * 1_000_000) : number;
    return ("Tag=" + name + ",0.0,0.0," + number + "," + value + "\n").getBytes(UTF_8);
  }

  @Override
  public String written(String name) {
    return name;
  }

  /// The last line of `java -cp HdrHistogram-2.2.2.jar org.HdrHistogram.HistogramLogProcessor -i
  /// hdrhistogram.hlog -outputValueUnitRatio 1`, and the mean below its percentiles; the same with
  /// `-tag search`.
  @Test
  void addsUpTheIntervalsOfATagAsItsOwnToolDoes() throws IOException {
    Results results = read(reader, sample());

    assertThat(measured(results, "values", "mean-sec")[0]).isCloseTo(2352175.488, within(5e-4));
    assertThat(measured(results, "values", "p50-sec")).containsExactly(1983487);
    assertThat(measured(results, "values", "p90-sec")).containsExactly(3973119);
    assertThat(measured(results, "values", "p99-sec")).containsExactly(6856703);
    assertThat(measured(results, "values", "p99.9-sec")).containsExactly(21397503);
    assertThat(measured(results, "values", "values/s")).containsExactly(400);
    assertThat(measured(results, "search", "mean-sec")[0]).isCloseTo(7021239.552, within(5e-4));
    assertThat(measured(results, "search", "p99-sec")).containsExactly(20168703);
    assertThat(results.find("values", "p99.99-sec")).isEmpty();
  }

  @Test
  void tellsTheUnitFromTheColumnOfTheMaximum() throws IOException {
    String micros = "0.0,1.0,7.000," + encoded(7000) + "\n";
    String unknown = "0.0,1.0,3.000," + encoded(7000) + "\n";

    assertThat(measured(read(reader, micros), "values", "mean-sec")[0]).isCloseTo(7e6, within(7e3));
    assertThat(passedOver(reader, unknown))
        .containsExactly("bench.out:1: no unit of 'values': taken for nanoseconds");
  }

  @Test
  void readsHistogramsThatStandAlone() throws IOException {
    Results results = read(reader, encoded(5_000_000) + "\n" + encoded(7_000_000) + "\n");

    assertThat(measured(results, "values", "mean-sec")[0]).isCloseTo(6e6, within(6e3));
    assertThat(results.find("values", "values/s")).isEmpty();
  }

  @Test
  void passesOverWhatIsNoHistogramWithItsLine() throws IOException {
    String log = "0.0,1.0,7.000," + encoded(7_000_000) + "\n1.0,1.0,7.000,HISTFAAAnonsense\n";

    assertThat(passedOver(reader, log))
        .containsExactly("bench.out:2: not a histogram: 'HISTFAAAnonsense'");
  }

  @Test
  void allocatesNothingOnTheWordOfAHeader() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(40);
    header.putInt(0x1c849313).putInt(Integer.MAX_VALUE).putInt(0).putInt(3);
    header.putLong(1).putLong(Long.MAX_VALUE).putDouble(1);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater())) {
      out.write(header.array());
    }
    ByteBuffer bomb = ByteBuffer.allocate(8 + packed.size());
    bomb.putInt(0x1c849314).putInt(packed.size()).put(packed.toByteArray());

    assertThatThrownBy(() -> read(reader, Base64.getEncoder().encodeToString(bomb.array()) + "\n"))
        .isInstanceOf(FormatException.class)
        .hasMessage("bench.out: no benchmark results");
  }

  @Test
  void refusesMoreHistogramsThanAnybodyRecords() {
    StringBuilder log = new StringBuilder();
    Histogram large = new Histogram(1, Long.MAX_VALUE / 2, 5);
    large.recordValue(1L << 60);
    String encoded = encoded(large);
    for (int i = 0; i < 4; i++) {
      log.append("Tag=t").append(i).append(",0.0,1.0,1.0,").append(encoded).append('\n');
    }

    assertThatThrownBy(() -> read(reader, log.toString()))
        .hasMessageContaining("its histograms need more than 64 MiB");
  }

  private static String encoded(long value) {
    Histogram histogram = new Histogram(3);
    histogram.recordValue(value);
    return encoded(histogram);
  }

  private static String encoded(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_SPEED);
    byte[] bytes = new byte[length];
    buffer.rewind();
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
