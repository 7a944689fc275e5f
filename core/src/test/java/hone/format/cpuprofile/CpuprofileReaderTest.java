package hone.format.cpuprofile;

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
import hone.profile.Frame;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuprofileReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"nodes": [
        {"id": 1, "callFrame": {"functionName": "(root)", "scriptId": "0", "url": "",
          "lineNumber": -1, "columnNumber": -1}, "hitCount": 0, "children": [2, 5]},
        {"id": 2, "callFrame": {"functionName": "handle", "scriptId": "9",
          "url": "file:///srv/shop/a%20b.js", "lineNumber": 9, "columnNumber": 3},
          "hitCount": 1, "children": [3]},
        {"id": 3, "callFrame": {"functionName": "", "scriptId": "9",
          "url": "file:///srv/shop/a%20b.js", "lineNumber": 19, "columnNumber": 7},
          "hitCount": 4, "positionTicks": [{"line": 21, "ticks": 3}, {"line": 22, "ticks": 1}]},
        {"id": 5, "callFrame": {"functionName": "(idle)", "scriptId": "0", "url": "",
          "lineNumber": -1, "columnNumber": -1}, "hitCount": 1}],
       "startTime": 1000000, "endTime": 1107000,
       "samples": [2, 3, 3, 3, 3, 5], "timeDeltas": [97000, 1000, 1000, 1000, 2000, 1000]}
      """;

  @Override
  public ProfileReader reader() {
    return new CpuprofileReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void aSampleLastsUntilTheNextAndTimeIsSplitOverLinesByTicks() throws IOException {
    Profile profile = read(SAMPLE);

    // Node 3: 1 + 1 + 2 + 1 ms = 5 ms over 3 and 1 ticks; idle: from 1,103,000 to 1,107,000 µs.
    assertThat(Stacks.of(profile))
        .containsExactly(
            "handle(/srv/shop/a b.js:10) 1 1000000",
            "(idle) 1 4000000",
            "handle(/srv/shop/a b.js:10);(anonymous a b.js:20:7)(/srv/shop/a b.js:21) 3 3750000",
            "handle(/srv/shop/a b.js:10);(anonymous a b.js:20:7)(/srv/shop/a b.js:22) 1 1250000");
    assertThat(profile.recording().durationNanos()).hasValue(107_000_000);
  }

  // jq '[foreach .timeDeltas[] as $d (0; . + $d)]' FILE gives when each sample was taken, in µs.
  @Test
  void tellsWhenEachSampleBeganWhereTimesAreAskedFor() throws IOException {
    Profile timed = reader().readTimed(Source.of("sample", sample()), _ -> {});

    assertThat(IntStream.range(0, timed.sampleCount()).mapToObj(timed::sampleTime))
        .extracting(OptionalLong::getAsLong)
        .containsExactly(
            97_000_000L, 98_000_000L, 99_000_000L, 100_000_000L, 102_000_000L, 103_000_000L);
    assertThat(Stacks.of(timed))
        .startsWith(
            "handle(/srv/shop/a b.js:10) 1 1000000",
            "handle(/srv/shop/a b.js:10);(anonymous a b.js:20:7)(/srv/shop/a b.js:20) 1 1000000")
        .endsWith("(idle) 1 4000000");
    assertThat(read(SAMPLE).timeCount()).isZero();
  }

  // The samples last 1, 1, 1, 2, 1 and 4 ms; a gap of 11 ms hides 10 of them, one of 10 ms is none.
  @Test
  void timeWithoutSamplesIsCountedWhereMoreThanTenIntervalsPass() throws IOException {
    String gap = SAMPLE.replace("1000, 1000, 1000, 2000", "1000, 11000, 1000, 2000");
    String late = SAMPLE.replace("1000, 1000, 1000, 2000", "1000, 10000, 1000, 2000");

    assertThat(read(SAMPLE).recording().unseenNanos()).isZero();
    assertThat(read(gap.replace("1107000", "1117000")).recording().unseenNanos())
        .isEqualTo(10_000_000);
    assertThat(read(late.replace("1107000", "1116000")).recording().unseenNanos()).isZero();
  }

  @Test
  void readsTheOldTreeByItsHits() throws IOException {
    Profile profile =
        read(
            """
            {"typeId": "CPU", "head": {"functionName": "(root)", "id": 1, "lineNumber": 0,
              "hitCount": 0, "url": "", "children": [
                {"functionName": "f", "id": 2, "lineNumber": 4, "hitCount": 3, "url": "f.js",
                 "children": []}]},
             "startTime": 10.5, "endTime": 12, "samples": []}
            """);

    assertThat(Stacks.of(profile)).containsExactly("f(f.js:4) 3 1500000000");
  }

  // Oracle: speedscope 1.25's snapshot of this file, cpuprofile/d45fa7f8/expect: d 33,285 µs, all
  // 34,345. It gives the last sample no time; here that one, in d called from c, has the 1,972 µs
  // until the end (jq '.endTime - .startTime - (.timeDeltas | add)').
  @Test
  void agreesWithSpeedscopeOnARecordingOfChrome() throws IOException {
    Path file = Shared.path("fixtures/profiles/cpuprofile/d45fa7f8/in/simple.cpuprofile");
    Profile profile = reader().read(Source.of(file), _ -> {});

    assertThat(Hotspots.of(profile, 1, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .containsExactly(
            tuple("d", 33_285_000L + 1_972_000, 33_285_000L + 1_972_000),
            tuple("(anonymous)", 1_060_000L, 34_345_000L + 1_972_000),
            tuple("a", 0L, 33_285_000L + 1_972_000),
            tuple("c", 0L, 16_283_000L + 1_972_000),
            tuple("b", 0L, 17_002_000L));
  }

  // grep -o '"hitCount": [0-9]*' FILE | awk '{s+=$2} END {print s}'
  @ParameterizedTest
  @CsvSource({"perf-script.cpuprofile, 54", "dtrace.resolved.cpuprofile, 47"})
  void countsEveryHitOfAnOldRecordingWithoutTimes(String name, long hits) throws IOException {
    Path file = Shared.path("fixtures/profiles/cpuprofile/a8a87cc9/in/" + name);
    Profile profile = reader().read(Source.of(file), _ -> {});

    assertThat(profile.total(0)).isEqualTo(hits);
  }

  /// However its call frame is written, and however often.
  @Test
  void aFunctionIsOneWhereverItIsCalled() throws IOException {
    Profile profile =
        read(
            """
            {"nodes": [{"id": 1, "callFrame": {"functionName": "(root)"}, "children": [2, 3, 4]},
              {"id": 2, "hitCount": 1, "callFrame": {"functionName": "f", "url": "f.js", "lineNumber": 3}},
              {"id": 3, "hitCount": 2, "callFrame": {"url": "f.js", "functionName": "\\u0066", "lineNumber": 3}},
              {"id": 4, "hitCount": 4, "callFrame": {"functionName": "f", "url": "f.js", "lineNumber": 3}}]}
            """);

    assertThat(profile.frames()).containsExactly(new Frame("f", "f.js", 4));
    assertThat(profile.stackCount()).isEqualTo(1);
    assertThat(profile.sampleCount()).isEqualTo(3);
  }

  @Test
  void readsCallFramesOfATree() throws IOException {
    Profile profile =
        read(
            """
            {"head": {"id": 1, "callFrame": {"functionName": "(root)"}, "children": [
                {"id": 2, "hitCount": 3, "children": [],
                 "callFrame": {"functionName": "f", "url": "f.js", "lineNumber": 3}}]},
             "startTime": 10.5, "endTime": 12}
            """);

    assertThat(Stacks.of(profile)).containsExactly("f(f.js:4) 3 1500000000");
  }

  @Test
  void refusesWhatStandsBehindTheDocument() {
    assertRefused(SAMPLE + SAMPLE, "expected the end of the document, found '{'");
  }

  @Test
  void refusesCallsThatGoRoundInACircle() {
    assertRefused(
        """
        {"nodes": [{"id": 1, "children": [2]}, {"id": 2, "children": [1]}], "samples": [1],
         "timeDeltas": [1]}
        """,
        "circle");
  }

  @Test
  void refusesANodeWithTwoCallers() {
    assertRefused(
        """
        {"nodes": [{"id": 1, "children": [3]}, {"id": 2, "children": [3]}, {"id": 3}]}
        """,
        "node 3 has two callers");
  }

  @Test
  void refusesASampleOfANodeThatIsNotThere() {
    assertRefused(
        """
        {"nodes": [{"id": 1}], "samples": [8], "timeDeltas": [1]}
        """,
        "no node has the id 8");
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
