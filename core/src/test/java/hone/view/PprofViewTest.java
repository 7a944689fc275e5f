package hone.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hone.GoTool;
import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.analysis.Order;
import hone.format.Readers;
import hone.input.BoundedPattern;
import hone.input.Source;
import hone.profile.Label;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Oracle: `go tool pprof` itself, run here on each profile of the corpus with each row of a table
/// of filters: the same nodes, values and edges in the same order.
@Tag("slow")
class PprofViewTest {

  private static final List<String> ALL =
      List.of("-nodecount=0", "-nodefraction=0", "-edgefraction=0", "-trim=false");

  /// Rows of options. `HOT`, `MID` and `LEAF` stand for functions of the profile, `FILE` and
  /// `BINARY` for the files of one, `KEY` and `VALUE` for a label.
  private static final List<String> FILTERS =
      List.of(
          "",
          "-focus=MID",
          "-focus=MID -cum",
          "-ignore=HOT",
          "-hide=HOT",
          "-hide=MID",
          "-show=MID|HOT|LEAF",
          "-show_from=MID",
          "-prune_from=MID",
          "-noinlines",
          "-focus=FILE",
          "-hide=FILE",
          "-focus=BINARY",
          "-ignore=BINARY",
          "-show=BINARY",
          "-show_from=BINARY",
          "-focus=MID -ignore=LEAF",
          "-hide=MID -noinlines",
          "-show_from=MID -hide=HOT",
          "-show_from=MID -prune_from=HOT -noinlines",
          "-focus=MID -hide=LEAF -show_from=MID -noinlines",
          "-tagfocus=.",
          "-tagfocus=KEY=VALUE",
          "-tagignore=KEY=VALUE",
          "-tagfocus=KEY:VALUE,VALUE",
          "-tagfocus=:64kb",
          "-tagfocus=100:",
          "-tagignore=1b:1mb",
          "-tagfocus=2",
          "-tagfocus=bytes=1kb:",
          "-tagignore=bytes=:512",
          "-focus=^[[:alpha:]]+[.]",
          "-ignore=(?i)M[A-Z]LLOC|(?P<hot>HOT)",
          "-hide=\\.[^.]*$");

  private static final int ONE_IN = Integer.getInteger("hone.oneIn", 16);

  @TempDir Path folder;

  static Stream<Path> profiles() throws IOException {
    return Shared.inputs("pprof-proto").stream();
  }

  @TestFactory
  Stream<DynamicTest> treesAreThoseOfPprof() throws IOException {
    return pairs(FILTERS, this::sameTree);
  }

  @TestFactory
  Stream<DynamicTest> stacksAreThoseOfPprof() throws IOException {
    return pairs(
        List.of("", "-hide=HOT", "-show_from=MID", "-prune_from=MID", "-show=BINARY"),
        this::sameTraces);
  }

  @TestFactory
  Stream<DynamicTest> tablesOfEveryGranularityAreThoseOfPprof() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Granularity granularity : Granularity.values()) {
      String word = "-" + granularity.name().toLowerCase(Locale.ROOT);
      rows.addAll(List.of(word, word + " -noinlines", word + " -hide=MID"));
    }
    return pairs(rows, this::sameTop);
  }

  @FunctionalInterface
  private interface OnPair {
    void check(Path file, String row) throws Exception;
  }

  /// Every profile with some of the rows, every row with some of the profiles: all pairs are a
  /// matter of ten minutes.
  private static Stream<DynamicTest> pairs(List<String> rows, OnPair test) throws IOException {
    List<Path> files = profiles().toList();
    return IntStream.range(0, files.size() * rows.size())
        .filter(pair -> (pair / rows.size() + pair % rows.size()) % ONE_IN == 0)
        .mapToObj(pair -> {
          Path file = files.get(pair / rows.size());
          String row = rows.get(pair % rows.size());
          return dynamicTest(name(file) + " " + row, () -> test.check(file, row));
        });
  }

  @TestFactory
  Stream<DynamicTest> peekedNodesAreThoseOfPprof() throws IOException {
    return profiles().map(file -> dynamicTest(name(file), () -> samePeek(file)));
  }

  @TestFactory
  Stream<DynamicTest> listedFunctionsAreThoseOfPprof() throws IOException {
    return profiles().map(file -> dynamicTest(name(file), () -> sameList(file)));
  }

  private void sameTree(Path file, String row) throws Exception {
    Profile profile = read(file);
    List<String> options = options(profile, row);
    List<PprofText.Node> expected = PprofText.tree(run(file, profile, "-tree", options));

    Order order = options.contains("-cum") ? Order.CUMULATIVE : Order.FLAT;
    assertThat(nodes(filtered(profile, options), order)).as("%s", options).isEqualTo(expected);
  }

  private void sameTraces(Path file, String row) throws Exception {
    Profile profile = read(file);
    List<String> options = options(profile, row);
    Profile left = filtered(profile, options);

    List<String> stacks =
        IntStream.range(0, left.sampleCount())
            .filter(sample -> left.sampleStack(sample) != Profile.NONE)
            .mapToObj(sample -> stack(left, sample))
            .toList();

    assertThat(stacks)
        .as("%s", options)
        .isEqualTo(PprofText.traces(run(file, profile, "-traces", options)));
  }

  private void sameTop(Path file, String row) throws Exception {
    Profile profile = read(file);
    // Where functions have a first line, pprof counts a file once for each: its files are
    // functions.
    assumeFalse(
        row.startsWith("-files")
            && profile.code().functions().stream().anyMatch(each -> each.startLine() > 0),
        "skipped: pprof tells files apart by the first lines of functions");
    List<String> options = options(profile, row);
    Granularity granularity =
        Granularity.valueOf(options.getFirst().substring(1).toUpperCase(Locale.ROOT));
    List<PprofText.Row> rows =
        Difference.of(
                Map.of(),
                Difference.costs(filtered(profile, options), profile.defaultType(), granularity),
                Order.FLAT)
            .stream()
            .map(each ->
                new PprofText.Row(PprofText.text(each.place()), each.flat(), each.cumulative()))
            .toList();

    assertThat(merged(rows))
        .as("%s", options)
        .isEqualTo(merged(PprofText.top(run(file, profile, "-top", options))));
  }

  private void samePeek(Path file) throws Exception {
    Profile profile = read(file);
    String regex = "MID|HOT".replace("MID", mid(profile)).replace("HOT", hot(profile));
    List<PprofText.Node> expected = PprofText.tree(run(file, profile, "-peek=" + regex, List.of()));

    BoundedPattern pattern = BoundedPattern.of(regex);
    assertThat(nodes(profile, Order.FLAT).stream().filter(node -> pattern.finds(node.name())))
        .as(regex)
        .isEqualTo(expected)
        .isNotEmpty();
  }

  private void sameList(Path file) throws Exception {
    Profile profile = read(file);
    List<PprofText.Listed> listed =
        PprofText.list(run(file, profile, "-list=" + mid(profile), List.of()));
    List<PprofText.Listed> routines =
        Routine.of(profile, profile.defaultType(), BoundedPattern.of(mid(profile))::finds).stream()
            .filter(routine -> !routine.file().isEmpty())
            .map(routine ->
                new PprofText.Listed(
                    routine.function(),
                    Path.of(routine.file()).normalize().toString(),
                    routine.flat(),
                    routine.cumulative()))
            .toList();

    assertThat(routines).as(mid(profile)).isEqualTo(listed);
  }

  /// Rows of one name are one, because shortened paths fall together.
  private static Map<String, PprofText.Row> merged(List<PprofText.Row> rows) {
    Map<String, PprofText.Row> merged = new LinkedHashMap<>();
    for (PprofText.Row row : rows) {
      if (row.flat() != 0 || row.cum() != 0) {
        merged.merge(
            row.name(),
            row,
            (one, other) ->
                new PprofText.Row(one.name(), one.flat() + other.flat(), one.cum() + other.cum()));
      }
    }
    return merged;
  }

  private static List<PprofText.Node> nodes(Profile profile, Order order) {
    return CallGraph.of(profile, profile.defaultType(), Granularity.FUNCTIONS, order).stream()
        .map(node ->
            new PprofText.Node(
                node.place().text(),
                node.flat(),
                node.cumulative(),
                edges(node.callers()),
                edges(node.callees())))
        .toList();
  }

  private static List<String> edges(List<CallGraph.Edge> edges) {
    return edges.stream().map(edge -> edge.value() + " " + edge.other().text()).toList();
  }

  private static String stack(Profile profile, int sample) {
    List<String> frames = new ArrayList<>();
    int stack = profile.sampleStack(sample);
    while (stack != Profile.NONE) {
      frames.add(profile.frames().get(profile.stackFrame(stack)).function());
      stack = profile.stackCaller(stack);
    }
    return profile.value(profile.defaultType(), sample) + ": " + String.join("; ", frames);
  }

  private String run(Path file, Profile profile, String report, List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(ALL);
    all.add(report);
    all.add(PprofText.unit(profile, profile.defaultType()));
    all.addAll(options);
    return GoTool.pprof(folder, all, file).out();
  }

  private static Profile read(Path file) throws IOException {
    return Readers.formats().read(Source.of(file), _ -> {});
  }

  private static Profile filtered(Profile profile, List<String> options) {
    return Filtered.of(profile, filters(options)).profile();
  }

  /// What pprof's options mean here.
  private static Filters filters(List<String> options) {
    return new Filters(
        new Filters.Names(
            pattern(options, "focus"),
            pattern(options, "ignore"),
            pattern(options, "hide"),
            pattern(options, "show"),
            pattern(options, "show_from"),
            pattern(options, "prune_from")),
        new Filters.Tags(
            value(options, "tagfocus").map(TagFilter::of),
            value(options, "tagignore").map(TagFilter::of),
            Optional.empty(),
            Optional.empty()),
        options.contains("-noinlines") ? Filters.Inlined.MERGED : Filters.Inlined.SHOWN);
  }

  private static Optional<BoundedPattern> pattern(List<String> options, String name) {
    return value(options, name).map(BoundedPattern::of);
  }

  private static Optional<String> value(List<String> options, String name) {
    return options.stream()
        .filter(option -> option.startsWith("-" + name + "="))
        .map(option -> option.substring(name.length() + 2))
        .findFirst();
  }

  private static List<String> options(Profile profile, String row) {
    if (row.isEmpty()) {
      return List.of();
    }
    Label.Text label = label(profile);
    return Stream.of(row.split(" "))
        .map(option ->
            option
                .replace("HOT", hot(profile))
                .replace("MID", mid(profile))
                .replace("LEAF", quoted(ranked(profile).getLast().function()))
                .replace("FILE", quoted(ranked(profile).get(ranked(profile).size() / 3).file()))
                .replace("BINARY", quoted(binary(profile)))
                .replace("KEY", label.key())
                .replace("VALUE", quoted(label.text()).replace(",", ".")))
        .map(option -> option.endsWith("=") ? option + "none" : option)
        .toList();
  }

  private static String hot(Profile profile) {
    return quoted(ranked(profile).getFirst().function());
  }

  /// A function that both calls and is called, where there is one.
  private static String mid(Profile profile) {
    List<Hotspot> byCumulative =
        ranked(profile).stream()
            .filter(hotspot -> hotspot.cumulative() != hotspot.flat())
            .sorted(Comparator.comparingLong(Hotspot::cumulative).reversed())
            .toList();
    return byCumulative.isEmpty()
        ? hot(profile)
        : quoted(byCumulative.get(byCumulative.size() / 2).function());
  }

  private static List<Hotspot> ranked(Profile profile) {
    return Hotspots.of(profile, profile.defaultType(), Granularity.FUNCTIONS);
  }

  private static String binary(Profile profile) {
    String path =
        profile.code().mappings().stream()
            .map(mapping -> mapping.file())
            .filter(file -> !file.isEmpty())
            .reduce((_, last) -> last)
            .orElse("none");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Label.Text label(Profile profile) {
    return IntStream.range(0, profile.sampleCount())
        .mapToObj(profile::labels)
        .flatMap(List::stream)
        .map(label -> label instanceof Label.Text text ? text : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(new Label.Text("none", "none"));
  }

  private static String quoted(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}_/:;<>@ -]", "\\\\$0").replace(" ", ".");
  }

  private static String name(Path file) {
    return file.getName(file.getNameCount() - 3) + "/" + file.getFileName();
  }
}
