package hone.format.speedscope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedscopeReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"$schema": "https://www.speedscope.app/file-format-schema.json",
       "profiles": [
        {"type": "sampled", "name": "Thread 1", "unit": "seconds", "startValue": 0.0,
         "endValue": 0.03, "samples": [[0, 1], [0], []], "weights": [0.01, 0.01, 0.01]},
        {"type": "evented", "name": "Thread 2", "unit": "milliseconds", "startValue": 0,
         "endValue": 20, "events": [{"type": "O", "frame": 0, "at": 0},
          {"type": "O", "frame": 1, "at": 5}, {"type": "C", "frame": 1, "at": 8},
          {"type": "C", "frame": 0, "at": 20}]}],
       "shared": {"frames": [{"name": "main", "file": "/srv/shop/app.py", "line": 3},
        {"name": "sort"}]},
       "exporter": "sampler 1.0", "activeProfileIndex": 0}
      """;

  @Override
  public ProfileReader reader() {
    return new SpeedscopeReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void mergesTheThreadsAndCountsSamplesWhereThereAreSome() throws IOException {
    Profile profile = read(SAMPLE);

    assertThat(Stacks.of(profile))
        .containsExactly(
            "main(/srv/shop/app.py:3);sort 1 10000000",
            "main(/srv/shop/app.py:3) 1 10000000",
            " 1 10000000",
            "main(/srv/shop/app.py:3) 0 5000000",
            "main(/srv/shop/app.py:3);sort 0 3000000",
            "main(/srv/shop/app.py:3) 0 12000000");
    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("wall");
    assertThat(profile.recording().durationNanos()).hasValue(30_000_000);
  }

  @Test
  void tellsHowManyWeightsAreTooSmallToCount() throws IOException {
    String fractions =
        SAMPLE.replace("\"seconds\"", "\"none\"").replace("[0.01, 0.01, 0.01]", "[0.4, 1.6, 0]");

    assertThat(read(fractions).recording().warnings())
        .containsExactly("weights below half a unit count as 0: 1 of them");
    assertThat(read(SAMPLE).recording().warnings()).isEmpty();
  }

  @Test
  void tellsWhenEachSampleBeganWhereTimesAreAskedFor() throws IOException {
    String later = SAMPLE.replace("\"startValue\": 0.0", "\"startValue\": 0.001");

    assertThat(times(later))
        .containsExactly(1_000_000L, 11_000_000L, 21_000_000L, 0L, 5_000_000L, 8_000_000L);
  }

  /// py-spy leaves out idle time, hone adds samples of equal stacks up, and bytes are no times.
  @ParameterizedTest
  @CsvSource({"sampler 1.0, py-spy@0.4.3", "sampler 1.0, hone", "conds, none"})
  void tellsNoTimesWhereTheOrderOfSamplesIsNone(String from, String to) throws IOException {
    String changed =
        SAMPLE.replace(from, to).replace("millinone", "none").replace("senone", "none");

    assertThat(times(changed)).isEmpty();
  }

  private List<Long> times(String text) throws IOException {
    Profile timed = reader().readTimed(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
    return IntStream.range(0, timed.sampleCount())
        .mapToObj(timed::sampleTime)
        .flatMapToLong(OptionalLong::stream)
        .boxed()
        .toList();
  }

  // Oracle: speedscope 1.25's snapshots (speedscope/*/expect): total weight 14 s a profile,
  // a;b;c 5, a;b;d 4, a;b 5 in each.
  @ParameterizedTest
  @CsvSource({
    "6548633b/in/simple-sampled.speedscope.json, 14000000000",
    "992b1f9a/in/two-sampled.speedscope.json, 28000000000"
  })
  void readsTheFilesOfOlderVersions(String name, long totalNanos) throws IOException {
    Path file = Shared.path("fixtures/profiles/speedscope/" + name);
    Profile profile = reader().read(Source.of(file), _ -> {});
    int type = profile.defaultType();

    assertThat(profile.total(type)).isEqualTo(totalNanos);
    assertThat(Hotspots.of(profile, type, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .contains(tuple("a", 0L, totalNanos));
  }

  /// py-spy 0.4.3 records 100 samples a second of a thread that works and none of one that waits:
  /// `py-spy record --duration 30` of a service half idle gives times that add up to 15 s.
  @Test
  void knowsNoDurationOfAProfileThatLeavesIdleTimeOut() throws IOException {
    String spied = SAMPLE.replace("sampler 1.0", "py-spy@0.4.3");

    Profile profile =
        new SpeedscopeReader(Limits.defaults())
            .read(Source.of("app.json", spied.getBytes(UTF_8)), _ -> {});

    assertThat(profile.recording().durationNanos()).isEmpty();
  }

  @Test
  void knowsHowMuchOfTheTimeOfAThreadItsSamplesLeaveOut() throws IOException {
    String longer = SAMPLE.replace("\"endValue\": 0.03", "\"endValue\": 0.04");

    assertThat(read(SAMPLE).recording().unseenNanos()).isZero();
    assertThat(read(longer).recording().unseenNanos()).isEqualTo(10_000_000);
  }

  @Test
  void refusesFramesThatCloseOutOfOrder() {
    Path file = Shared.path("fixtures/profiles/speedscope/22e160d2/in/out-of-order-events.json");
    assertThatThrownBy(() -> reader().read(Source.of("file", file), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("frame 1 closes out of order");
  }

  @Test
  void refusesARecordingWhoseFramesNeverClose() {
    Path file = Shared.path("fixtures/profiles/speedscope/22e160d2/in/incomplete-trace.json");
    assertThatThrownBy(() -> reader().read(Source.of("file", file), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("file: ends with 1 frames still open");
  }

  @Test
  void refusesAFrameThatIsNotShared() {
    assertRefused(SAMPLE.replace("[0, 1]", "[0, 2]"), "frame 2 is not one of the 2 shared");
  }

  @Test
  void refusesAWeightThatIsMissing() {
    assertRefused(SAMPLE.replace("0.01, 0.01]", "0.01]"), "3 samples have 2 weights");
  }

  @Test
  void refusesAProfileOfSamplesAndEvents() {
    assertRefused(
        SAMPLE.replace("\"events\": [", "\"samples\": [[0]], \"weights\": [1], \"events\": ["),
        "a profile has both samples and events");
  }

  @Test
  void refusesTimeThatRunsBackwards() {
    assertRefused(SAMPLE.replace("\"at\": 8", "\"at\": 4"), "comes after one at");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: ")
        .hasMessageContaining(message);
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
