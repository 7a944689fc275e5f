package hone.format.callgrind;

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
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallgrindReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      # callgrind format
      version: 1
      creator: callgrind-3.19.0
      cmd: ./orders
      part: 1
      positions: instr line
      events: Ir Time_(10ns)

      ob=(1) /srv/shop/orders
      fl=(1) orders.c
      fn=(1) main
      0x401000 16 20 2
      cfn=(2) total
      calls=1 50
      0x401004 +1 400 40
      cob=(2) /lib/libc.so
      cfi=(2) malloc.c
      cfn=(3) malloc
      calls=3 20
      +4 * 400 40

      fn=(2)
      0x401100 51 100 10
      jcnd=1/2 +4 *
      0x401100 51
      cob=(2)
      cfi=(2)
      cfn=(3)
      calls=2 20
      +4 52 300 30

      ob=(2)
      fl=(2)
      fn=(3)
      0x7f00 20 700 70
      totals: 820 82
      """;

  @Override
  public ProfileReader reader() {
    return new CallgrindReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void dividesTheCostOfAFunctionAmongItsCallers() throws IOException {
    Profile profile = reader().read(Source.of("sample", sample()), _ -> {});

    assertThat(profile.types())
        .containsExactly(new ValueType("Ir", Unit.COUNT), new ValueType("Time", Unit.NANOSECONDS));
    assertThat(Stacks.of(profile))
        .containsExactlyInAnyOrder(
            "main(orders.c:16) 20 20",
            "main(orders.c:16);total(orders.c:51) 100 100",
            "main(orders.c:16);malloc(malloc.c:20) 400 400",
            "main(orders.c:16);total(orders.c:51);malloc(malloc.c:20) 300 300");
  }

  // Oracle: speedscope 1.25's snapshots of these files (callgrind/*/expect) and Valgrind's manual.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "26f53d64/in/callgrind.name-compression.log",
        "41747b27/in/callgrind.subposition-compression.log",
        "535f2da3/in/callgrind.example.log"
      })
  void readsTheExampleOfTheManualHoweverItIsCompressed(String name) throws IOException {
    assertThat(Hotspots.of(corpus(name), 0, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .containsExactly(
            tuple("func2", 700L, 700L), tuple("func1", 100L, 400L), tuple("main", 20L, 820L));
  }

  // Oracle: speedscope 1.25's snapshot: Time main 200 and 8200 ns, Memory main 15000 and 38000.
  @Test
  void readsSeveralEvents() throws IOException {
    Profile profile = corpus("ad8f9299/in/callgrind.multiple-event-types.log");

    assertThat(profile.types())
        .containsExactly(
            new ValueType("Time", Unit.NANOSECONDS), new ValueType("Memory", Unit.BYTES));
    assertThat(Hotspots.of(profile, 0, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .contains(tuple("main", 200L, 8200L), tuple("func2", 7000L, 7000L));
    assertThat(Hotspots.of(profile, 1, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .contains(tuple("main", 15000L, 38000L), tuple("func1", 15000L, 20000L));
  }

  @Test
  void takesTheFileOfTheCallerAgainAfterEachCall() throws IOException {
    assertThat(Hotspots.of(corpus("094f0d81/in/callgrind.cfn-reset.log"), 0, Granularity.LINES))
        .extracting(Hotspot::function, Hotspot::file, Hotspot::flat)
        .containsExactlyInAnyOrder(
            tuple("alpha", "alpha.c", 10L),
            tuple("delta", "alpha.c", 10L),
            tuple("gamma", "alpha.c", 10L),
            tuple("beta", "beta.c", 10L));
  }

  /// As Valgrind 3.19 writes code that the compiler put in from another file: what it calls there has
  /// no `cfi=`, and `callgrind_annotate --inclusive=yes` gives `check` 30.
  @Test
  void takesTheFileOfTheLineForACalleeThatHasNone() throws IOException {
    String inlined =
        """
        events: Ir
        fl=(1) start.c
        fn=(1) start
        3 10
        fi=(2) cpu.h
        90 40
        +1 2
        cfn=(2) check
        calls=1 7
        91 30

        fl=(2)
        fn=(2)
        7 30
        """;

    assertThat(
            Hotspots.of(
                reader().read(Source.of("a", inlined.getBytes(UTF_8)), _ -> {}),
                0,
                Granularity.LINES))
        .extracting(Hotspot::function, Hotspot::file, Hotspot::line, Hotspot::cumulative)
        .containsExactlyInAnyOrder(
            tuple("start", "start.c", 3, 82L), tuple("check", "cpu.h", 7, 30L));
  }

  /// `valgrind --tool=callgrind --collect-jumps=yes` may name a file for the first time there.
  @Test
  void knowsTheNamesThatJumpsTell() throws IOException {
    String jumping =
        """
        events: Ir
        fl=(1) start.c
        fn=(1) start
        3 10
        jfi=(2) cpu.h
        jcnd=1/2 +9
        3
        fl=(2)
        fn=(2) check
        7 30
        """;
    List<Diagnostic> said = new ArrayList<>();

    Profile profile = reader().read(Source.of("sample", jumping.getBytes(UTF_8)), said::add);

    assertThat(said).isEmpty();
    assertThat(Stacks.of(profile))
        .containsExactlyInAnyOrder("start(start.c:3) 10", "check(cpu.h:7) 30");
  }

  /// Valgrind 3.19 writes `summary:` before the costs and `totals:` behind them.
  @Test
  void saysHowMuchOfACutFileIsThere() throws IOException {
    String whole =
        """
        creator: callgrind-3.19.0
        events: Ir
        summary: 40
        fl=(1) a.c
        fn=(1) main
        3 10
        fn=(2) check
        7 30

        totals: 40
        """;
    String cut = whole.substring(0, whole.indexOf("fn=(2)"));

    assertThat(warnings(whole)).hasSize(1);
    assertThat(warnings(cut))
        .hasSize(2)
        .contains("the file ends early, with 10 of 40 of the first event");
  }

  private List<String> warnings(String text) throws IOException {
    return reader().read(Source.of("a", text.getBytes(UTF_8)), _ -> {}).recording().warnings();
  }

  /// What is left of a run that was ended before its first function was written.
  @Test
  void knowsAFileWithoutFunctions() {
    byte[] begun =
        "version: 1\ncreator: callgrind-3.19.0\npositions: line\nevents: Ir\n".getBytes(UTF_8);

    assertThat(reader().sniff(begun)).isEqualTo(Sniff.YES);
    assertThatThrownBy(() -> reader().read(Source.of("a", begun), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("a: no costs");
  }

  @Test
  void refusesCostsOfUnnamedEvents() {
    assertThatThrownBy(() -> reader().read(Source.of("a", "fn=f\n1 2\n".getBytes(UTF_8)), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("a: line 2: expected 'events:' before costs, found '1 2'");
  }

  private Profile corpus(String name) throws IOException {
    return reader().read(Source.of(Shared.path("fixtures/profiles/callgrind/" + name)), _ -> {});
  }
}
