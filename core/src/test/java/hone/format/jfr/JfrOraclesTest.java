package hone.format.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.Shared;
import hone.format.Readers;
import hone.input.FormatException;
import hone.input.Source;
import hone.profile.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What other programs counted in recordings of JDK 8 to 21 and of async-profiler 2 to 4.
class JfrOraclesTest {

  static Stream<Path> recordings() throws IOException {
    return Shared.inputs("jfr").stream();
  }

  // Oracle: `jfr summary` of JDK 25 (jfr/*/derived/*.jfr-summary.txt) for recordings of one chunk:
  // it names the events of later chunks by the types of the first, and so miscounts them.
  @ParameterizedTest
  @MethodSource("recordings")
  void countsTheEventsThatJfrSummaryCounts(Path file) throws IOException {
    Path summary = derived(file, "jfr-summary.txt");
    try {
      Profile profile = read(file);
      if (hasOneChunk(summary)) {
        String text = Files.readString(summary);
        long execution = Math.max(count(text, "CPUTimeSample"), count(text, "ExecutionSample"));
        boolean ticks = text.contains("profiler.WallClockSample");
        long wall = ticks ? 0 : total(profile, "wall_samples");
        assertThat(total(profile, "samples") + wall).isEqualTo(execution);
        assertThat(total(profile, "native_samples")).isEqualTo(count(text, "NativeMethodSample"));
        assertThat(total(profile, "lock_count")).isEqualTo(count(text, "JavaMonitorEnter"));
        assertThat(total(profile, "park_count")).isEqualTo(count(text, "ThreadPark"));
        assertThat(total(profile, "wait_count")).isEqualTo(count(text, "JavaMonitorWait"));
        assertThat(total(profile, "sleep_count")).isEqualTo(count(text, "ThreadSleep"));
        assertThat(total(profile, "socket_count"))
            .isEqualTo(count(text, "SocketRead") + count(text, "SocketWrite"));
        assertThat(total(profile, "file_count"))
            .isEqualTo(
                count(text, "FileRead") + count(text, "FileWrite") + count(text, "FileForce"));
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

  // Oracle: the last field of each line of `jfrconv --KIND --total` 4.5 (async-profiler), added up:
  // awk '{s+=$NF} END {printf "%.0f", s}' jfr/*/derived/*.jfrconv-KIND-total.collapsed
  // The converter leaves out samples without a stack; a wait is cut to whole nanoseconds once
  // for each stack, as here.
  @ParameterizedTest
  @CsvSource({
    "alloc, alloc_space, 8bce1384/in/async-profiler.jfr.gz",
    "alloc, alloc_space, 6dfe0ff3/in/object-allocation-sample.jfr.gz",
    "alloc, alloc_space, 70387f46/in/cortex-dev-01__kafka-0__cpu_lock_alloc__1.jfr.gz",
    "cpu, samples, 8bce1384/in/async-profiler.jfr.gz",
    "cpu, samples, 76aee9ce/in/parse_failure_repro1.jfr.gz",
    "lock, lock+park, 02676834/in/event-with-type-zero.jfr.gz",
    "lock, lock+park, 2816c2dc/in/flush_incremental_metadata.jfr",
    "lock, lock+park, 42185139/in/flight_recording_17eaMonitoredVM10440_3.jfr",
    "lock, lock+park, 4c0d5a00/in/flush_metadata.jfr",
    "lock, lock+park, 6dfe0ff3/in/object-allocation-sample.jfr.gz",
    "lock, lock+park, 6e514500/in/tck-test.jfr",
    "lock, lock+park, 78d2eae4/in/uint64-ref-id.jfr.gz",
    "lock, lock+park, 7f6b9cf6/in/cortex-dev-01__kafka-0__cpu_lock0_alloc0__0.jfr.gz",
    "wall, wall_samples, 8bce1384/in/async-profiler.jfr.gz",
    "wall, wall_samples, 96098acc/in/wall.jfr.gz",
    "wall, wall_samples, 992516ef/in/wall_tick_sample.jfr.gz",
    "wall, samples+native_samples, 5a3c38a4/in/jdk21.jfr",
    "wall, samples+native_samples, 848eaf31/in/metadata_new.jfr",
    "wall, samples+native_samples, 662f2dc2/in/plugin_profile.jfr"
  })
  void measuresWhatAsyncProfilersConverterDoes(String kind, String types, String name)
      throws IOException {
    Path file = Shared.path("fixtures/profiles/jfr/" + name);
    long expected = 0;
    int lines = 0;
    for (String line : Files.readAllLines(derived(file, "jfrconv-" + kind + "-total.collapsed"))) {
      expected += Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
      lines++;
    }

    long found = 0;
    for (String type : types.split("\\+", -1)) {
      // Two of the recordings have a wait whose stack the converter takes from another chunk; the
      // JDK's own tools know none either.
      Profile profile = read(file);
      found += kind.equals("lock") ? total(profile, type) : withStack(profile, type);
    }

    assertThat(found).isCloseTo(expected, within(kind.equals("lock") ? lines : 0L));
  }

  private static long withStack(Profile profile, String type) {
    int column = profile.type(type).orElseThrow();
    long total = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      boolean stack = profile.sampleStack(sample) != Profile.NONE;
      total += stack ? profile.value(column, sample) : 0;
    }
    return total;
  }

  // Oracle: the sums of the collapsed stacks that grafana/jfr-parser keeps beside its recordings
  // (jfr/*/expect/*_expected_collapsed.txt.gz). Not compared: its waits are in ticks of the
  // recorder's clock, and of one recording with both kinds of samples it counts some as both.
  @ParameterizedTest
  @CsvSource({
    "627dac6f/in/dump1.jfr.gz, _process_cpu, cpu",
    "1b933b6c/in/cortex-dev-01__kafka-0__cpu__3.jfr.gz, _process_cpu, cpu",
    "7f6b9cf6/in/cortex-dev-01__kafka-0__cpu_lock0_alloc0__0.jfr.gz, _process_cpu, cpu",
    "7f6b9cf6/in/cortex-dev-01__kafka-0__cpu_lock0_alloc0__0.jfr.gz, _block, park_count",
    "7f6b9cf6/in/cortex-dev-01__kafka-0__cpu_lock0_alloc0__0.jfr.gz, _mutex, lock_count",
    "7f6b9cf6/in/cortex-dev-01__kafka-0__cpu_lock0_alloc0__0.jfr.gz, _memory, alloc_samples",
    "9a00f034/in/new_spancontext.jfr.gz, _process_cpu, cpu",
    "96178c4f/in/example.jfr.gz, _process_cpu, cpu",
    "96178c4f/in/example.jfr.gz, _mutex, lock_count",
    "42e71783/in/goland-multichunk.jfr.gz, _mutex, lock_count",
    "42e71783/in/goland-multichunk.jfr.gz, _block, park_count",
    "42e71783/in/goland-multichunk.jfr.gz, _memory, alloc_samples"
  })
  void countsWhatGrafanasParserCounts(String name, String kind, String type) throws IOException {
    Path file = Shared.path("fixtures/profiles/jfr/" + name);
    long expected = 0;
    List<Path> texts = new ArrayList<>();
    try (Stream<Path> beside = Files.list(file.resolveSibling("../expect").normalize())) {
      beside
          .filter(text -> text.toString().endsWith("_collapsed.txt.gz"))
          .filter(text -> text.getFileName().toString().contains(kind))
          .forEach(texts::add);
    }
    assumeTrue(!texts.isEmpty(), "skipped: no such oracle");
    for (Path text : texts) {
      expected += sum(text);
    }

    assertThat(total(read(file), type)).isEqualTo(expected);
  }

  /// The sum of the first of the numbers in brackets that end each line.
  private static long sum(Path collapsed) throws IOException {
    long sum = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(collapsed)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String numbers = line.substring(line.lastIndexOf('[') + 1, line.lastIndexOf(']'));
        sum += Long.parseLong(numbers.split(" ", -1)[0]);
      }
    }
    return sum;
  }

  private static long total(Profile profile, String type) {
    return profile.total(profile.type(type).orElseThrow());
  }

  private static Path derived(Path file, String ending) {
    return file.resolveSibling("../derived/" + file.getFileName() + "." + ending).normalize();
  }

  private static Profile read(Path file) throws IOException {
    return Readers.formats().read(Source.of(file), _ -> {});
  }
}
