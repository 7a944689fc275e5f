package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrectionsTest {

  @Test
  void agreesWithEveryVector() throws IOException {
    for (JsonNode vector : Vectors.exact("adjust")) {
      double[] p = Vectors.numbers(vector.get("p"));

      assertThat(Corrections.holm(p))
          .containsExactly(Vectors.numbers(vector.get("holm")), within(1e-12));
      assertThat(Corrections.benjaminiHochberg(p))
          .containsExactly(Vectors.numbers(vector.get("bh")), within(1e-12));
    }
  }

  @Test
  void agreesWithStatsmodelsAndScipy() {
    double[] p = {0.01, 0.04, 0.03, 0.005, 0.5, 0.04};

    // statsmodels 0.15.0: multipletests(p, method='holm')[1]
    assertThat(Corrections.holm(p))
        .containsExactly(new double[] {0.05, 0.12, 0.12, 0.03, 0.5, 0.12}, within(1e-15));
    // SciPy 1.17.1: scipy.stats.false_discovery_control(p)
    assertThat(Corrections.benjaminiHochberg(p))
        .containsExactly(new double[] {0.03, 0.048, 0.048, 0.03, 0.5, 0.048}, within(1e-15));
  }

  @Test
  void leavesASingleTestAlone() {
    assertThat(Corrections.holm(new double[] {0.03})).containsExactly(0.03);
    assertThat(Corrections.benjaminiHochberg(new double[] {0.03})).containsExactly(0.03);
    assertThat(Corrections.holm(new double[0])).isEmpty();
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> Corrections.holm(new double[] {Double.NaN}))
        .hasMessage("p is not in [0, 1]: NaN");
  }
}
