package hone.view;

import static org.assertj.core.api.Assertions.assertThat;

import hone.GoTool;
import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.format.Readers;
import hone.format.pprof.PprofWriter;
import hone.input.BoundedPattern;
import hone.input.Source;
import hone.profile.Code;
import hone.profile.Function;
import hone.profile.Label;
import hone.profile.Location;
import hone.profile.Mapping;
import hone.profile.Merge;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: `go tool pprof -tree` itself, run here on small profiles that are random, with seeds:
/// values below zero, equal samples, the same code elsewhere in memory, inlined calls, labels.
@Tag("slow")
class PprofRandomTest {

  private static final Pattern TOTAL = Pattern.compile("of (-?\\d+)\\S* total");
  private static final List<String> FILTERS =
      List.of("", "", "-noinlines", "-focus=^$", "-hide=^$", "-tagfocus=.", "-tagfocus=bytes=0:2");

  @TempDir Path folder;

  static List<Integer> seeds() {
    return java.util.stream.IntStream.range(0, 60).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void treesAndTotalsAreThoseOfPprof(int seed) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    Profile profile = written(random, "profile.pb.gz", 0);
    Profile base = written(random, "base.pb.gz", random.nextInt(2) * 0x10000L);
    Granularity granularity = pick(random, List.of(Granularity.values()));
    granularity = granularity == Granularity.FILES ? Granularity.FUNCTIONS : granularity;
    String filter = pick(random, FILTERS);
    boolean diff = random.nextBoolean();
    boolean normalised = random.nextInt(4) == 0;

    List<String> options = new ArrayList<>(List.of("-tree", "-nodecount=0", "-nodefraction=0"));
    options.addAll(List.of("-edgefraction=0", "-trim=false", "-unit=ns"));
    options.add("-" + granularity.name().toLowerCase(Locale.ROOT));
    options.add((diff ? "-diff_base=" : "-base=") + folder.resolve("base.pb.gz"));
    if (normalised) {
      options.add("-normalize");
    }
    if (!filter.isEmpty()) {
      options.add(filter);
    }
    String expected = GoTool.pprof(folder, options, folder.resolve("profile.pb.gz")).out();

    Profile own = normalised ? Normalised.of(profile, base) : profile;
    Profile taken = diff ? Normalised.negatedBase(base) : Normalised.negated(base);
    Profile difference = Merge.of(List.of(own, taken));
    View chosen = View.of(profile, 0, granularity, Filters.NONE);
    View view =
        diff
            ? View.less(profile, base, difference, chosen, filters(filter))
            : View.of(difference, 0, granularity, filters(filter));
    assertThat(nodes(view))
        .as("%s", options)
        .isEqualTo(PprofText.tree(expected).stream().map(PprofRandomTest::ordered).toList());
    Matcher total = TOTAL.matcher(expected);
    if (total.find() && !view.isEmpty()) {
      assertThat(view.total()).as("%s", options).isEqualTo(Long.parseLong(total.group(1)));
    }
  }

  private static List<PprofText.Node> nodes(View view) {
    return CallGraph.of(view.left(), 0, view.granularity(), Order.FLAT).stream()
        .map(node ->
            ordered(
                new PprofText.Node(
                    node.place().text(),
                    node.flat(),
                    node.cumulative(),
                    edges(node.callers()),
                    edges(node.callees()))))
        .toList();
  }

  private static List<String> edges(List<CallGraph.Edge> edges) {
    return edges.stream().map(edge -> edge.value() + " " + edge.other().text()).toList();
  }

  /// Edges of equal size and other sign have no order in pprof.
  private static PprofText.Node ordered(PprofText.Node node) {
    return new PprofText.Node(
        node.name(),
        node.flat(),
        node.cum(),
        node.callers().stream().sorted(Comparator.naturalOrder()).toList(),
        node.callees().stream().sorted(Comparator.naturalOrder()).toList());
  }

  private static Filters filters(String option) {
    Optional<String> value =
        option.contains("=")
            ? Optional.of(option.substring(option.indexOf('=') + 1))
            : Optional.empty();
    Optional<BoundedPattern> pattern = value.map(BoundedPattern::of);
    Filters.Names none = Filters.NONE.names();
    return new Filters(
        new Filters.Names(
            option.startsWith("-focus") ? pattern : none.focus(),
            none.ignore(),
            option.startsWith("-hide") ? pattern : none.hide(),
            none.show(),
            none.showFrom(),
            none.pruneFrom()),
        new Filters.Tags(
            option.startsWith("-tagfocus") ? value.map(TagFilter::of) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        option.equals("-noinlines") ? Filters.Inlined.MERGED : Filters.Inlined.SHOWN);
  }

  /// A random profile, as it is read again.
  ///
  /// @param moved how much further up in memory its code is
  private Profile written(SplittableRandom random, String name, long moved) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      PprofWriter.write(random(random, moved), out);
    }
    return Readers.formats().read(Source.of(file), _ -> {});
  }

  private static Profile random(SplittableRandom random, long moved) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    Code code = code(random, moved);
    builder.code(code);
    List<int[]> frames = new ArrayList<>();
    for (int location = 0; location < code.locations().size(); location++) {
      int[] calls = new int[Math.max(1, code.locations().callCount(location))];
      for (int call = 0; call < calls.length; call++) {
        calls[call] = builder.frame(location, call);
      }
      frames.add(calls);
    }
    int[] stacks = new int[random.nextInt(1, 5)];
    for (int at = 0; at < stacks.length; at++) {
      stacks[at] = Profile.NONE;
      for (int depth = random.nextInt(5); depth >= 0; depth--) {
        int[] calls = pick(random, frames);
        for (int call = calls.length - 1; call >= 0; call--) {
          stacks[at] = builder.stack(calls[call], stacks[at]);
        }
      }
    }
    for (int sample = random.nextInt(1, 9); sample > 0; sample--) {
      builder.sample(stacks[random.nextInt(stacks.length)], random.nextLong(-5, 10));
      for (int label = random.nextInt(3); label > 0; label--) {
        builder.label(
            random.nextBoolean()
                ? new Label.Text(pick(random, List.of("k", "route")), "v")
                : new Label.Amount("bytes", random.nextInt(3), pick(random, List.of("", "bytes"))));
      }
    }
    return builder.build(Recording.of("pprof"), 0);
  }

  private static Code code(SplittableRandom random, long moved) {
    List<Mapping> mappings = new ArrayList<>();
    for (int number = random.nextInt(3); number > 0; number--) {
      long start = number * 0x400000L + moved;
      String file = pick(random, List.of("/bin/app", "/lib/c.so", ""));
      String build = pick(random, List.of("", "", "same"));
      mappings.add(
          new Mapping(mappings.size() + 1, start, start + 0x1000, 0, file, build, Set.of()));
    }
    List<Function> functions = new ArrayList<>();
    for (String name : List.of("main.a", "main.b", "lib.c")) {
      String file = pick(random, List.of("a.go", "b.go", ""));
      functions.add(new Function(functions.size() + 1, name, name, file, 0));
    }
    List<Location> locations = new ArrayList<>();
    for (int number = random.nextInt(1, 7); number > 0; number--) {
      int mapping = mappings.isEmpty() ? Profile.NONE : random.nextInt(-1, mappings.size());
      long start = mapping == Profile.NONE ? 0x1000 : mappings.get(mapping).start();
      List<Location.Call> calls = new ArrayList<>();
      for (int call = random.nextInt(4); call > 0; call--) {
        calls.add(new Location.Call(random.nextInt(functions.size()), random.nextInt(3), 0));
      }
      long address = start + random.nextInt(4) * 16L;
      locations.add(new Location(locations.size() + 1, mapping, address, false, calls));
    }
    return new Code(mappings, functions, locations);
  }

  private static <T> T pick(SplittableRandom random, List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
