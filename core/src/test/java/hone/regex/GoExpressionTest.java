package hone.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: `regexp.Compile` and `MatchString` of go 1.26.8, run on each row.
class GoExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\\p{^Greek} ~ a ~ true",
        "\\p{^Greek} ~ α ~ false",
        "\\P{^Greek} ~ α ~ true",
        "\\p{greek} ~ α ~ true",
        "\\p{Lowercase Letter} ~ a ~ true",
        "(?i)\\p{Lu} ~ a ~ true",
        "(?i)\\P{Lu} ~ a ~ false",
        "a{,2} ~ aa ~ false",
        "a{,2} ~ a{,2} ~ true",
        "^a{01}$ ~ a{01} ~ true",
        "\\155 ~ m ~ true",
        "\\08 ~ `\0008` ~ true",
        "\\x{1F642} ~ 🙂 ~ true",
        "\\Q.\\E ~ a ~ false",
        "a\\Q*+ ~ a*+ ~ true",
        "(?i)k ~ \u212a ~ true",
        "[\u212a-\u212a] ~ k ~ false",
        "(?i)[\u212a-\u212a] ~ k ~ true",
        "(?i)[^k] ~ \u212a ~ false",
        "(?i:\\w) ~ \u017f ~ true",
        "(?i)i ~ \u0131 ~ false",
        "a$ ~ `a\n` ~ false",
        "(?m)a$ ~ `a\n` ~ true",
        "(?m)^$ ~ `a\n` ~ true",
        ".a ~ `\ra` ~ true",
        ".a ~ `\na` ~ false",
        "(?s).a ~ `\na` ~ true",
        "\\Bx ~ 🙂x ~ false",
        "^\\B.$ ~ 🙂 ~ true",
        "a\\b ~ a\u0301 ~ true",
        "[[:^alpha:]] ~ é ~ true",
        "[^\\W] ~ é ~ false",
        "(?U)a+? ~ a ~ true",
        "^a*(?i)*$ ~ aa ~ true",
        "(?<n>a)(?P<n>b) ~ ab ~ true",
        "^(?i)a(?-i)b$ ~ Ab ~ true",
        "^(?i:a)b$ ~ AB ~ false",
      })
  void meansWhatItMeansInGo(String expression, String text, boolean found) {
    assertThat(Pattern.compile(GoExpression.java(expression)).matcher(text).find())
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a** ~ has a repetition of a repetition *",
        "a++ ~ has a repetition of a repetition +",
        "*a ~ has nothing before *",
        "(|*) ~ has nothing before *",
        "(?i)* ~ has nothing before *",
        "(a ~ has a ( without )",
        "a) ~ has a ) without (",
        "[a ~ has no ] for [a",
        "[] ~ has no ] for []",
        "[z-a] ~ has an impossible range z-a",
        "[[:foo:]] ~ has an unknown class [:foo:]",
        "[[:Alpha:]] ~ has an unknown class [:Alpha:]",
        "\\p{Foo} ~ has an unknown class \\p{Foo}",
        "\\pX ~ has an unknown class \\pX",
        "\\p{ ~ has an unknown class \\p{",
        "\\p ~ has an unknown class \\p",
        "[a-\\d] ~ has an unknown escape \\d",
        "[\\b] ~ has an unknown escape \\b",
        "\\1 ~ has an unknown escape \\1",
        "\\18 ~ has an unknown escape \\1",
        "\\8 ~ has an unknown escape \\8",
        "\\Z ~ has an unknown escape \\Z",
        "\\C ~ has an unknown escape \\C",
        "\\é ~ has an unknown escape \\é",
        "\\x4 ~ has an unknown escape \\x",
        "\\x{110000} ~ has an unknown escape \\x{110000",
        "a\\ ~ ends in a backslash",
        "(?=a) ~ has unknown syntax (?=a)",
        "(?<!a) ~ has unknown syntax (?<!a)",
        "(?>a) ~ has unknown syntax (?>a)",
        "(?i-) ~ has unknown syntax (?i-)",
        "(?P<>a) ~ has unknown syntax (?P<>a)",
        "a{3,2} ~ has an impossible count {3,2}",
        "a{1001} ~ repeats more than 1000 times",
        "(a{100}){11} ~ repeats more than 1000 times",
      })
  void refusesWhatGoRefuses(String expression, String why) {
    assertThatThrownBy(() -> GoExpression.java(expression))
        .isInstanceOf(SyntaxException.class)
        .hasMessage(why);
  }

  @Test
  void refusesGroupsThatAreMoreThanAThousandDeep() {
    assertThatThrownBy(() -> GoExpression.java("(".repeat(1001) + ")".repeat(1001)))
        .isInstanceOf(SyntaxException.class)
        .hasMessage("is more than 1000 groups deep");
  }
}
