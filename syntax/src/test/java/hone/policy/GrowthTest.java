package hone.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.go | func f(n int) int { return n } | func f(n int) int { slog.Info("f", "n", n); return n } | logging: a.go:1 'slog.Info
          a.py | def f(n):\\n    return n | def f(n):\\n    logging.info("f")\\n    return n | logging: a.py:2 'logging.info
          a.js | function f(n) { return n; } | function f(n) { console.log(n); return n; } | logging: a.js:1 'console.log
          A.java | class A { int f(int n) { return n; } } | class A { int f(int n) { if (n < 0) { throw new IllegalArgumentException("n"); } return n; } } | validation
          """)
  void namesWhatIsAdded(String path, String before, String after, String phrase) {
    Growth growth = growth(path, before, after);

    assertThat(growth.additions()).anySatisfy(each -> assertThat(each).contains(phrase));
    assertThat(growth(path, after, before).additions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.go | func f(n int) { g(n) } | func f(n int) { for i := 0; i < n; i++ { g(n) } }
          a.py | def f(n):\\n    g(n) | def f(n):\\n    for i in n:\\n        g(i)
          a.js | function f(n) { const s = new Set(n); return s; } | function f(n) { return n; }
          A.java | class A { void f(int n) { g(n); } } | class A { void f(int n) { while (n-- > 0) { g(n); } } }
          """)
  void knowsMoreWork(String path, String before, String after) {
    assertThat(growth(path, before, after).isMoreWork()).isTrue();
    assertThat(growth(path, after, before).isMoreWork()).isFalse();
    assertThat(growth(path, after, after)).isEqualTo(new Growth(List.of(), List.of(), false));
  }

  @Test
  void countsThePlacesOfAKind() {
    Growth growth =
        growth(
            "a.py",
            "def f(n):\\n    return n",
            "def f(n):\\n    logging.info(n)\\n    logging.error(n)\\n    return n");

    assertThat(growth.additions()).containsExactly("logging, 2 places: a.py:2 'logging.info(n)'");
  }

  @Test
  void passesOverTestsOtherFilesAndWhatCannotBeParsed() {
    String logs = "def f(n):\n    logging.info(n)\n";
    Growth growth =
        Growth.of(
            List.of(
                new FileChange("test_a.py", Optional.empty(), Optional.of(logs), true),
                new FileChange("notes.txt", Optional.empty(), Optional.of(logs), false),
                FileChange.of("b.py", "def f(:\n  ((", logs)));

    assertThat(growth).isEqualTo(new Growth(List.of(), List.of(), false));
  }

  private static Growth growth(String path, String before, String after) {
    return Growth.of(
        List.of(FileChange.of(path, before.replace("\\n", "\n"), after.replace("\\n", "\n"))));
  }
}
