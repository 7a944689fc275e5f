package hone.view;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.Granularity;
import hone.profile.Frame;
import hone.profile.Merge;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A profile less its base, by pprof's rules.
class DifferenceTest {

  /// Oracle: `pprof -top -diff_base` of go 1.26.8 on two such files, whose total is 2.
  @Test
  void sharesOfADifferenceAreOfWhatEqualSamplesOfTheBaseAddUpTo() {
    Profile profile = costing(7);
    Profile base = costing(5, -3);
    View chosen = View.of(profile, 0, Granularity.FUNCTIONS, Filters.NONE);
    Profile difference = Merge.of(List.of(profile, Normalised.negatedBase(base)));

    assertThat(View.less(profile, base, difference, chosen, Filters.NONE).total()).isEqualTo(2);
  }

  private static Profile costing(long... values) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    int stack = builder.stack(builder.frame(Frame.named("a")), Profile.NONE);
    for (long value : values) {
      builder.sample(stack, value);
    }
    return builder.build(Recording.of("test"), 0);
  }

  /// Oracle: `pprof -top -tagfocus=pprof::base -diff_base` of go 1.26.8.
  @Test
  void samplesOfABaseHaveTheLabelThatTheyHaveInPprof() {
    Profile difference = Merge.of(List.of(costing(7), Normalised.negatedBase(costing(5))));
    Filters.Tags ofBase =
        new Filters.Tags(
            Optional.of(TagFilter.of("pprof::base")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Filters filters = new Filters(Filters.NONE.names(), ofBase, Filters.Inlined.SHOWN);

    assertThat(Filtered.of(difference, filters).profile().total(0)).isEqualTo(-5);
  }

  /// Go: `math.Round(0.49999999999999994)` is 0.
  @Test
  void roundsAsGoDoesJustBelowTheHalf() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.COUNT)));
    int stack = builder.stack(builder.frame(Frame.named("a")), Profile.NONE);
    builder.sample(stack, 1);
    builder.sample(stack, 9_007_199_254_740_990L);
    Profile profile = builder.build(Recording.of("test"), 0);

    Profile half = Normalised.of(profile, 0, 4_503_599_627_370_495L);

    assertThat(half.sampleCount()).isEqualTo(1);
  }
}
