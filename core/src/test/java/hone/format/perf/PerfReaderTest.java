package hone.format.perf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Gzip;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerfReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      # ========
      # captured on    : Sun Nov 22 2026
      # ========
      #
      orders worker 12/14 [001]  5076.100000:   10101010 cpu-clock:u:\s
      \t    55d0c0de1139 sort_lines+0x19 (/srv/shop/bin/orders)
        lines.c:12
      \t    55d0c0de1170 std::vector<int>::at(int) const (inlined)
      \t    55d0c0de11a0 main (/srv/shop/bin/orders (deleted))
      \t 6ce258d4c544155 [unknown] ([unknown])

      orders worker 12/14 [000]  5076.110101:   10101010 cpu-clock:u:\s
      \t    7f00000000ff [unknown] (/usr/lib/libc.so.6)
      \t    55d0c0de11a0 Lshop/Orders;::run->Lshop/Orders;::total (/tmp/perf-12.map)

      orders worker 12/14 [000]  5076.120202: PERF_RECORD_LOST lost 5
      node 15/15 [000]  5076.120303:   10101010 cpu-clock:u:\s
      \t    3fffffffffff LazyCompile:*total /srv/shop/src/orders.js:12:5 (/tmp/perf-15.map)
      \t    3fffffffffff py::rank:/srv/shop/orders/rank.py (/tmp/perf-16.map)

      """;

  private static final String FLAT =
      """
               orders    12 [001]   1.000000:          3 cycles:u:  ffffffffa4c7c5c6 sort+0x6 (/srv/orders)
               orders    12 [001]   1.000001:          1 page-faults:u:  ffffffffa4c7c5c6 main (/srv/orders)
               orders    12 [001]   1.000002:          4 cycles:u:  ffffffffa4c7c5c6 main (/srv/orders)
      """;

  @Override
  public ProfileReader reader() {
    return new PerfReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Override
  public List<byte[]> samples() {
    return List.of(sample(), FLAT.getBytes(UTF_8));
  }

  @Test
  void readsFramesWithPlacesOffsetsAndObjects() throws IOException {
    Profile profile = read(SAMPLE);

    assertThat(Stacks.of(profile))
        .containsExactly(
            "<unknown>;main;std::vector<int>::at(int) const;sort_lines(lines.c:12) 1 10101010",
            "Lshop/Orders;::run;Lshop/Orders;::total;[libc.so.6] 1 10101010",
            "rank(/srv/shop/orders/rank.py:0);total(/srv/shop/src/orders.js:12) 1 10101010");
    assertThat(profile.types())
        .containsExactly(
            new ValueType("samples", Unit.COUNT), new ValueType("cpu-clock:u", Unit.NANOSECONDS));
    assertThat(profile.defaultType()).isEqualTo(1);
    assertThat(profile.recording().durationNanos()).hasValue(20_303_000);
    assertThat(profile.recording().periodNanos()).hasValue(10_101_010);
    assertThat(profile.recording().droppedCount()).isEqualTo(5);
    assertThat(profile.recording().warnings())
        .containsExactly("samples of 2 programs are counted together: orders worker, node");
  }

  @Test
  void tellsWhenEachSampleWasTakenWhereTimesAreAskedFor() throws IOException {
    Profile timed = reader().readTimed(Source.of("sample", sample()), _ -> {});

    assertThat(IntStream.range(0, timed.sampleCount()).mapToObj(timed::sampleTime))
        .extracting(OptionalLong::getAsLong)
        .containsExactly(0L, 10_101_000L, 20_303_000L);
    assertThat(read(SAMPLE).timeCount()).isZero();
  }

  @Test
  void givesEachOfSeveralEventsAColumn() throws IOException {
    Profile profile = read(FLAT);

    assertThat(profile.types())
        .extracting(ValueType::name)
        .containsExactly("cycles:u", "page-faults:u");
    assertThat(Stacks.of(profile)).containsExactly("sort 3 0", "main 0 1", "main 4 0");
  }

  @Test
  void countsSamplesOfWhichNothingButTheStackIsTold() throws IOException {
    Profile profile =
        read("\t  55d0c0de1139 sort\n\t  55d0c0de11a0 main\n\n\t  55d0c0de11a0 main\n");

    assertThat(Stacks.of(profile)).containsExactly("main;sort 1", "main 1");
  }

  /// `perf script -F comm,event,ip,sym`, `-F event,ip,sym`, `-F ip,sym` and, with `-G`,
  /// `-F comm,tid,time,ip,sym` of perf 6.1.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "w cpu-clock: \n\t            11cc sort\n\t            12b1 main\n",
        "cpu-clock: \n\t            11cc sort\n\t            12b1 main\n",
        "\n\t            11cc sort\n\t            12b1 main\n",
        "            w 32127  1168.332419:      56483d7091cc sort\n"
      })
  void knowsASampleByWhateverFieldsThereAre(String text) throws IOException {
    assertThat(reader().sniff(text.getBytes(UTF_8))).isNotEqualTo(Sniff.NO);
    assertThat(Stacks.of(read(text))).singleElement().asString().endsWith("sort 1");
  }

  /// `-F comm,tid,ip,sym` tells neither a time nor an event, and nothing from which to know a sample.
  @Test
  void isNotTakenForCollapsedStacksWhereItCannotBeRead() {
    byte[] text = "w 32127 \n\t            11cc sort\n".getBytes(UTF_8);

    assertThatThrownBy(() -> Readers.formats().read(Source.of("perf.txt", text), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("perf.txt: not a profile");
  }

  @Test
  void saysWhichLineItCouldNotUse() throws IOException {
    List<Diagnostic> said = new ArrayList<>();

    reader().read(Source.of("a.txt", ("what is this\n" + SAMPLE).getBytes(UTF_8)), said::add);

    assertThat(said)
        .extracting(Diagnostic::toString)
        .containsExactly("a.txt:1: expected 'program pid time: event:', found 'what is this'");
  }

  @Test
  void countsAStackThatIsTooDeepAsDropped() throws IOException {
    PerfReader shallow = new PerfReader(new Limits(1 << 20, 100, 2, 1000));

    Profile profile = shallow.read(Source.of("deep", SAMPLE.getBytes(UTF_8)), _ -> {});

    assertThat(profile.sampleCount()).isEqualTo(1);
    assertThat(profile.recording().droppedCount()).isEqualTo(7);
  }

  @Test
  void refusesATextWithoutSamples() {
    assertThatThrownBy(() -> read("nothing\nhere\n"))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: no samples in 2 lines");
  }

  /// Oracle: FlameGraph's `stackcollapse-perf.pl` on each file (perf-script/*/derived), whose names
  /// are cut at a bracket, lose quotes and offsets, and begin with the program.
  @ParameterizedTest
  @CsvSource({
    "0af4a8aa, simple-perf.txt.gz",
    "5ed4d1e4, test.perf.gz",
    "6b269acb, gzip.perf.gz",
    "73d2ec52, graphviz.perf.gz",
    "a28c1497, system-wide.linux-perf.txt",
    "ab9b8dc1, rust-mangled.linux-perf.txt",
    "b321532f, simple-with-pid.linux-perf.txt",
    "dabc2d8e, forks.linux-perf.txt",
    "f41c76c2, simple-with-header.linux-perf.txt"
  })
  void readsTheStacksThatFlameGraphReads(String id, String name) throws IOException {
    Path folder = Shared.path("fixtures/profiles/perf-script/" + id);
    Map<String, Long> expected = new HashMap<>();
    String derived = name + ".stackcollapse-perf.folded";
    for (String line : Files.readAllLines(folder.resolve("derived").resolve(derived))) {
      int space = line.lastIndexOf(' ');
      int program = line.indexOf(';');
      expected.merge(
          program < 0 ? "" : tidied(line.substring(program + 1, space)),
          Long.parseLong(line.substring(space + 1)),
          Long::sum);
    }
    List<Diagnostic> said = new ArrayList<>();

    Profile profile = readPacked(folder.resolve("in").resolve(name), said);

    Map<String, Long> stacks = tidied(profile);
    assertThat(without(stacks, expected)).as("read, and not expected").isEmpty();
    assertThat(without(expected, stacks)).as("expected, and not read").isEmpty();
    assertThat(said).isEmpty();
    assertThat(profile.recording().droppedCount()).isZero();
  }

  /// `stackcollapse-perf.pl` reads one sample less of each: the last one, which no empty line ends,
  /// and one with a line that was cut. Oracle: `grep -c 'cpu-clock'`, less the comment's one.
  @ParameterizedTest
  @CsvSource({"013013a9/in/perf.test01, 9", "03cf99bb/in/perf-script.txt, 62"})
  void readsSamplesThatFlameGraphLoses(String name, long samples) throws IOException {
    Path file = Shared.path("fixtures/profiles/perf-script/" + name);

    Profile profile = readPacked(file, new ArrayList<>());

    assertThat(profile.total(0)).isEqualTo(samples);
  }

  private static Map<String, Long> without(Map<String, Long> stacks, Map<String, Long> others) {
    Map<String, Long> rest = new HashMap<>(stacks);
    rest.entrySet().removeAll(others.entrySet());
    return rest;
  }

  private static Map<String, Long> tidied(Profile profile) {
    Map<String, Long> stacks = new HashMap<>();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      List<String> path = new ArrayList<>();
      int stack = profile.sampleStack(sample);
      for (; stack != Profile.NONE; stack = profile.stackCaller(stack)) {
        String function = profile.frames().get(profile.stackFrame(stack)).function();
        path.add(function.startsWith("(") ? "" : cut(function));
      }
      long value = profile.value(profile.defaultType(), sample);
      if (value == 0) {
        continue;
      }
      stacks.merge(tidied(String.join(";", path.reversed())), value, Long::sum);
    }
    return stacks;
  }

  /// A name as `stackcollapse-perf.pl` writes it.
  private static String cut(String function) {
    List<String> parts = new ArrayList<>();
    for (String part : function.replace(';', ':').split("->", 0)) {
      parts.add(
          part.replaceAll("\\((?!anonymous namespace\\)).*", "")
              .replaceAll("[\"']", "")
              .replaceFirst("^L(?=.*/)", ""));
    }
    return String.join(";", parts);
  }

  /// Names without what only one of the two writes.
  private static String tidied(String stack) {
    return stack
        .replaceAll("(?:LazyCompile|Function|Script):[*~]?([^ ;]*) [^ ;]+:\\d+(?=;|$)", "$1")
        .replace("_[i]", "")
        .replace("<unknown>", "[unknown]")
        .replace("[[", "[")
        .replace("]]", "]")
        .replaceAll(";{2,}", ";")
        .replaceAll("^;|;$", "");
  }

  private Profile readPacked(Path file, List<Diagnostic> said) throws IOException {
    return reader().read(Gzip.unpacked(Source.of(file), Limits.defaults()), said::add);
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
