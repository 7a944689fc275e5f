package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.profile.Code;
import hone.profile.Frame;
import hone.profile.Function;
import hone.profile.Location;
import hone.profile.Mapping;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HotspotsTest {

  @Test
  void countsARecursiveFunctionOnceForEachSample() {
    ProfileBuilder builder = builder();
    int outer = builder.stack(builder.frame(new Frame("walk", "tree.go", 3)), Profile.NONE);
    int inner = builder.stack(builder.frame(new Frame("walk", "tree.go", 9)), outer);
    builder.sample(builder.stack(builder.frame(new Frame("visit", "tree.go", 20)), inner), 4);
    builder.sample(inner, 1);

    assertThat(Hotspots.of(built(builder), 0, Granularity.FUNCTIONS))
        .containsExactly(
            new Hotspot("visit", "tree.go", 20, 4, 4), new Hotspot("walk", "tree.go", 9, 1, 5));
    assertThat(Hotspots.of(built(builder), 0, Granularity.LINES))
        .containsExactly(
            new Hotspot("visit", "tree.go", 20, 4, 4),
            new Hotspot("walk", "tree.go", 9, 1, 5),
            new Hotspot("walk", "tree.go", 3, 0, 5));
  }

  @Test
  void flatValuesSumToTheTotalAndNoneExceedsItsCumulativeValue() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      Profile profile = random(random);
      List<Hotspot> hotspots = Hotspots.of(profile, 0, Granularity.FUNCTIONS);

      assertThat(hotspots.stream().mapToLong(Hotspot::flat).sum()).isEqualTo(profile.total(0));
      for (Hotspot hotspot : hotspots) {
        assertThat(hotspot.flat()).isLessThanOrEqualTo(hotspot.cumulative());
        assertThat(hotspot.cumulative()).isEqualTo(cumulative(profile, hotspot.function()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void aShortTableIsTheBeginningOfTheWholeOne(Granularity granularity) {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 100; round++) {
      Profile profile = round % 2 == 0 ? random(random) : located(random);
      List<Hotspot> whole = Hotspots.of(profile, 0, granularity);
      Comparator<Hotspot> cumulative =
          Comparator.comparingLong(Hotspot::cumulative).thenComparingLong(Hotspot::flat).reversed();
      List<Hotspot> turned = whole.stream().sorted(cumulative).toList();
      for (int most : new int[] {0, 1, 2, 3, 5, whole.size(), whole.size() + 1}) {
        assertThat(Hotspots.of(profile, 0, granularity, Order.FLAT, most))
            .isEqualTo(whole.subList(0, Math.min(most, whole.size())));
        assertThat(Hotspots.of(profile, 0, granularity, Order.CUMULATIVE, most))
            .isEqualTo(turned.subList(0, Math.min(most, turned.size())));
      }
    }
  }

  /// Oracle: `go tool pprof -top -diff_base` of go 1.26.8, of two profiles that differ by this.
  @Test
  void whatShrankMostStandsBeforeWhatGrewLess() {
    ProfileBuilder builder = builder();
    for (long change : new long[] {3, -900, 40, -2}) {
      builder.sample(builder.stack(builder.frame(Frame.named("by" + change)), -1), change);
    }
    Profile difference = built(builder);

    for (Order order : Order.values()) {
      assertThat(Hotspots.of(difference, 0, Granularity.FUNCTIONS, order, 4))
          .extracting(Hotspot::function)
          .containsExactly("by-900", "by40", "by3", "by-2");
      assertThat(Hotspots.of(difference, 0, Granularity.FUNCTIONS, order, 2))
          .extracting(Hotspot::function)
          .containsExactly("by-900", "by40");
    }
  }

  /// Two functions have one name, one has none, some calls are inlined, some locations unknown.
  @Test
  void rowsOfFramesOfLocationsAreThoseOfTheSameFramesWithoutThem() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 100; round++) {
      Profile located = located(random);
      Profile plain = plain(located);
      for (Granularity granularity :
          List.of(Granularity.FUNCTIONS, Granularity.FILEFUNCTIONS, Granularity.LINES)) {
        assertThat(Hotspots.of(located, 0, granularity))
            .isEqualTo(Hotspots.of(plain, 0, granularity));
      }
    }
  }

  private static Profile located(SplittableRandom random) {
    ProfileBuilder builder = builder();
    List<Function> functions =
        List.of(
            new Function(1, "f1", "", "a.go", 0),
            new Function(2, "f2", "_f2", "a.go", 0),
            new Function(3, " ", "f1", "b.go", 0),
            new Function(4, "", " ", "b.go", 0),
            new Function(5, "f1", "_f1", "a.go", 7));
    List<Mapping> mappings =
        List.of(
            new Mapping(1, 0, 9, 0, "/bin/shop", "", Set.of()),
            new Mapping(2, 9, 19, 0, "/lib/libc.so", "", Set.of()));
    List<Location> locations = new ArrayList<>();
    List<Integer> frames = new ArrayList<>();
    for (int location = 0; location < 12; location++) {
      List<Location.Call> calls =
          random
              .ints(random.nextInt(3), 0, functions.size())
              .mapToObj(function -> new Location.Call(function, random.nextLong(-1, 3), 0))
              .toList();
      int mapping = random.nextInt(-1, mappings.size());
      locations.add(new Location(location + 1, mapping, location, false, calls));
      for (int call = Math.max(0, calls.size() - 1); call >= 0; call--) {
        frames.add(builder.frame(location, call));
      }
    }
    builder.code(new Code(mappings, functions, locations));
    for (int sample = 0; sample < 30; sample++) {
      int stack = Profile.NONE;
      for (int level = random.nextInt(1, 8); level > 0; level--) {
        stack = builder.stack(frames.get(random.nextInt(frames.size())), stack);
      }
      builder.sample(stack, random.nextInt(1, 6));
    }
    return built(builder);
  }

  private static Profile plain(Profile located) {
    ProfileBuilder builder = builder();
    int[] frames = located.frames().stream().mapToInt(builder::frame).toArray();
    int[] stacks = new int[located.stackCount()];
    for (int stack = 0; stack < stacks.length; stack++) {
      int caller = located.stackCaller(stack);
      stacks[stack] =
          builder.stack(
              frames[located.stackFrame(stack)],
              caller == Profile.NONE ? Profile.NONE : stacks[caller]);
    }
    for (int sample = 0; sample < located.sampleCount(); sample++) {
      builder.sample(stacks[located.sampleStack(sample)], located.value(0, sample));
    }
    return built(builder);
  }

  /// The definition itself: the values of the samples that have the function anywhere.
  private static long cumulative(Profile profile, String function) {
    long sum = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      boolean met = false;
      int stack = profile.sampleStack(sample);
      while (stack != Profile.NONE) {
        met |= profile.frames().get(profile.stackFrame(stack)).function().equals(function);
        stack = profile.stackCaller(stack);
      }
      sum += met ? profile.value(0, sample) : 0;
    }
    return sum;
  }

  private static Profile random(SplittableRandom random) {
    ProfileBuilder builder = builder();
    for (int sample = 0; sample < 40; sample++) {
      int stack = Profile.NONE;
      int depth = random.nextInt(1, 12);
      for (int level = 0; level < depth; level++) {
        String name = "f" + random.nextInt(6);
        stack = builder.stack(builder.frame(new Frame(name, "", random.nextInt(3))), stack);
      }
      builder.sample(stack, random.nextInt(1, 100));
    }
    return built(builder);
  }

  private static ProfileBuilder builder() {
    return new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
  }

  private static Profile built(ProfileBuilder builder) {
    return builder.build(Recording.of("pprof"), 0);
  }
}
