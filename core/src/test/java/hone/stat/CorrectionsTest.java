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
