package hone.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.analysis.EvidenceQuality;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlameGraphTest {

  private static final EvidenceQuality GOOD =
      new EvidenceQuality(EvidenceQuality.Verdict.GOOD, List.of());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsPackedIsEveryStackWithItsValue(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, Long> expected = new TreeMap<>();
    Profile profile = random(random, expected);

    Unpacked unpacked = Unpacked.of(FlameGraph.of(profile, 0));

    assertThat(unpacked.stacks()).isEqualTo(expected);
    assertThat(unpacked.siblingsAreInOrder()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void twoProfilesStandSideBySide(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, Long> after = new TreeMap<>();
    Map<String, Long> before = new TreeMap<>();
    Profile profile = random(random, after);
    Profile base = random(random, before);
    FlameGraph graph = FlameGraph.between(base, 0, profile, 0);

    Unpacked unpacked = Unpacked.of(graph);

    assertThat(unpacked.stacks()).isEqualTo(after);
    assertThat(unpacked.baseStacks()).isEqualTo(before);
    assertThat(graph.total()).isEqualTo(profile.total(0));
    assertThat(graph.baseTotal()).isEqualTo(base.total(0));
  }

  @Test
  void aPartOfTheTimeIsTheSamplesTakenInIt() throws IOException {
    ProfileBuilder builder = builder(Unit.NANOSECONDS);
    Random random = new Random(9);
    Map<String, Long> early = new TreeMap<>();
    Map<String, Long> all = new TreeMap<>();
    for (int sample = 0; sample < 700; sample++) {
      String name = "f" + random.nextInt(6);
      long nanos = 2_000_000_000L + random.nextInt(900_000_000);
      builder.sample(builder.stack(builder.frame(Frame.named(name)), Profile.NONE), sample + 1);
      builder.time(nanos);
      all.merge(name, sample + 1L, Math::addExact);
      if (nanos < 2_400_000_000L) {
        early.merge(name, sample + 1L, Math::addExact);
      }
    }
    Unpacked unpacked = Unpacked.of(FlameGraph.of(builder.build(Recording.of("test"), 0), 0));
    JsonNode time = unpacked.head.path("time");
    long start = time.path("start").longValue();
    int middle = Math.toIntExact((2_400_000_000L - start) / time.path("width").longValue());

    assertThat(time.path("width").longValue()).isEqualTo(2_000_000);
    assertThat(time.path("buckets").intValue()).isBetween(445, 451);
    int at = unpacked.at;
    assertThat(unpacked.stacksBetween(0, middle)).isEqualTo(early);
    unpacked.at = at;
    assertThat(unpacked.stacksBetween(0, 1_000)).isEqualTo(all);
  }

  @Test
  void linesOfAFunctionAreOneBar() throws IOException {
    ProfileBuilder builder = builder(Unit.NANOSECONDS);
    for (int line = 1; line <= 3; line++) {
      int frame = builder.frame(new Frame("main.render", "page.go", line));
      builder.sample(builder.stack(frame, Profile.NONE), 10);
    }
    FlameGraph graph = FlameGraph.of(builder.build(Recording.of("test"), 0), 0);

    assertThat(graph.nodeCount()).isEqualTo(1);
    assertThat(Unpacked.of(graph).stacks()).isEqualTo(Map.of("main.render", 30L));
    assertThat(Unpacked.of(graph).head.path("files").path(0).stringValue()).isEqualTo("page.go");
  }

  @Test
  void samplesBelowZeroAreCounted() {
    ProfileBuilder builder = builder(Unit.BYTES);
    builder.sample(builder.stack(builder.frame(Frame.named("a")), Profile.NONE), -3);
    builder.sample(builder.stack(builder.frame(Frame.named("b")), Profile.NONE), 4);
    FlameGraph graph = FlameGraph.of(builder.build(Recording.of("test"), 0), 0);

    assertThat(graph.leftOut()).isEqualTo(1);
    assertThat(graph.total()).isEqualTo(4);
    assertThat(FlamePage.of(graph, "x", GOOD))
        .contains("; 1 sample below zero has no width and is left out");
  }

  /// The page finds a function by its number, and draws them in the order of their names.
  @Test
  void functionsAreNumberedInTheOrderOfTheirNamesAsTheyAreShown() throws IOException {
    ProfileBuilder builder = builder(Unit.COUNT);
    for (String name : List.of("b", "\u202eturned", "c", "a", "x".repeat(3_000))) {
      builder.sample(builder.stack(builder.frame(Frame.named(name)), Profile.NONE), 1);
    }
    Unpacked unpacked = Unpacked.of(FlameGraph.of(builder.build(Recording.of("test"), 0), 0));

    assertThat(unpacked.head.path("names").valueStream().map(JsonNode::stringValue))
        .containsExactly("\\u202eturned", "a", "b", "c", "x".repeat(3_000));
    assertThat(unpacked.siblingsAreInOrder()).isTrue();
  }

  @Test
  void unitsMustBeTheSame() {
    Profile bytes = one(Unit.BYTES, "a");
    Profile time = one(Unit.NANOSECONDS, "a");

    assertThatThrownBy(() -> FlameGraph.between(bytes, 0, time, 0))
        .hasMessage("units differ: bytes, nanoseconds");
  }

  @ParameterizedTest
  @CsvSource({
    "net/http.(*conn).serve, /usr/local/go/src/net/http/server.go, framework",
    "encoding/json.Marshal, /usr/local/go/src/encoding/json/encode.go, library",
    "runtime.mallocgc, /usr/local/go/src/runtime/malloc.go, runtime",
    "runtime.gcBgMarkWorker, /usr/local/go/src/runtime/mgc.go, background",
    "main.render, /srv/shop/main.go, code",
    "example.com/shop/web.Render, /srv/shop/web/page.go, code",
    "github.com/acme/slug.Make, /srv/mod/slug.go, code",
    "render, , code"
  })
  void aFunctionHasTheColourOfItsLayer(String function, String file, String layer) {
    ProfileBuilder builder = builder(Unit.NANOSECONDS);
    int frame = builder.frame(new Frame(function, file == null ? "" : file, 0));
    builder.sample(builder.stack(frame, Profile.NONE), 1);
    FlameGraph graph = FlameGraph.of(builder.build(Recording.of("test"), 0), 0);

    assertThat(graph.layer(0)).hasToString(layer);
  }

  @Test
  void namesCannotLeaveTheirPlaceInThePage() {
    String hostile = "</script><script>alert(1)</script>{{data}}<img src=x onerror=alert(2)>\u202e";
    String page = FlamePage.of(FlameGraph.of(one(Unit.COUNT, hostile), 0), hostile, GOOD);

    assertThat(page).doesNotContain("alert(1)</script>", "<img", "\u202e");
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.split("id=\"data\"", -1)).hasSize(2);
    assertThat(page).contains("&lt;/script&gt;", "default-src 'none'");
  }

  private static ProfileBuilder builder(Unit unit) {
    return new ProfileBuilder(List.of(new ValueType("cost", unit)));
  }

  private static Profile one(Unit unit, String function) {
    ProfileBuilder builder = builder(unit);
    builder.sample(builder.stack(builder.frame(Frame.named(function)), Profile.NONE), 7);
    return builder.build(Recording.of("test"), 0);
  }

  /// @param expected gets the sum of each stack, its functions from the root with `;` between
  private static Profile random(Random random, Map<String, Long> expected) {
    ProfileBuilder builder = builder(Unit.NANOSECONDS);
    for (int sample = 0; sample < 500; sample++) {
      List<String> names = new ArrayList<>();
      int stack = Profile.NONE;
      for (int depth = random.nextInt(9); depth > 0; depth--) {
        String name = "f" + random.nextInt(6);
        names.add(name);
        stack = builder.stack(builder.frame(new Frame(name, "", random.nextInt(3))), stack);
      }
      long value = 1L + (random.nextLong() >>> 24);
      builder.sample(stack, value);
      expected.merge(String.join(";", names), value, Math::addExact);
    }
    return builder.build(Recording.of("test"), 0);
  }

  /// Reads what [PackedGraph] wrote, as its comment says.
  private static final class Unpacked {

    private final byte[] bytes;
    private int at;
    private final JsonNode head;
    private final Map<String, Long> own = new TreeMap<>();
    private final Map<String, Long> base = new TreeMap<>();
    private final List<String> bars = new ArrayList<>();
    private final Map<String, List<String>> callees = new TreeMap<>();

    private Unpacked(byte[] bytes) {
      this.bytes = bytes;
      int length = Math.toIntExact(varint());
      this.head =
          JsonMapper.shared().readTree(new String(bytes, at, length, StandardCharsets.UTF_8));
      this.at += length;
    }

    static Unpacked of(FlameGraph graph) throws IOException {
      byte[] packed = Base64.getDecoder().decode(PackedGraph.of(graph));
      try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        Unpacked unpacked = new Unpacked(gzip.readAllBytes());
        unpacked.bars();
        return unpacked;
      }
    }

    private void bars() {
      boolean compared = head.path("compared").booleanValue();
      String[] path = new String[64];
      int level = -1;
      for (int bar = 0; bar < head.path("bars").intValue(); bar++) {
        long up = varint();
        level = Math.toIntExact(level + 1 - up);
        path[Math.max(level - 1, 0)] = head.path("names").path((int) varint()).stringValue();
        String stack = level == 0 ? "" : String.join(";", Arrays.copyOf(path, level));
        if (level > 0) {
          String caller = String.join(";", Arrays.copyOf(path, level - 1));
          callees.computeIfAbsent(caller, _ -> new ArrayList<>()).add(path[level - 1]);
        }
        bars.add(stack);
        put(own, stack, varint());
        put(base, stack, compared ? varint() : 0);
      }
    }

    /// What each stack cost from one part of the time until before another.
    Map<String, Long> stacksBetween(int from, int to) {
      Map<String, Long> between = new TreeMap<>();
      for (int bucket = 0; bucket < head.path("time").path("buckets").intValue(); bucket++) {
        long entries = varint();
        int bar = 0;
        for (long entry = 0; entry < entries; entry++) {
          bar += (int) varint();
          long value = varint();
          if (bucket >= from && bucket < to) {
            put(between, bars.get(bar), value);
          }
        }
      }
      return between;
    }

    private static void put(Map<String, Long> values, String stack, long value) {
      if (value > 0) {
        values.merge(stack, value, Math::addExact);
      }
    }

    private long varint() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes[at++];
        value |= (next & 0x7fL) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    Map<String, Long> stacks() {
      return own;
    }

    Map<String, Long> baseStacks() {
      return base;
    }

    boolean siblingsAreInOrder() {
      return callees.values().stream()
          .allMatch(names -> names.equals(names.stream().distinct().sorted().toList()));
    }
  }
}
