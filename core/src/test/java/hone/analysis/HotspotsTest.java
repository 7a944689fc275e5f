package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

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
