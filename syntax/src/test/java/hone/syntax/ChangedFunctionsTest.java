package hone.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.FormatException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedFunctionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.go   | package a\\nfunc one() int { return 1 }\\nfunc (t T) two() int { return 1 } | two
          a.py   | def one():\\n    return 2\\nclass T:\\n    def two(self):\\n        return 1 | T.two
          a.js   | const one = () => 2;\\nfunction two() { return 1; }                         | two
          A.java | class A { int one() { return 2; } int two() { return 1; } }                 | A.two
          """)
  void namesTheFunctionWhoseTextDiffers(String path, String text, String changed)
      throws FormatException {
    String before = text.translateEscapes();
    int at = before.lastIndexOf('1');
    String after = before.substring(0, at) + "10" + before.substring(at + 1);

    assertThat(ChangedFunctions.between(path, Optional.of(before), Optional.of(after)))
        .containsExactly(changed);
    assertThat(ChangedFunctions.between(path, Optional.of(before), Optional.of(before))).isEmpty();
  }

  @Test
  void namesWhatIsNewAndWhatIsGone() throws FormatException {
    String before = "def a():\n    pass\ndef b():\n    pass\n";
    String after = "def b():\n    pass\ndef c():\n    pass\n";

    assertThat(ChangedFunctions.between("a.py", Optional.of(before), Optional.of(after)))
        .containsExactly("c", "a");
    assertThat(ChangedFunctions.between("a.py", Optional.empty(), Optional.of(after)))
        .containsExactly("b", "c");
  }

  @Test
  void codeOutsideOfFunctionsNamesNone() throws FormatException {
    assertThat(ChangedFunctions.between("a.py", Optional.of("x = 1\n"), Optional.of("x = 2\n")))
        .isEmpty();
  }

  @Test
  void aFunctionWithoutANameBelongsToTheOneAroundIt() throws FormatException {
    String before = "function a() { return [1].map(x => x + 1); }";

    assertThat(
            ChangedFunctions.between(
                "a.js", Optional.of(before), Optional.of(before.replace("x + 1", "x + 2"))))
        .containsExactly("a");
  }
}
