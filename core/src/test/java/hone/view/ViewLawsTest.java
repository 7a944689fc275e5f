package hone.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.analysis.Place;
import hone.input.BoundedPattern;
import hone.profile.Code;
import hone.profile.Frame;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What filters, sums and differences owe on any profile; the profiles are random, with seeds.
class ViewLawsTest {

  private static final int PROFILES = 50;

  @Test
  void focusAndIgnoreOfOneExpressionPartTheTotal() {
    for (int seed = 0; seed < PROFILES; seed++) {
      Profile profile = random(seed);
      for (String expression : List.of("a", "[bc]", "d|e", "zzz")) {
        Optional<BoundedPattern> pattern = Optional.of(BoundedPattern.of(expression));
        long in = left(profile, names -> names.with(pattern, Optional.empty())).total(0);
        long out = left(profile, names -> names.with(Optional.empty(), pattern)).total(0);

        assertThat(in + out).as("seed %d, %s", seed, expression).isEqualTo(profile.total(0));
      }
    }
  }

  @Test
  void hidingEverythingLeavesNothing() {
    Profile profile = random(1);

    assertThat(left(profile, names -> names.hiding(".")).sampleCount()).isZero();
    assertThat(left(profile, names -> names.hiding("zzz")).total(0)).isEqualTo(profile.total(0));
  }

  @Test
  void aProfileAddedToItselfHasTwiceTheCosts() {
    for (int seed = 0; seed < PROFILES; seed++) {
      Profile profile = random(seed);
      Profile twice = Merge.of(List.of(profile, profile));

      Map<Place, Difference.Cost> once = Difference.costs(profile, 0, Granularity.LINES);
      Difference.costs(twice, 0, Granularity.LINES)
          .forEach((place, cost) -> {
            Difference.Cost one = Objects.requireNonNull(once.get(place));
            assertThat(cost).isEqualTo(new Difference.Cost(2 * one.flat(), 2 * one.cumulative()));
          });
      assertThat(twice.total(0)).isEqualTo(2 * profile.total(0));
    }
  }

  @Test
  void aProfileLessItselfIsNothing() {
    Profile profile = random(3);

    assertThat(Merge.of(List.of(profile, Normalised.negated(profile))).sampleCount()).isZero();
  }

  /// Oracle: `pprof -top -focus=^$` of go 1.26.8, which takes one file without a name for all code
  /// of a profile without mappings.
  @Test
  void codeThatNobodySaysWasMappedIsOfAFileWithoutAName() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    builder.code(
        new Code(
            List.of(),
            List.of(new Function(1, "main", "", "a.c", 0)),
            List.of(new Location(1, Profile.NONE, 1, false, List.of(new Location.Call(0, 1, 0))))));
    builder.sample(builder.stack(builder.frame(0, 0), Profile.NONE), 5);
    Profile profile = builder.build(Recording.of("test"), 0);
    Optional<BoundedPattern> nothing = Optional.of(BoundedPattern.of("^$"));

    assertThat(left(profile, names -> names.with(nothing, Optional.empty())).total(0)).isEqualTo(5);
    assertThat(left(mapped(), names -> names.with(nothing, Optional.empty())).total(0)).isZero();
  }

  @Test
  void aNormalisedProfileHasTheTotalOfItsBaseUpToRounding() {
    for (int seed = 0; seed < PROFILES; seed++) {
      Profile base = random(seed);
      Profile profile = random(seed + PROFILES);

      assertThat(Normalised.of(profile, base).total(0))
          .isBetween(base.total(0) - profile.sampleCount(), base.total(0) + profile.sampleCount());
      assertThat(Normalised.of(profile, profile)).isSameAs(profile);
    }
  }

  @Test
  void flatValuesSumToTheTotalAndNoEdgeExceedsItsEnds() {
    for (int seed = 0; seed < PROFILES; seed++) {
      Profile profile = random(seed);
      List<CallGraph.Node> nodes = CallGraph.of(profile, 0, Granularity.FUNCTIONS, Order.FLAT);

      assertThat(nodes.stream().mapToLong(CallGraph.Node::flat).sum()).isEqualTo(profile.total(0));
      for (CallGraph.Node node : nodes) {
        assertThat(node.callers())
            .allMatch(
                edge -> edge.value() <= node.cumulative() && !edge.other().equals(node.place()));
      }
    }
  }

  @Test
  void profilesOfDifferentTypesAreNotAdded() {
    ProfileBuilder other = new ProfileBuilder(List.of(new ValueType("space", Unit.BYTES)));
    Profile bytes = other.build(Recording.of("test"), 0);

    assertThat(Merge.objection(random(1), bytes))
        .contains("value types differ: [cpu/nanoseconds] and [space/bytes]");
    assertThatThrownBy(() -> Merge.of(List.of(random(1), bytes)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "thread, true",
    "route, false",
    "thread=^main$, true",
    "thread=other, false",
    "1kb:, true",
    ":1kb, false",
    "1kb:4kb, true",
    "2048b, true",
    "bytes=2kb, true",
    "lines=2kb, false",
    "1ms:, false",
    "4f2, true",
    "4f3, false",
    "=main, true",
    "=other, false",
  })
  void tagFiltersFindTextsAndRanges(String filter, boolean found) {
    List<Label> labels =
        List.of(
            new Label.Text("thread", "main"),
            new Label.Text("span", "a4f2"),
            new Label.Amount("bytes", 2048, "bytes"));

    assertThat(TagFilter.of(filter).chooses(labels, Map.of("bytes", "bytes"))).isEqualTo(found);
  }

  /// Oracle: `pprof -top -hide=libc -show_from=libc` of go 1.26.8, which shows nothing of the same
  /// profile; without the first option it shows `qsort` and `compare`.
  @Test
  void aLocationThatIsHiddenBeginsNothing() {
    Optional<BoundedPattern> libc = Optional.of(BoundedPattern.of("libc"));
    Profile profile = mapped();

    assertThat(shownFrom(profile, Optional.empty(), libc).sampleCount()).isEqualTo(1);
    assertThat(shownFrom(profile, libc, libc).sampleCount()).isZero();
  }

  private static Profile shownFrom(
      Profile profile, Optional<BoundedPattern> hide, Optional<BoundedPattern> from) {
    Filters.Names names =
        new Filters.Names(
            Optional.empty(), Optional.empty(), hide, Optional.empty(), from, Optional.empty());
    return Filtered.of(profile, new Filters(names, Filters.NONE.tags(), Filters.Inlined.SHOWN))
        .profile();
  }

  /// A program whose function is called back by its library.
  private static Profile mapped() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    builder.code(
        new Code(
            List.of(
                new Mapping(1, 0, 99, 0, "/bin/app", "", Set.of()),
                new Mapping(2, 100, 199, 0, "/lib/libc.so.6", "", Set.of())),
            List.of(
                new Function(1, "main", "", "a.c", 0),
                new Function(2, "qsort", "", "q.c", 0),
                new Function(3, "compare", "", "a.c", 0)),
            List.of(
                new Location(1, 0, 10, false, List.of(new Location.Call(0, 1, 0))),
                new Location(2, 1, 110, false, List.of(new Location.Call(1, 2, 0))),
                new Location(3, 0, 20, false, List.of(new Location.Call(2, 3, 0))))));
    int stack = Profile.NONE;
    for (int location = 0; location < 3; location++) {
      stack = builder.stack(builder.frame(location, 0), stack);
    }
    builder.sample(stack, 5);
    return builder.build(Recording.of("test"), 0);
  }

  /// Oracle: `pprof -top -show_from=^b -prune_from=^a` of go 1.26.8 on the same stack: `c` has the
  /// flat value, `b` the cumulative one.
  @Test
  void aCallerThatIsCutAwayEndsNothing() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    int stack = Profile.NONE;
    for (String name : List.of("a", "b", "c")) {
      stack = builder.stack(builder.frame(Frame.named(name)), stack);
    }
    builder.sample(stack, 5);
    Filters.Names names =
        new Filters.Names(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(BoundedPattern.of("^b")),
            Optional.of(BoundedPattern.of("^a")));

    Profile left =
        Filtered.of(
                builder.build(Recording.of("test"), 0),
                new Filters(names, Filters.NONE.tags(), Filters.Inlined.SHOWN))
            .profile();

    assertThat(CallGraph.of(left, 0, Granularity.FUNCTIONS, Order.FLAT))
        .extracting(node -> node.place().text() + " " + node.flat() + " " + node.cumulative())
        .containsExactly("c 5 5", "b 0 5");
  }

  @ParameterizedTest
  @CsvSource({"thread, 0", "route, 0", "nowhere, 2"})
  void labelsThatNoSampleHasAreTold(String key, int told) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    builder.sample(builder.stack(builder.frame(Frame.named("a")), Profile.NONE), 1);
    builder.label(new Label.Text("thread", "main"));
    builder.label(new Label.Amount("route", 7, ""));
    Optional<BoundedPattern> pattern = Optional.of(BoundedPattern.of(key));
    Filters.Tags tags = new Filters.Tags(Optional.empty(), Optional.empty(), pattern, pattern);

    assertThat(
            Filtered.of(
                    builder.build(Recording.of("test"), 0),
                    new Filters(Filters.NONE.names(), tags, Filters.Inlined.SHOWN))
                .unmatched())
        .hasSize(told);
  }

  @Test
  void labelsAreShownAndHiddenByKey() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    int stack = builder.stack(builder.frame(Frame.named("a")), Profile.NONE);
    builder.sample(stack, 1);
    builder.label(new Label.Text("thread", "main"));
    builder.label(new Label.Text("route", "/orders"));
    Profile profile = builder.build(Recording.of("test"), 0);
    Filters filters =
        new Filters(
            Filters.NONE.names(),
            new Filters.Tags(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BoundedPattern.of("^route"))),
            Filters.Inlined.SHOWN);

    assertThat(Filtered.of(profile, filters).profile().labels(0))
        .containsExactly(new Label.Text("thread", "main"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "a{2,1}", "*a"})
  void anExpressionThatCannotBeReadIsRefused(String expression) {
    assertThatThrownBy(() -> BoundedPattern.of(expression))
        .isInstanceOf(BoundedPattern.ExpressionException.class)
        .hasMessageContaining(expression);
  }

  @Test
  void anExpressionThatBacktracksWithoutEndIsStopped() {
    BoundedPattern endless = BoundedPattern.of("(.*)(.*)(.*)(.*)(.*)y");

    assertThatThrownBy(() -> endless.finds("x".repeat(1_000)))
        .isInstanceOf(BoundedPattern.ExpressionException.class)
        .hasMessageContaining("takes too long");
  }

  @ParameterizedTest
  @CsvSource({
    "[[:alpha:]]+, abc, true",
    "[[:^alpha:]], abc, false",
    "(?P<name>b)c, abc, true",
    "'[[]x', '[x', true",
    "'[a&&b]', '&', true",
    "'\\p{Greek}', α, true",
    "'[]a]', ']', true",
    "'(?i)GRÖS', grös, true",
    "'(?i)[à-ü]', Ü, true",
    "'^a.b$', 'a\u2028b', true",
    "'\\v', 'a\u2028b', false",
  })
  void expressionsMeanWhatTheyMeanInGo(String expression, String text, boolean found) {
    assertThat(BoundedPattern.of(expression).finds(text)).isEqualTo(found);
  }

  /// Filters by name that are changed one at a time.
  private record Names(
      Optional<BoundedPattern> focus,
      Optional<BoundedPattern> ignore,
      Optional<BoundedPattern> hide) {

    Names with(Optional<BoundedPattern> focused, Optional<BoundedPattern> ignored) {
      return new Names(focused, ignored, hide);
    }

    Names hiding(String expression) {
      return new Names(focus, ignore, Optional.of(BoundedPattern.of(expression)));
    }
  }

  private static Profile left(Profile profile, UnaryOperator<Names> change) {
    Names names = change.apply(new Names(Optional.empty(), Optional.empty(), Optional.empty()));
    Filters filters =
        new Filters(
            new Filters.Names(
                names.focus,
                names.ignore,
                names.hide,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Filters.NONE.tags(),
            Filters.Inlined.SHOWN);
    return Filtered.of(profile, filters).profile();
  }

  /// Stacks of up to six calls of five functions, recursion among them.
  private static Profile random(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    int samples = random.nextInt(1, 40);
    for (int sample = 0; sample < samples; sample++) {
      int stack = Profile.NONE;
      int depth = random.nextInt(1, 7);
      for (int at = 0; at < depth; at++) {
        String name = String.valueOf((char) ('a' + random.nextInt(5)));
        stack = builder.stack(builder.frame(new Frame(name, "x.q", random.nextInt(3))), stack);
      }
      builder.sample(stack, random.nextInt(1, 1_000));
    }
    return builder.build(Recording.of("test"), 0);
  }
}
