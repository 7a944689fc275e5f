package hone.format.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.format.jfr.JfrReader.Reading;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.BlindSpot;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

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

  /// The plain one, and one of all that is read beside its events.
  @Override
  public List<byte[]> samples() {
    byte[] waits =
        flight()
            .event("jdk.ActiveSetting", 0, 102, "period", "20 ms")
            .event("jdk.ExecutionSample", 1, 1)
            .event("jdk.JavaMonitorEnter", 1, 300, 1)
            .event("jdk.SocketRead", 4, 11, 1)
            .event("jdk.CPUInformation", 1, 4)
            .event("jdk.CPULoad", 2, 0.25f, 0.125f, 0.5f)
            .event("shop.OrderPlaced", 1, 1)
            .bytes();
    return List.of(sample(), waits);
  }

  private static Flight flight() {
    return new Flight()
        .type(101, "jdk.CPUTimeSample", "startTime:5", "stackTrace:#30", "samplingPeriod:5")
        .type(102, "jdk.ExecutionSample", "startTime:5", "stackTrace:#30")
        .type(103, "jdk.CPUTimeSamplesLost", "startTime:5", "lostSamples:5")
        .type(104, "jdk.ObjectAllocationSample", "startTime:5", "stackTrace:#30", "weight:5")
        .type(105, "jdk.ObjectAllocationInNewTLAB", "startTime:5", "stackTrace:#30", "tlabSize:5")
        .type(106, "jdk.ActiveSetting", "startTime:5", "id:5", "name:8", "value:8")
        .type(107, "jdk.JavaMonitorEnter", "startTime:5", "duration:5", "stackTrace:#30")
        .type(108, "jdk.ThreadPark", "startTime:5", "duration:5", "stackTrace:#30")
        .type(109, "jdk.SocketRead", "startTime:5", "duration:5", "stackTrace:#30")
        .type(110, "shop.OrderPlaced", "startTime:5", "stackTrace:#30")
        .type(111, "shop.Tick", "startTime:5")
        .type(112, "jdk.CPULoad", "startTime:5", "jvmUser:9", "jvmSystem:9", "machineTotal:9")
        .type(114, "jdk.ThreadCPULoad", "startTime:5", "eventThread:5", "user:9", "system:9")
        .type(113, "jdk.CPUInformation", "startTime:5", "hwThreads:6");
  }

  @Test
  void readsTimeAndAllocationIntoOneProfile() throws IOException {
    Profile profile = read(sample());

    assertThat(totals(profile))
        .containsExactlyInAnyOrder(
            "samples 3", "cpu 30000000", "alloc_samples 1", "alloc_space 4096");
    assertThat(stacks(profile))
        .containsExactly(SORT + " 2 20000000 0 0", " 1 10000000 0 0", SORT + " 0 0 1 4096");
    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("cpu");
    assertThat(profile.recording().droppedCount()).isEqualTo(3);
    assertThat(profile.recording().durationNanos()).hasValue(2_000_000_000L);
    assertThat(profile.recording().periodNanos()).hasValue(10_000_000);
  }

  /// Oracle: `jfr print` (JDK 25) of a recording whose header was changed from 1 to 2.5 ticks a
  /// nanosecond: the same number shows as `samplingPeriod = 4.00 ms` and as 1.60 ms.
  @Test
  void takesThePeriodOfASampleByTheClockOfTheRecorder() throws IOException {
    Profile profile =
        read(
            flight()
                .ticksPerSecond(2_500_000_000L)
                .event("jdk.CPUTimeSample", 1, 1, 4_000_000)
                .bytes());

    assertThat(totals(profile)).containsExactlyInAnyOrder("samples 1", "cpu 1600000");
    assertThat(profile.recording().periodNanos()).hasValue(1_600_000);
  }

  @Test
  void countsWhatWasLostWhereNothingElseIsLeft() throws IOException {
    byte[] allLost = flight().event("jdk.CPUTimeSamplesLost", 4, 3).bytes();

    assertThat(read(allLost).recording().droppedCount()).isEqualTo(3);
  }

  /// What another sampler missed says nothing of the samples that count.
  @Test
  void countsNoLossesOfASamplerThatSawNothing() throws IOException {
    byte[] others =
        flight().event("jdk.CPUTimeSamplesLost", 4, 3).event("jdk.ExecutionSample", 1, 1).bytes();

    assertThat(read(others).recording().droppedCount()).isZero();
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

    assertThat(totals(profile)).contains("samples 1", "alloc_space 4096");
    assertThat(profile.recording().blindSpots()).containsExactly(BlindSpot.TWO_SAMPLERS);
    assertThat(profile.recording().warnings())
        .containsExactly(
            "2 samples of jdk.ExecutionSample are left out: jdk.CPUTimeSample measures the same",
            "events of TLABs are left out: jdk.ObjectAllocationSample measures the same");
  }

  @Test
  void countsEverySampleOfRecordingsThatFollowEachOther() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(
        flight()
            .event("jdk.ActiveSetting", 0, 102, "period", "20 ms")
            .event("jdk.ExecutionSample", 1, 1)
            .event("jdk.ExecutionSample", 2, 1)
            .bytes());
    both.writeBytes(flight().event("jdk.CPUTimeSample", 1, 1, 10_000_000).bytes());

    assertThat(totals(read(both.toByteArray()))).contains("samples 3", "cpu 50000000");
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

    assertThat(totals(profile)).containsExactlyInAnyOrder("samples 1", "cpu 20000000");
    assertThat(profile.recording().truncatedCount()).isEqualTo(1);
    assertThat(profile.recording().blindSpots()).containsExactly(BlindSpot.JAVA_CODE_ONLY);
  }

  @Test
  void measuresWaitingByItsDuration() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.JavaMonitorEnter", 1, 300, 1)
                .event("jdk.JavaMonitorEnter", 2, 500, 1)
                .event("jdk.ThreadPark", 3, 7, 1)
                .event("jdk.SocketRead", 4, 11, 1)
                .bytes());

    assertThat(totals(profile))
        .containsExactlyInAnyOrder(
            "lock_count 2", "lock 800", "park_count 1", "park 7", "socket_count 1", "socket 11");
    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("lock");
  }

  @Test
  void countsWhatItPassesOverAndNamesWhatHasStacks() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
                .event("shop.OrderPlaced", 1, 1)
                .event("shop.OrderPlaced", 2, 1)
                .event("shop.Tick", 3)
                .bytes());

    assertThat(profile.recording().warnings())
        .containsExactly("3 other events are passed over, with stacks: shop.OrderPlaced 2");
  }

  @Test
  void knowsTheProcessorTimeThatTheJvmCounted() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
                .event("jdk.CPUInformation", 1, 4)
                .event("jdk.CPULoad", 2, 0.25f, 0.125f, 0.5f)
                .bytes());

    // 37.5 % of four processors over the two seconds of the chunk.
    assertThat(profile.recording().cpuNanos()).hasValue(3_000_000_000L);
  }

  /// JDK 25 reports 0.0, 0.0 and 0.0 for the first two seconds of any run, however busy.
  @Test
  void takesTheFirstReportOfAJvmForWhatItIs() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
                .event("jdk.CPUInformation", 1, 4)
                .event("jdk.CPULoad", 2, 0f, 0f, 0f)
                .event("jdk.CPULoad", 3, 0.25f, 0.125f, 0.5f)
                .bytes());

    assertThat(profile.recording().cpuNanos()).hasValue(3_000_000_000L);
  }

  @Test
  void takesTheTimeOfJavaThreadsBeforeThatOfTheProcess() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
                .event("jdk.CPUInformation", 1, 4)
                .event("jdk.CPULoad", 2, 0.5f, 0.25f, 1f)
                .event("jdk.ThreadCPULoad", 500_000_000, 7, 0.25f, 0f)
                .event("jdk.ThreadCPULoad", 1_000_000_000, 7, 0.125f, 0f)
                .event("jdk.ThreadCPULoad", 1_000_000_000, 8, 0f, 0.0625f)
                .event("jdk.ThreadCPULoad", 1_000_000_000, 9, 0.25f, 0f)
                .bytes());

    // Of four processors, one and then half a one for half a second each, and a quarter for all of
    // it: one in the first half of the chunk, and as much in the second. The compiler's is left
    // out.
    assertThat(profile.recording().cpuNanos()).hasValue(2_000_000_000L);
  }

  /// `taskset -c 0 java …` on two processors: the JVM said that the process used 0.11 of them and
  /// its threads 0.23.
  @Test
  void believesTheProcessWhereItsThreadsCountOnlyProcessorsThatTheyMayUse() throws IOException {
    Profile profile =
        read(
            flight()
                .event("jdk.CPUTimeSample", 1, 1, 10_000_000)
                .event("jdk.CPUInformation", 1, 4)
                .event("jdk.CPULoad", 2, 0.125f, 0.125f, 0.5f)
                .event("jdk.ThreadCPULoad", 1_000_000_000, 7, 0.75f, 0f)
                .event("jdk.ThreadCPULoad", 1_000_000_000, 9, 0.25f, 0f)
                .bytes());

    // A quarter of four processors over the two seconds of the chunk, and 5 % for what means hide;
    // three quarters of it are the thread's that does not compile.
    assertThat(profile.recording().cpuNanos()).hasValue(1_575_000_000L);
  }

  @Test
  void keepsTimesWhereTheyAreAskedFor() throws IOException {
    Profile profile = new JfrReader(Limits.defaults(), Reading.TIMED).read(source(), _ -> {});

    assertThat(profile.timeCount()).isEqualTo(profile.sampleCount()).isEqualTo(4);
    assertThat(profile.sampleTime(1)).hasValue(2);
    assertThat(totals(profile)).isEqualTo(totals(read(sample())));
  }

  @Test
  void readsProcessorTimeAloneWhereThatIsEnough() throws IOException {
    JfrReader leading = new JfrReader(Limits.defaults(), Reading.LEADING);
    byte[] allocations = flight().event("jdk.ObjectAllocationSample", 5, 1, 4096).bytes();

    assertThat(totals(leading.read(source(), _ -> {})))
        .containsExactlyInAnyOrder("samples 3", "cpu 30000000");
    assertThat(totals(leading.read(Source.of("sample", allocations), _ -> {})))
        .containsExactlyInAnyOrder("alloc_samples 1", "alloc_space 4096");
  }

  @Test
  void addsUpTheChunksOfARecording() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(sample());
    two.writeBytes(sample());

    assertThat(totals(read(two.toByteArray()))).contains("samples 6");
  }

  @Test
  void leavesOutALastChunkThatIsCutAndSaysSo() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(sample());
    two.writeBytes(Arrays.copyOf(sample(), 200));

    Profile profile = read(two.toByteArray());

    assertThat(totals(profile)).contains("samples 3");
    assertThat(profile.recording().warnings()).singleElement().asString().contains("ends early");
  }

  @Test
  void refusesARecordingThatIsCutInItsOnlyChunk() {
    assertThatThrownBy(() -> read(Arrays.copyOf(sample(), 200)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: ends early: chunk at byte 0 has 200 of ");
  }

  @Test
  void takesNoMemoryForWhatAHeaderOnlyPromises() {
    byte[] promising = sample();
    ByteBuffer.wrap(promising).putLong(8, Integer.MAX_VALUE - 16L);

    assertThatThrownBy(() -> read(promising))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("of 2147483631 bytes");
  }

  private Source source() {
    return Source.of("sample", sample());
  }

  /// Each total that is not 0, as `type total`.
  private static Set<String> totals(Profile profile) {
    Set<String> totals = new TreeSet<>();
    for (int type = 0; type < profile.types().size(); type++) {
      if (profile.total(type) != 0) {
        totals.add(profile.types().get(type).name() + " " + profile.total(type));
      }
    }
    return totals;
  }

  /// The stacks with the first four columns of their values, the others being 0.
  private static List<String> stacks(Profile profile) {
    return Stacks.of(profile).stream().map(line -> line.replaceFirst("( 0){16}$", "")).toList();
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }
}
