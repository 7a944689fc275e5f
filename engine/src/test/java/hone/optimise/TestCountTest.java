package hone.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCountTest {

  /// Lines as the runners print them: Surefire 3.6.1, pytest 9, node:test of Node 20 (spec and tap),
  /// `go test -v` of Go 1.26.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.2 s;[INFO] Tests run: 41, Failures: 0, Errors: 0, Skipped: 0 | 41
          ============== 37 passed in 0.41s ============== | 37
          37 passed, 2 warnings in 0.41s | 37
          # tests 9;# pass 9;# fail 0 | 9
          ℹ pass 14 | 14
          --- PASS: TestA (0.00s);--- PASS: TestB (0.00s);ok  example.com/orders | 2
          """)
  void readsWhatARunnerPrintsLast(String output, int count) {
    assertThat(TestCount.in(output.replace(';', '\n'))).isEqualTo(Optional.of(count));
  }

  @ParameterizedTest
  @CsvSource({"ok", "'Tests run: 3, Failures: 1, Errors: 0'", "passed"})
  void saysNothingWhereNothingIsToBeRead(String output) {
    assertThat(TestCount.in(output)).isEmpty();
  }
}
