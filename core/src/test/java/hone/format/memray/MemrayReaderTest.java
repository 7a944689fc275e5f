package hone.format.memray;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemrayReaderTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/memray/memray-1.20");

  private static final String TABLE =
      """
      allocator,num_allocations,size,tid,thread_name,stack_trace
      MALLOC,20,80210,2,0x2 (worker),__init__;/srv/shop/orders.py;7|<listcomp>;/srv/shop/orders.py;11
      MMAP,1,1048576,1,0x1,
      CALLOC,3,96,1,"main, ""the"" thread","f(int, a|b);/srv/shop/native, old.cpp;3|<listcomp>;/srv/shop/orders.py;11"
      """;

  private static final String EVENTS =
      """
      {"version": 0, "costs": [{"description": "Memory", "unit": "bytes"}],
       "events": [{"callchain": [0, 1], "cost": [80210]}, {"callchain": [], "cost": [1048576]},
                  {"callchain": [1], "cost": [96]}],
       "functions": [{"name": "__init__", "module": "/srv/shop/orders.py"}, {"name": "main", "module": null}]}
      """;

  @Override
  public ProfileReader reader() {
    return new MemrayReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return TABLE.getBytes(UTF_8);
  }

  @Override
  public List<byte[]> samples() {
    return List.of(sample(), EVENTS.getBytes(UTF_8));
  }

  @Test
  void readsATableWithQuotedCells() throws IOException {
    assertThat(Stacks.of(read(sample())))
        .containsExactly(
            "<listcomp>(/srv/shop/orders.py:11);__init__(/srv/shop/orders.py:7) 20 80210",
            " 1 1048576",
            "<listcomp>(/srv/shop/orders.py:11);f(int, a|b)(/srv/shop/native, old.cpp:3) 3 96");
  }

  @Test
  void readsEventsAndTheFunctionsAfterThem() throws IOException {
    assertThat(Stacks.of(read(EVENTS.getBytes(UTF_8))))
        .containsExactly("main;__init__(/srv/shop/orders.py:0) 80210", " 1048576", "main 96");
  }

  @Test
  void countsRowsThatAreNone() throws IOException {
    List<String> told = new ArrayList<>();
    Profile profile =
        reader()
            .read(
                Source.of("sample", (TABLE + "MALLOC,many,1,1,0x1,a;b;1\n").getBytes(UTF_8)),
                said -> told.add(said.at() + ": " + said.message()));
    assertThat(told)
        .containsExactly(
            "5: expected 'allocator,num_allocations,size,tid,thread_name,stack_trace'");
    assertThat(profile.recording().droppedCount()).isEqualTo(1);
  }

  @Test
  void refusesCostsThatAreNotMemory() {
    byte[] other = EVENTS.replace("bytes", "seconds").getBytes(UTF_8);
    assertThatThrownBy(() -> read(other))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: 1 costs, the last in 'seconds': expected one in bytes");
  }

  /// Oracle: Python's `csv` sums the columns to 92 allocations and 340,884 bytes, and
  /// `memray stats` prints "Peak memory usage: 340.884kB"; of those 16,416 bytes have no stack, which
  /// memray writes into the table only.
  @Test
  void givesTheSameTableFromAllThreeFormsOfOneRecording() throws IOException {
    Profile table = recorded("orders.csv", "memray");
    Profile events = recorded("orders.gprof2dot.json", "memray");
    Profile speedscope = recorded("orders.speedscope.json", "speedscope");

    assertThat(table.total(0)).isEqualTo(92);
    assertThat(table.total(1)).isEqualTo(340_884);
    assertThat(events.total(0)).isEqualTo(340_884 - 16_416);
    assertThat(bytes(events, Granularity.FUNCTIONS)).isEqualTo(bytes(table, Granularity.FUNCTIONS));
    // Two profiles of 34 samples each, and `"activeProfileIndex": 0` is that of bytes.
    assertThat(speedscope.total(speedscope.type("samples").orElseThrow())).isEqualTo(34);
    assertThat(speedscope.types().get(speedscope.defaultType()).name()).isEqualTo("space");
    assertThat(bytes(speedscope, Granularity.LINES)).isEqualTo(bytes(table, Granularity.LINES));
  }

  private static Profile recorded(String file, String format) throws IOException {
    Profile profile = Readers.formats().read(Source.of(FIXTURES.resolve(file)), _ -> {});
    assertThat(profile.recording().format()).isEqualTo(format);
    return profile;
  }

  private static List<Hotspot> bytes(Profile profile, Granularity granularity) {
    int type = profile.type("inuse_space").orElseGet(() -> profile.type("space").orElseThrow());
    return Hotspots.of(profile, type, granularity).stream()
        .map(each ->
            granularity == Granularity.LINES
                ? each
                : new Hotspot(each.function(), "", 0, each.flat(), each.cumulative()))
        .sorted(
            Comparator.comparing(Hotspot::function)
                .thenComparing(Hotspot::file)
                .thenComparingInt(Hotspot::line))
        .toList();
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }
}
