package hone.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void prefersTheBuildFileNearestTheTop() {
    assertThat(Language.detected(List.of("go.mod", "web/package.json", "web/a.js", "web/b.js")))
        .contains(Language.GO);
  }

  @Test
  void countsSourceFilesWhereNothingIsBuilt() {
    assertThat(Language.detected(List.of("a.py", "b.py", "c.js"))).contains(Language.PYTHON);
  }

  @Test
  void settlesNothingBetweenEqualClaims() {
    assertThat(Language.detected(List.of("a.py", "c.js"))).isEmpty();
    assertThat(Language.detected(List.of())).isEmpty();
  }
}
