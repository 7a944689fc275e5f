package hone.format.pproftext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.BlindSpot;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PprofTextReaderTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/pproftext/go-1.26");

  private static final String GOROUTINE =
      """
      goroutine profile: total 4
      3 @ 0x47e34e 0x4158ee 0x415432 0x4da5b9 0x484981
      # labels: {"request":"7"}
      #\t0x4da5b8\tmain.leak.func1+0x18\tshop/stock/main.go:13

      1 @ 0x442c51 0x484981
      """;

  private static final String HEAP =
      """
      heap profile: 1: 524288 [3: 1572864] @ heap/1048576
      1: 524288 [3: 1572864] @ 0x4da70a 0x44d195
      #\t0x4da709\tmain.main+0x129\t\tshop/stock/main.go:24
      #\t0x44d194\truntime.main+0x2d4\truntime/proc.go:290

      # runtime.MemStats
      # Alloc = 7690368
      """;

  private static final String JAVA =
      """
      --- contentionz 1 ---
      format = java
      resolution = microseconds
      sampling period = 100
      ms since reset = 6019923
                  1     1 @ 0x00000003 0x00000004
                 14     1 @ 0x0000000d
       0x00000003 com.example.function03 (Source03.java:103)
       0x00000004 GC
      --- Memory map: ---
        00400000-00fcb000: cppbench_server_main
      """;

  @Override
  public ProfileReader reader() {
    return new PprofTextReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return GOROUTINE.getBytes(UTF_8);
  }

  @Override
  public List<byte[]> samples() {
    return List.of(sample(), HEAP.getBytes(UTF_8), JAVA.getBytes(UTF_8));
  }

  @Test
  void takesTheFunctionsBelowAStackAsItsFrames() throws IOException {
    assertThat(Stacks.of(read(GOROUTINE)))
        .containsExactly("main.leak.func1(shop/stock/main.go:13) 3", "<unknown>;<unknown> 1");
  }

  /// `go tool pprof -raw` (Go 1.26) gives 1 829411 in use and 4 2488234 allocated.
  @Test
  void scalesWhatWasSampledOfTheHeap() throws IOException {
    assertThat(Stacks.of(read(HEAP)))
        .containsExactly(
            "runtime.main(runtime/proc.go:290);main.main(shop/stock/main.go:24) 4 2488234 1"
                + " 829411");
  }

  @Test
  void namesAddressesByTheTableBehindTheSamples() throws IOException {
    Profile profile = read(JAVA);

    assertThat(Stacks.of(profile))
        .containsExactly(
            "GC;com.example.function03(Source03.java:103) 100 100000", "<unknown> 100 1400000");
    assertThat(profile.recording().durationNanos()).hasValue(6_019_923_000_000L);
  }

  /// The same program wrote both, one after the other, and its blocked goroutines had gone.
  @ParameterizedTest
  @CsvSource({"heap1.txt, heap.pb.gz, inuse_space", "block1.txt, block.pb.gz, contentions"})
  void givesTheTableOfTheSameProfileAsProtocolBuffer(String text, String proto, String type)
      throws IOException {
    assertThat(table(text, type).getFirst()).isEqualTo(table(proto, type).getFirst());
  }

  /// Go 1.26 scales mutexes while it records and writes their period into the text all the same:
  /// `go tool pprof -raw` gives 7985 33296648924 for the protocol buffer of this profile, and five
  /// times that, 39925 166483244624, for its text. Four goroutines locked 2,000 times each.
  @Test
  void scalesNoMutexesThatGoHasScaled() throws IOException {
    Profile text = reader().read(Source.of(FIXTURES.resolve("mutex5.txt")), _ -> {});

    assertThat(Stacks.of(text)).singleElement().asString().endsWith(" 7985 33296648924");
    assertThat(table("mutex5.pb.gz", "delay"))
        .containsExactly("sync.(*Mutex).Unlock 33296648924 33296648924");
  }

  /// Before 1.20 Go wrote what it sampled.
  @Test
  void scalesMutexesThatGoHasNot() throws IOException {
    String older =
        "--- mutex:\ncycles/second=1000000000\nsampling period=5\n500 3 @ 0x1\n20 5 @ 0x2\n";

    assertThat(Stacks.of(read(older))).containsExactly("<unknown> 15 2500", "<unknown> 25 100");
  }

  /// Oracle: the numbers of `fixtures/pproftext/go-1.26/*.txt` add up to what their first lines tell.
  @ParameterizedTest
  @ValueSource(strings = {"goroutine1.txt", "heap1.txt", "threadcreate1.txt", "block1.txt"})
  void saysNothingOfATextThatHasWhatItsFirstLineTells(String name) throws IOException {
    Profile profile = reader().read(Source.of(FIXTURES.resolve(name)), _ -> {});

    assertThat(profile.recording().warnings()).isEmpty();
  }

  @Test
  void saysHowMuchOfATextIsThere() throws IOException {
    Profile goroutines = read(GOROUTINE.substring(0, GOROUTINE.indexOf("1 @ 0x442c51")));
    Profile heap = read(HEAP.replace("[3: 1572864] @ heap", "[9: 4718592] @ heap"));

    assertThat(goroutines.recording().warnings())
        .containsExactly("the text has 3 of the 4 that its first line tells");
    assertThat(heap.recording().warnings())
        .containsExactly("the text has 1,572,864 of the 4,718,592 that its first line tells");
  }

  @Test
  void readsLeakedGoroutinesAndThreads() throws IOException {
    Profile leaked = reader().read(Source.of(FIXTURES.resolve("goroutineleak1.txt")), _ -> {});
    Profile threads = reader().read(Source.of(FIXTURES.resolve("threadcreate1.txt")), _ -> {});

    assertThat(leaked.types().getFirst().name()).isEqualTo("goroutineleak");
    assertThat(Stacks.of(leaked)).containsExactly("main.leak.func1(shop/stock/main.go:13) 3");
    assertThat(threads.total(0)).isPositive();
  }

  /// Oracle: the sums of the columns of google/pprof's golden dumps (pprof-legacy/*/expect).
  @ParameterizedTest
  @CsvSource({
    "2fdf40e3/in/gobench.heap, 1, 350314738",
    "2fdf40e3/in/gobench.heap, 3, 7721316",
    "3a290712/in/cppbench.heap, 3, 80935293",
    "44ae1a48/in/java.heap, 0, 67347",
    "44ae1a48/in/java.heap, 1, 9968703",
    "6239b384/in/java.contention, 0, 700",
    "6239b384/in/java.contention, 1, 1900000",
    "82a16be1/in/cppbench.contention, 0, 3500",
    "82a16be1/in/cppbench.contention, 1, 690508213"
  })
  void addsUpToWhatPprofAddsUpTo(String name, int type, long total) throws IOException {
    List<Diagnostic> said = new ArrayList<>();
    Path file = Shared.path("fixtures/profiles/pprof-legacy/" + name);

    Profile profile = reader().read(Source.of(file), said::add);

    assertThat(profile.total(type)).isEqualTo(total);
    assertThat(said).isEmpty();
  }

  @Test
  void refusesASettingThatMakesNoSense() {
    assertThatThrownBy(() -> read("--- mutex:\ncycles/second=0\n"))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: '0' is no positive number");
  }

  private static List<String> table(String file, String type) throws IOException {
    Profile profile = Readers.formats().read(Source.of(FIXTURES.resolve(file)), _ -> {});
    return Hotspots.of(profile, profile.type(type).orElseThrow(), Granularity.FUNCTIONS).stream()
        .filter(hotspot -> hotspot.flat() > 0)
        .map(hotspot -> hotspot.function() + " " + hotspot.flat() + " " + hotspot.cumulative())
        .toList();
  }

  /// As `net/http/pprof` of Go writes it where nobody calls `SetMutexProfileFraction`.
  @Test
  void aProfileThatWasNeverSwitchedOnIsNoProofOfAnything() throws IOException {
    Profile profile = read("--- mutex:\ncycles/second=2000000000\nsampling period=0\n");

    assertThat(profile.sampleCount()).isZero();
    assertThat(profile.recording().blindSpots()).containsExactly(BlindSpot.SWITCHED_OFF);
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
