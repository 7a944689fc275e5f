package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignedRankTest {

  @Test
  void agreesWithEveryCountedVector() throws IOException {
    for (JsonNode vector : Vectors.exact("signed_rank")) {
      RankTest test = SignedRank.of(Vectors.numbers(vector.get("d")));

      String what = vector.toString();
      assertThat(test.statistic()).as(what).isEqualTo(vector.path("Wplus").asDouble(0));
      assertThat(test.greater())
          .as(what)
          .isCloseTo(vector.path("p_greater").asDouble(1), within(1e-12));
      assertThat(test.twoSided())
          .as(what)
          .isCloseTo(vector.get("p_two_sided").asDouble(), within(1e-12));
    }
  }

  @Test
  void agreesWithScipyWithTiesAndWithout() {
    // SciPy 1.17.1: wilcoxon(d, method='exact', alternative='two-sided' | 'less' | 'greater')
    RankTest plain =
        SignedRank.of(new double[] {1.1, -2.3, 3.2, 4.1, -0.4, 5.6, 7.7, -6.5, 8.8, 9.1});
    assertThat(plain.statistic()).isEqualTo(44);
    assertThat(plain.twoSided()).isCloseTo(0.10546875, within(1e-15));
    assertThat(plain.less()).isCloseTo(0.9580078125, within(1e-15));
    assertThat(plain.greater()).isCloseTo(0.052734375, within(1e-15));

    // SciPy 1.17.1: r = rankdata(abs(d)) * sign(d); permutation_test((r,), sum of those above 0,
    // permutation_type='samples', alternative='less' | 'greater', n_resamples=inf)
    RankTest tied = SignedRank.of(new double[] {1, -2, 2, 3, -1, 4, 4, -3, 5, 2, 1, -1});
    assertThat(tied.statistic()).isEqualTo(58.5);
    assertThat(tied.less()).isCloseTo(0.941650390625, within(1e-15));
    assertThat(tied.greater()).isCloseTo(0.072021484375, within(1e-15));
  }

  @Test
  void mirrorsWhenTheSignsAreTurned() {
    double[] differences = {3, -1, 4, 1, -5, 9, 2, -6};
    double[] turned = Arrays.stream(differences).map(each -> -each).toArray();

    assertThat(SignedRank.of(turned).less())
        .isCloseTo(SignedRank.of(differences).greater(), within(1e-14));
  }

  @Test
  void seesNothingInZeros() {
    assertThat(SignedRank.of(new double[] {0, 0})).isEqualTo(new RankTest(0, 1, 1, 1, true));
  }
}
