package hone.format.chrometrace;

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
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChrometraceReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"displayTimeUnit": "ms", "traceEvents": [
        {"pid": 1, "tid": 2, "ts": 900, "ph": "P", "cat": "v8", "name": "Profile", "id": "0x1",
          "args": {"data": {"startTime": 1000}}},
        {"args": {"data": {"cpuProfile": {"nodes": [
            {"id": 1, "callFrame": {"functionName": "(root)", "url": "", "scriptId": 0}},
            {"id": 2, "parent": 1, "callFrame": {"functionName": "handle", "scriptId": 9,
              "url": "file:///srv/shop/a.js", "lineNumber": 9, "columnNumber": 3}}],
          "samples": [2, 1]}, "lines": [12, 0], "timeDeltas": [100, 50]}},
          "cat": "v8", "id": "0x1", "name": "ProfileChunk", "ph": "P", "pid": 1, "tid": 7, "ts": 1},
        {"args": {"data": {"cpuProfile": {"nodes": [
            {"id": 3, "parent": 2, "callFrame": {"functionName": "", "scriptId": 9,
              "url": "file:///srv/shop/a.js", "lineNumber": 19, "columnNumber": 7}}],
          "samples": [3, 3], "endTime": 2000}, "timeDeltas": [250, 500]}},
          "cat": "v8", "id": "0x1", "name": "ProfileChunk", "ph": "P", "pid": 1, "tid": 7, "ts": 2},
        {"pid": 1, "tid": 2, "ts": 5, "dur": 7, "ph": "X", "name": "RunTask", "args": {}}],
       "samples": [{"pid": 1, "tid": "2", "ts": "5", "weight": "1", "sf": 4}],
       "stackFrames": {"4": {"name": "f", "parent": 5}, "5": {"name": "main"}}}
      """;

  @Override
  public ProfileReader reader() {
    return new ChrometraceReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void tellsWhenEachSampleOfACpuProfileWasTaken() throws IOException {
    Profile timed = reader().readTimed(Source.of("sample", sample()), _ -> {});

    assertThat(timed.sampleCount()).isEqualTo(4);
    assertThat(IntStream.range(0, 4).mapToLong(each -> timed.sampleTime(each).orElseThrow()))
        .containsExactly(100_000L, 150_000L, 400_000L, 900_000L);
  }

  @Test
  void tellsEachStretchOfAnEventsOwnTime() throws IOException {
    String events =
        """
        [{"ph": "X", "name": "work", "pid": 1, "tid": 1, "ts": 10, "dur": 100},
         {"ph": "X", "name": "read", "pid": 1, "tid": 1, "ts": 30, "dur": 20}]
        """;
    Profile timed = reader().readTimed(Source.of("sample", events.getBytes(UTF_8)), _ -> {});

    assertThat(Stacks.of(timed))
        .containsExactly("work 0 20000", "work;read 1 20000", "work 1 60000");
    assertThat(IntStream.range(0, 3).mapToLong(each -> timed.sampleTime(each).orElseThrow()))
        .containsExactly(0L, 20_000L, 40_000L);
  }

  @Test
  void putsACpuProfileTogetherFromItsPieces() throws IOException {
    Profile profile = read(SAMPLE);

    // From 1,000 µs: handle at 1,100, the root at 1,150, the last two at 1,400 and 1,900 until
    // 2,000.
    assertThat(Stacks.of(profile))
        .containsExactly(
            "handle(/srv/shop/a.js:12) 1 50000",
            " 1 250000",
            "handle(/srv/shop/a.js:10);(anonymous a.js:20:7)(/srv/shop/a.js:20) 1 500000",
            "handle(/srv/shop/a.js:10);(anonymous a.js:20:7)(/srv/shop/a.js:20) 1 100000");
    assertThat(profile.recording().durationNanos()).hasValue(1_000_000);
    assertThat(profile.recording().warnings())
        .containsExactly("1 events of the trace are not in its CPU profile");
  }

  /// py-spy 0.4.3, `record --format chrometrace`; with `--nolineno` the line is null.
  @Test
  void readsFileAndLineOfEventsFromTheirArguments() throws IOException {
    Profile profile =
        read(
            """
            [{"args":{"filename":"/srv/shop/busy.py","line":11},"cat":"py-spy","name":"<module>",
              "ph":"B","pid":1,"tid":1,"ts":5},
             {"args":{"filename":"/srv/shop/busy.py","line":null},"cat":"py-spy","name":"inner",
              "ph":"B","pid":1,"tid":1,"ts":5},
             {"args":{"filename":"/srv/shop/busy.py","line":null},"cat":"py-spy","name":"inner",
              "ph":"E","pid":1,"tid":1,"ts":8},
             {"args":{"filename":"/srv/shop/busy.py","line":11},"cat":"py-spy","name":"<module>",
              "ph":"E","pid":1,"tid":1,"ts":8}]
            """);

    assertThat(Stacks.of(profile))
        .contains("<module>(/srv/shop/busy.py:11);inner(/srv/shop/busy.py:0) 1 3000");
  }

  /// py-spy 0.4.3, `record --format chrometrace`, begins all frames of a new stack at one time and
  /// ends them at one time, the innermost first.
  @Test
  void ofEventsThatBeginAndEndTogetherTheFirstBegunHoldsTheOthers() throws IOException {
    Profile profile =
        read(
            """
            [{"name": "run", "ph": "B", "pid": 1, "tid": 1, "ts": 5},
             {"name": "loop", "ph": "B", "pid": 1, "tid": 1, "ts": 5},
             {"name": "sleep", "ph": "B", "pid": 1, "tid": 1, "ts": 5},
             {"name": "sleep", "ph": "E", "pid": 1, "tid": 1, "ts": 8},
             {"name": "loop", "ph": "E", "pid": 1, "tid": 1, "ts": 8},
             {"name": "run", "ph": "E", "pid": 1, "tid": 1, "ts": 8}]
            """);

    assertThat(Stacks.of(profile)).contains("run;loop;sleep 1 3000");
  }

  @Test
  void nestsEventsOfAThreadByTime() throws IOException {
    Profile profile =
        read(
            """
            [{"name": "main (a.py:3)", "ph": "X", "pid": 1, "tid": 1, "ts": 0, "dur": 100},
             {"name": "work", "ph": "B", "pid": 1, "tid": 1, "ts": 10.5},
             {"name": "other", "ph": "X", "pid": 1, "tid": 2, "ts": 5, "dur": 1},
             {"name": "work", "ph": "E", "pid": 1, "tid": 1, "ts": 40.5},
             {"name": "count", "ph": "C", "pid": 1, "tid": 1, "ts": 41}]
            """);

    assertThat(Stacks.of(profile))
        .containsExactlyInAnyOrder(
            "main(a.py:3);work 1 30000", "main(a.py:3) 1 70000", "other 1 1000");
    assertThat(profile.recording().warnings())
        .containsExactly("1 events of the trace measure no stack and are not read");
  }

  @Test
  void readsWhatCameBeforeAMissingEndAndSaysSo() throws IOException {
    Profile profile =
        read(
            "[{\"name\": \"f\", \"ph\": \"X\", \"pid\": 1, \"ts\": 0, \"dur\": 9},\n"
                + "{\"name\": \"g\"");

    assertThat(Stacks.of(profile)).containsExactly("f 1 9000");
    assertThat(profile.recording().warnings())
        .containsExactly("the trace ends early, what came before is read");
  }

  @Test
  void countsEndsWithoutABeginningAsDropped() throws IOException {
    Profile profile =
        read(
            """
            [{"name": "f", "ph": "B", "pid": 1, "ts": 0}, {"name": "g", "ph": "E", "pid": 1, "ts": 5},
             {"name": "f", "ph": "E", "pid": 1, "ts": 6}]
            """);

    assertThat(Stacks.of(profile)).containsExactly("f 1 6000");
    assertThat(profile.recording().droppedCount()).isEqualTo(1);
  }

  @Test
  void refusesATraceThatMeasuresNothing() {
    assertThatThrownBy(() -> read("{\"traceEvents\": [{\"name\": \"m\", \"ph\": \"M\"}]}"))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: no CPU profile, no samples and no events that last");
  }

  // Oracle: speedscope 1.25's snapshots of these files, chrome-trace/<id>/expect, selfWeight summed
  // by the name without arguments, in µs. It leaves functions without any time out.
  @ParameterizedTest
  @CsvSource({
    "5980943f/in/simple.json, alpha=2 beta=7 gamma=5",
    "6084daf9/in/simple-partial-whitespace.json, alpha=2 beta=7 gamma=5",
    "7ed3a2a9/in/simple-object.json, alpha=2 beta=12",
    "0b2677ec/in/event-reordering-name-match.json, alpha=9 gamma=1",
    "0d7b7669/in/only-begin-events.json, A=1 B=1",
    "262acc87/in/out-of-order.json, A=2 B=2 C=6",
    "410769d5/in/x-events-matching-start.json, alpha=12 beta=4 gamma=4",
    "68260a55/in/too-many-end-events.json, alpha=2 beta=12",
    "7ac3bd7a/in/simultaneous-anonymous-calls.json, anonymous=5",
    "2bae0043/in/simple-hermes.json, [root]=2 beta=12",
  })
  void agreesWithSpeedscopeOnEvents(String file, String expected) throws IOException {
    Profile profile = recording(file);
    Map<String, Long> flat =
        Hotspots.of(profile, 1, Granularity.FUNCTIONS).stream()
            .filter(hotspot -> hotspot.flat() != 0)
            .collect(Collectors.toMap(Hotspot::function, hotspot -> hotspot.flat() / 1000));

    assertThat(
            flat.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue()))
        .containsExactly(expected.split(" ", -1));
  }

  // Oracle: speedscope's snapshot of a trace of Chrome 66 with a page and a worker, in µs.
  @Test
  void agreesWithSpeedscopeOnTwoCpuProfilesOfChrome() throws IOException {
    assertThat(Hotspots.of(recording("52fbf0fc/in/worker.json"), 1, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat)
        .contains(
            tuple("banana", 50_635_000L),
            tuple("gamma", 22_197_000L),
            tuple("alpha", 19_976_000L),
            tuple("apple", 5_474_000L),
            tuple("(garbage collector)", 1_530_000L));
  }

  // Oracle: speedscope's snapshot; pieces between the first and the last are missing in the file,
  // so
  // stacks lack their callers, and the time of samples without any node, which speedscope adds to
  // the function before, is dropped here.
  @Test
  void agreesWithSpeedscopeOnATraceThatLacksPieces() throws IOException {
    Profile profile = recording("1a13de1e/in/no-arg-data.json");

    assertThat(Hotspots.of(profile, 1, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat)
        .contains(tuple("(program)", 53_210_000L), tuple("a", 521_000L), tuple("h", 139_000L));
    assertThat(profile.recording().truncatedCount()).isPositive();
  }

  // Oracle: speedscope's snapshot of samples that Hermes put beside the events, in µs.
  @Test
  void agreesWithSpeedscopeOnSampledStacks() throws IOException {
    assertThat(
            Hotspots.of(
                recording("13500198/in/simple-with-samples.json"), 1, Granularity.FUNCTIONS))
        .filteredOn(hotspot -> hotspot.function().startsWith("["))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .containsExactly(
            tuple("[root]", 30_779_000L, 64_710_000L),
            tuple("[GC Young Gen]", 10_000_000L, 10_000_000L));
  }

  private static Profile recording(String file) throws IOException {
    return Readers.formats()
        .read(Source.of(Shared.path("fixtures/profiles/chrome-trace/" + file)), _ -> {});
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
