package hone.format.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JfrReaderTest implements ReaderLaws {

  private static final String SORT =
      "shop.Orders.run(shop/Orders.java:7);shop.Orders$Line.sort(shop/Orders.java:30)";

  @Override
  public ProfileReader reader() {
    return new JfrReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return flight()
        .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
        .event("jdk.CPUTimeSample", 2, 1, 10_000_000)
        .event("jdk.CPUTimeSample", 3, 0, 10_000_000)
        .event("jdk.CPUTimeSamplesLost", 4, 3)
        .event("jdk.ObjectAllocationSample", 5, 1, 4096)
        .bytes();
  }

  private static Flight flight() {
    return new Flight()
        .type(101, "jdk.CPUTimeSample", "startTime:5", "stackTrace:#30", "samplingPeriod:5")
        .type(102, "jdk.ExecutionSample", "startTime:5", "stackTrace:#30")
        .type(103, "jdk.CPUTimeSamplesLost", "startTime:5", "lostSamples:5")
        .type(104, "jdk.ObjectAllocationSample", "startTime:5", "stackTrace:#30", "weight:5")
        .type(105, "jdk.ObjectAllocationInNewTLAB", "startTime:5", "stackTrace:#30", "tlabSize:5")
        .type(106, "jdk.ActiveSetting", "startTime:5", "id:5", "name:8", "value:8");
  }

  @Test
  void readsTimeAndAllocationIntoOneProfile() throws IOException {
    Profile profile = read(sample());

    assertThat(Stacks.of(profile))
        .containsExactly(
            SORT + " 1 10000000 0", SORT + " 1 10000000 0", " 1 10000000 0", SORT + " 0 0 4096");
    assertThat(profile.defaultType()).isEqualTo(1);
    assertThat(profile.recording().droppedCount()).isEqualTo(3);
    assertThat(profile.recording().durationNanos()).hasValue(2_000_000_000L);
    assertThat(profile.recording().periodNanos()).hasValue(10_000_000);
  }

  @Test
  void countsNoTimeTwiceWhereBothSamplersRan() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
                .event("jdk.ExecutionSample", 1, 1)
                .event("jdk.ExecutionSample", 2, 1)
                .event("jdk.ObjectAllocationSample", 5, 1, 4096)
                .event("jdk.ObjectAllocationInNewTLAB", 5, 1, 4096)
                .bytes());

    assertThat(profile.total(0)).isEqualTo(1);
    assertThat(profile.total(2)).isEqualTo(4096);
    assertThat(profile.recording().warnings())
        .containsExactly(
            "2 samples of jdk.ExecutionSample are left out: jdk.CPUTimeSample measures the same",
            "events of TLABs are left out: jdk.ObjectAllocationSample measures the same");
  }

  @Test
  void takesThePeriodOfExecutionSamplesFromTheSettings() throws IOException {
    Profile profile =
        read(
            flight()
                .truncated()
                .event("jdk.ActiveSetting", 0, 102, "period", "20 ms")
                .event("jdk.ExecutionSample", 1, 1)
                .bytes());

    assertThat(Stacks.of(profile)).containsExactly(SORT + " 1 20000000 0");
    assertThat(profile.recording().truncatedCount()).isEqualTo(1);
  }

  @Test
  void addsUpTheChunksOfARecording() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(sample());
    two.writeBytes(sample());

    assertThat(read(two.toByteArray()).total(0)).isEqualTo(6);
  }

  @Test
  void leavesOutALastChunkThatIsCutAndSaysSo() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(sample());
    two.writeBytes(Arrays.copyOf(sample(), 200));

    Profile profile = read(two.toByteArray());

    assertThat(profile.total(0)).isEqualTo(3);
    assertThat(profile.recording().warnings()).singleElement().asString().contains("ends early");
  }

  @Test
  void refusesARecordingThatIsCutInItsOnlyChunk() {
    assertThatThrownBy(() -> read(Arrays.copyOf(sample(), 200)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: ends early: chunk at byte 0 has 200 of ");
  }

  static Stream<Path> recordings() throws IOException {
    return Shared.inputs("jfr").stream();
  }

  // Oracle: `jfr summary` of JDK 25 (jfr/*/derived/*.jfr-summary.txt) for recordings of one chunk:
  // it
  // names the events of later chunks by the types of the first, and so miscounts them.
  @ParameterizedTest
  @MethodSource("recordings")
  void countsTheSamplesThatJfrSummaryCounts(Path file) throws IOException {
    Path summary =
        file.resolveSibling("../derived/" + file.getFileName() + ".jfr-summary.txt").normalize();
    try {
      Profile profile = Readers.formats().read(Source.of(file), _ -> {});
      if (hasOneChunk(summary)) {
        String text = Files.readString(summary);
        long execution = Math.max(count(text, "CPUTimeSample"), count(text, "ExecutionSample"));
        long expected = execution > 0 ? execution : count(text, "NativeMethodSample");
        assertThat(profile.total(0)).isEqualTo(expected);
      }
    } catch (FormatException refused) {
      assertThat(refused).hasMessageStartingWith(file + ": ");
      assertThat(hasOneChunk(summary)).as(refused.getMessage()).isFalse();
    }
  }

  private static boolean hasOneChunk(Path summary) throws IOException {
    return Files.exists(summary) && Files.readString(summary).contains("Chunks: 1\n");
  }

  private static long count(String summary, String event) {
    Matcher row = Pattern.compile("jdk\\." + event + "\\s+(\\d+)").matcher(summary);
    return row.find() ? Long.parseLong(row.group(1)) : 0;
  }

  // Oracle: the last field of each line of `jfrconv --alloc --total` 4.5 (async-profiler), added
  // up:
  // awk '{s+=$NF} END {print s}' jfr/*/derived/*.jfrconv-alloc-total.collapsed
  @ParameterizedTest
  @CsvSource({"8bce1384/in/async-profiler.jfr.gz", "6dfe0ff3/in/object-allocation-sample.jfr.gz"})
  void weighsAllocationsAsAsyncProfilersConverterDoes(String name) throws IOException {
    Path file = Shared.path("fixtures/profiles/jfr/" + name);
    Path converted =
        file.resolveSibling("../derived/" + file.getFileName() + ".jfrconv-alloc-total.collapsed");
    long expected = 0;
    for (String line : Files.readAllLines(converted.normalize())) {
      expected += Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    Profile profile = Readers.formats().read(Source.of(file), _ -> {});

    // The converter leaves out samples without a stack.
    long withStack = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      withStack += profile.sampleStack(sample) == Profile.NONE ? 0 : profile.value(2, sample);
    }
    assertThat(withStack).isEqualTo(expected);
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }
}
