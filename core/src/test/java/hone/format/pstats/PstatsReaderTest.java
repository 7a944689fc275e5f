package hone.format.pstats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PstatsReaderTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/pstats/python-3.11");

  /// `python3.11 -c` of `marshal.dumps` on: main (a.py:1) spends 1 s of 10 and calls f (a.py:5)
  /// twice and len 4 times; f spends 3 s of 8.5, calls itself 3 times more, and len 6 times; len
  /// spends 6 s, 0.5 s of them under main.
  private static final byte[] SAMPLE =
      HexFormat.of()
          .parseHex(
              "fba903fa04612e7079e901000000da046d61696e290572030000007203000000e7000000000000f0"
                  + "3fe700000000000024407b30a9037202000000e905000000da01662905e9020000007208000000e7"
                  + "0000000000000840e700000000000021407b7201000000a904720a000000720a000000e700000000"
                  + "00000040720c0000007207000000a904e900000000e9030000007205000000720b00000030a903fa"
                  + "017e7210000000fa1e3c6275696c742d696e206d6574686f64206275696c74696e732e6c656e3e29"
                  + "05e90a0000007215000000e7000000000000184072160000007b7201000000a904e9040000007218"
                  + "000000e7000000000000e03f72190000007207000000a904e906000000721b000000e70000000000"
                  + "001640721c0000003030");

  private static final String PROFILE =
      "7b28030000007504000000612e7079690100000075040000006d61696e28050000006901000000690100"
          + "000067000000000000f03f6700000000000024407b3028030000007504000000612e7079690500000075"
          + "0100000066280500000069030000006903000000670000000000001040670000000000001f407b280300"
          + "00007504000000612e7079690100000075040000006d61696e6903000000302803000000750400000061"
          + "2e7079690900000075010000006728050000006904000000690400000067000000000000144067000000"
          + "00000014407b28030000007504000000612e7079690100000075040000006d61696e6901000000280300"
          + "00007504000000612e7079690500000075010000006669030000003030";

  @Override
  public ProfileReader reader() {
    return new PstatsReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE;
  }

  @Test
  void dividesTheTimeOfAFunctionAmongItsCallers() throws IOException {
    assertThat(Stacks.of(read(SAMPLE)))
        .containsExactlyInAnyOrder(
            "main(a.py:1) 1 1000000000",
            "main(a.py:1);f(a.py:5) 5 3000000000",
            "main(a.py:1);{built-in method builtins.len} 1 500000000",
            "main(a.py:1);f(a.py:5);{built-in method builtins.len} 9 5500000000");
  }

  /// `marshal.dumps` of Python 3.11 on what `pyinstrument -r pstats` writes: it counts no calls, -1.
  @Test
  void readsTheTableOfPyinstrument() throws IOException {
    String table =
        "7b280300000075070000007370696e2e7079690100000075080000003c6d6f64756c653e28050000"
            + "0069ffffffff69ffffffff67000000000000000067000000000000f03f7b30280300000075070000"
            + "007370696e2e70796902000000750400000062757379280500000069ffffffff69ffffffff670000"
            + "00000000f03f67000000000000f03f7b280300000075070000007370696e2e707969010000007508"
            + "0000003c6d6f64756c653e280400000069ffffffff69ffffffff67000000000000f03f6700000000"
            + "0000f03f3030";
    Profile profile = read(HexFormat.of().parseHex(table));

    assertThat(Stacks.of(profile))
        .containsExactly("<module>(spin.py:1);busy(spin.py:2) 0 1000000000");
  }

  /// `marshal.dumps(stats, 2)` of Python 3.11 on a table as the pure `profile` keeps it, which counts
  /// the calls of each caller and not their time: main (a.py:1) takes 1 s of 10 and calls f (a.py:5)
  /// 3 times and g (a.py:9) once; f takes 4 s of 7.75 and calls g, which takes 5 s, 3 times.
  @Test
  void dividesByCallsWhereADumpHasNoTimesByCaller() throws IOException {
    assertThat(Stacks.of(read(HexFormat.of().parseHex(PROFILE))))
        .containsExactlyInAnyOrder(
            "main(a.py:1) 1 1000000000",
            "main(a.py:1);f(a.py:5) 3 4000000000",
            "main(a.py:1);g(a.py:9) 1 1250000000",
            "main(a.py:1);f(a.py:5);g(a.py:9) 3 3750000000");
  }

  @Test
  void saysThatLongerPathsWereNotRecorded() throws IOException {
    assertThat(read(SAMPLE).recording().warnings())
        .containsExactly(
            "calls were recorded, not stacks: paths of more than one call are likely ones");
  }

  /// Oracle: `orders.tsv`, the table of `pstats.Stats` of the same file (PROVENANCE.md).
  @Test
  void givesTheTimesThatPstatsPrintsWhereNoCallsFormACircle() throws IOException {
    Profile profile = reader().read(Source.of(FIXTURES.resolve("orders.pstats")), _ -> {});
    Map<List<String>, Hotspot> time = table(profile, 1);
    Map<List<String>, Hotspot> calls = table(profile, 0);

    int inCircles = 0;
    for (String line : Files.readAllLines(FIXTURES.resolve("orders.tsv"), UTF_8)) {
      List<String> row = List.of(line.split("\t", 0));
      List<String> function = row.subList(0, 3);
      Hotspot zero = new Hotspot(row.getFirst(), "", 0, 0, 0);
      Hotspot spent = time.getOrDefault(function, zero);
      assertThat(calls.getOrDefault(function, zero).flat())
          .as(line)
          .isEqualTo(Long.parseLong(row.get(3)));
      assertThat(spent.flat()).as(line).isEqualTo(Long.parseLong(row.get(4)));
      long cumulative = Long.parseLong(row.get(5));
      if (Math.abs(spent.cumulative() - cumulative) > Math.max(5_000, cumulative / 1000)) {
        inCircles++;
      }
    }
    // Those whose calls form circles: the import machinery, `exec`, json's encoder, dataclasses.
    assertThat(inCircles).isLessThan(60);
  }

  @Test
  void refusesMarshalOfAnythingElse() {
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xe3, 0, 0, 0}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: byte 1: type '63' is in no statistics");
  }

  private static Map<List<String>, Hotspot> table(Profile profile, int type) {
    Map<List<String>, Hotspot> table = new HashMap<>();
    for (Hotspot each : Hotspots.of(profile, type, Granularity.LINES)) {
      table.put(List.of(each.function(), each.file(), Integer.toString(each.line())), each);
    }
    return table;
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }
}
