package hone.format.firefox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirefoxReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"meta": {"interval": 1, "preprocessedProfileVersion": 58, "symbolicated": false,
          "sampleUnits": {"time": "ms", "threadCPUDelta": "µs"}},
       "threads": [{"name": "GeckoMain",
         "samples": {"length": 3, "stack": [1, 2, null], "time": [10.5, 12, 15],
           "weight": null, "weightType": "samples", "threadCPUDelta": [null, 900, 40]},
         "stackTable": {"length": 3, "frame": [0, 1, 2], "prefix": [null, 0, 1]},
         "frameTable": {"length": 3, "func": [0, 1, 2], "line": [null, 14, null]},
         "funcTable": {"length": 3, "name": [0, 1, 2], "source": [null, 0, null],
           "lineNumber": [null, 12, null]}}],
       "shared": {"stringArray": ["(root)", "handle", "0x1f2c", "file:///srv/shop/a%20b.js"],
         "sources": {"length": 1, "filename": [3]}}}
      """;

  private static final String GECKO =
      """
      {"meta": {"interval": 2, "stackwalk": 1, "processType": 0}, "libs": [],
       "threads": [{"name": "GeckoMain", "markers": {"schema": {"name": 0}, "data": [[0]]},
         "samples": {"schema": {"stack": 0, "time": 1, "rss": 2},
           "data": [[1, 0, 7], [2, 2], [1, 5, 7]]},
         "stackTable": {"schema": {"prefix": 0, "frame": 1}, "data": [[null, 0], [0, 1], [1, 2]]},
         "frameTable": {"schema": {"location": 0, "implementation": 1, "line": 2},
           "data": [[0], [1, null, 20], [2]]},
         "stringTable": ["(root)", "d (file:///srv/shop/simple.js:18:3)", "js::Run"]}],
       "processes": []}
      """;

  /// Version 66 and later: how far above its row a stack's caller stands, times as differences.
  private static final String NEWER =
      """
      {"meta": {"interval": 1, "preprocessedProfileVersion": 70},
       "threads": [{"name": "GeckoMain",
         "samples": {"length": 3, "stack": [1, 2, 1], "timeDeltas": [10.5, 1.5, 3.0]}}],
       "shared": {"stringArray": ["(root)", "handle", "0x1f2c", "file:///srv/shop/a%20b.js"],
         "stackTable": {"length": 3, "frame": [0, 1, 2], "prefixOffset": [0, 1, 1]},
         "frameTable": {"length": 3, "func": [0, 1, 2], "line": [null, 14, null]},
         "funcTable": {"length": 3, "name": [0, 1, 2], "source": [null, 0, null],
           "lineNumber": [null, 12, null]},
         "sources": {"length": 1, "filename": [3]}}}
      """;

  private static final String TWO_PROCESSES =
      GECKO
          .replace("\"processType\": 0}", "\"processType\": 0, \"startTime\": 1700000000000}")
          .replace(
              "\"processes\": []",
              "\"processes\": ["
                  + GECKO
                      .strip()
                      .replace(
                          "\"processType\": 0}",
                          "\"processType\": 2, \"startTime\": 1700000000001}")
                  + "]");

  @Override
  public ProfileReader reader() {
    return new FirefoxReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Override
  public List<byte[]> samples() throws IOException {
    return List.of(sample(), GECKO.getBytes(UTF_8), SlabFile.of(NEWER));
  }

  @Test
  void readsTheSameFromSlabsAsFromTheirJson() throws IOException {
    Profile json = read(NEWER);
    Profile slabs = reader().read(Source.of("sample", SlabFile.of(NEWER)), _ -> {});

    assertThat(Stacks.of(json))
        .containsExactly(
            "handle(/srv/shop/a b.js:14) 1 1500000 0",
            "handle(/srv/shop/a b.js:14);0x1f2c 1 3000000 0",
            "handle(/srv/shop/a b.js:14) 1 0 0");
    assertThat(Stacks.of(slabs)).isEqualTo(Stacks.of(json));
  }

  @Test
  void refusesSlabsThatReferToEachOther() {
    byte[] circle = SlabFile.of("{\"meta\": {}, \"threads\": [{\"$s\": 0}, {\"$s\" : 0 }]}", false);
    assertThatThrownBy(() -> reader().read(Source.of("sample", circle), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: slabs in slabs, more than 16 deep");
  }

  @Test
  void refusesSlabsThatGrowWithoutEnd() {
    Source bomb = Source.of("sample", SlabFile.nested(12, 30));
    assertThatThrownBy(() -> Slabs.text(bomb).bytes(1 << 30))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "sample: slabs refer to each other until the text is more than 32 times as long:"
                + " refused as a bomb");
  }

  @Test
  void tellsTheTimesOfSamplesWhereTheyAreAskedFor() throws IOException {
    Source two = Source.of("sample", TWO_PROCESSES.getBytes(UTF_8));
    Profile timed = reader().readTimed(two, _ -> {});

    assertThat(reader().read(two, _ -> {}).timeCount()).isZero();
    assertThat(times(timed))
        .containsExactly(1_000_000L, 3_000_000L, 6_000_000L, 0L, 2_000_000L, 5_000_000L);
  }

  private static List<Long> times(Profile profile) {
    return IntStream.range(0, profile.sampleCount())
        .mapToObj(sample -> profile.sampleTime(sample).orElseThrow())
        .toList();
  }

  @Test
  void readsColumnsAndWhatThreadsShare() throws IOException {
    Profile profile = read(SAMPLE);

    assertThat(Stacks.of(profile))
        .containsExactly(
            "handle(/srv/shop/a b.js:14) 1 1500000 0",
            "handle(/srv/shop/a b.js:14);0x1f2c 1 3000000 900000",
            " 1 0 40000");
    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("cpu");
    assertThat(profile.recording().warnings())
        .containsExactly("the profile has no symbols: native functions are addresses");
  }

  @Test
  void readsRowsUnderASchema() throws IOException {
    Profile profile = read(GECKO);

    assertThat(Stacks.of(profile))
        .containsExactly(
            "d(/srv/shop/simple.js:20) 1 2000000 0",
            "d(/srv/shop/simple.js:20);js::Run 1 3000000 0",
            "d(/srv/shop/simple.js:20) 1 0 0");
    assertThat(profile.recording().periodNanos()).hasValue(2_000_000);
  }

  @Test
  void passesOverWhatIsNoNumberWhereOneIsExpected() throws IOException {
    Profile profile = read(SAMPLE.replace("{\"interval\": 1,", "{\"interval\": [1, {\"a\": 2}],"));

    assertThat(profile.recording().periodNanos()).isEmpty();
    assertThat(profile.sampleCount()).isEqualTo(3);
  }

  /// Four bytes like these look like the beginning of UTF-32.
  @Test
  void refusesTextInNoEncoding() {
    byte[] bytes = ("\0\0\0{\"" + SAMPLE).getBytes(UTF_8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", bytes), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: line 1, column 2: expected a name, found the byte 0xef");
    byte[] swapped = ("\0{\0\0" + SAMPLE).getBytes(UTF_8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", swapped), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: line 1, column 1: expected a value, found the byte 0x00");
  }

  @Test
  void refusesStacksThatGoRoundInACircle() {
    assertThatThrownBy(() -> read(SAMPLE.replace("[null, 0, 1]", "[2, 0, 1]")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("goes in a circle");
  }

  // Oracle: speedscope 1.25's snapshots of both files, expect/firefox.test.ts.snap, selfWeight in
  // ms:
  // 31.9928… and 26.9838….
  @ParameterizedTest
  @CsvSource({
    "0640af0b/in/simple-firefox.json, d, 31992821",
    "8782c6f6/in/simple-firefox.json, gamma, 26983817",
  })
  void agreesWithSpeedscopeOnRecordingsOfFirefox(String file, String function, long nanos)
      throws IOException {
    assertThat(Hotspots.of(recording(file), 1, Granularity.FUNCTIONS))
        .filteredOn(hotspot -> hotspot.function().equals(function))
        .extracting(Hotspot::flat)
        .containsExactly(nanos);
  }

  // python3 over ls-profile.json: 5,130 samples of the weights 13,083 in sum, threadCPUDelta
  // 153,216 µs.
  @Test
  void countsSamplesAndCpuTimeOfARecordingOfSamply() throws IOException {
    Profile profile = recording("3c6695af/in/ls-profile.json");

    assertThat(profile.sampleCount()).isEqualTo(5_130);
    assertThat(profile.total(0)).isEqualTo(13_083);
    assertThat(profile.total(2)).isEqualTo(153_216_000);
    assertThat(profile.frames())
        .extracting(Frame::function)
        .contains("0x18c77 [ld-linux-aarch64.so.1]");
  }

  private static Profile recording(String file) throws IOException {
    return Readers.formats()
        .read(Source.of(Shared.path("fixtures/profiles/firefox/" + file)), _ -> {});
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
