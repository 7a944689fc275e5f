package hone.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Profiles of two checkouts in which `main` calls `a`, `b` and `c`, that many samples each.
class SlowdownTest {

  @Test
  void nothingGrewBetweenAProfileAndItself() {
    assertThat(Slowdown.of(profile(100, 200, 50), profile(100, 200, 50), 0, 1)).isEmpty();
    assertThat(Slowdown.of(profile(100, 200, 50), profile(200, 400, 100), 0, 1)).isEmpty();
  }

  @Test
  void findsTheFunctionThatGrewAndByHowMuchOfAnOperation() {
    // An operation takes twice as long; a and b take as long as before, c the rest.
    List<Slowdown> grown = Slowdown.of(profile(100, 200, 100), profile(50, 100, 250), 0, 2);

    Slowdown first = grown.getFirst();
    assertThat(first.function()).isEqualTo("c");
    assertThat(first.file()).isEqualTo("shop.go");
    assertThat(first.ofItself()).isTrue();
    assertThat(first.oldShare()).isCloseTo(0.25, within(1e-12));
    assertThat(first.newShare()).isCloseTo(0.625, within(1e-12));
    assertThat(first.flat()).isCloseTo(1, within(1e-12));
    assertThat(grown).extracting(Slowdown::function).containsExactly("c", "main");
    assertThat(grown.getLast().ofItself()).isFalse();
    assertThat(grown.getLast().cumulative()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aFunctionThatIsNewIsFoundAndOneThatIsGoneIsNot() {
    List<Slowdown> grown = Slowdown.of(profile(100, 100, 0), profile(0, 100, 100), 0, 1);

    assertThat(grown).extracting(Slowdown::function).containsExactly("c");
  }

  @Test
  void aFewSamplesAreChance() {
    assertThat(Slowdown.of(profile(100, 100, 3), profile(100, 100, 9), 0, 1)).isEmpty();
  }

  private static Slowdown.Side profile(int a, int b, int c) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    int main = builder.stack(builder.frame(new Frame("main", "main.go", 3)), Profile.NONE);
    String file = "/srv/c" + a + "/shop.go";
    add(builder, main, new Frame("a", file, 7), a);
    add(builder, main, new Frame("b", file, 9), b);
    add(builder, main, new Frame("c", file, 12), c);
    return new Slowdown.Side(builder.build(Recording.of("test"), 0), "/srv/c" + a);
  }

  private static void add(ProfileBuilder builder, int caller, Frame frame, int samples) {
    if (samples > 0) {
      builder.sample(builder.stack(builder.frame(frame), caller), samples);
    }
  }
}
