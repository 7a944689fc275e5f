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
