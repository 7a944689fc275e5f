package hone.checks;

import static com.google.errorprone.CompilationTestHelper.newInstance;

import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Each rule on a source that breaks it, where the line after `// BUG` must be reported and no other.
class ChecksTest {

  private CompilationTestHelper rule(Class<? extends BugChecker> rule) {
    return newInstance(rule, getClass());
  }

  private static String lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> "// " + i + "\n").collect(Collectors.joining());
  }

  @Test
  void aLocalVariableNamesItsType() {
    rule(NoVar.class)
        .addSourceLines(
            "Sum.java",
            "class Sum {",
            "  long of(java.util.List<Long> values) {",
            "    // BUG: Diagnostic contains: write the type",
            "    var sum = 0L;",
            "    // BUG: Diagnostic contains: write the type",
            "    for (var value : values) { sum += value; }",
            "    long var = sum;",
            "    values.forEach(value -> {});",
            "    return var;",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void aFileOfFourHundredLinesPassesAndOneMoreDoesNot() {
    rule(TooLong.class).addSourceLines("Fits.java", lines(399) + "class Fits {}").doTest();
    rule(TooLong.class)
        .addSourceLines(
            "Long.java", lines(399), "// BUG: Diagnostic contains: more than 400", "class Long {}")
        .doTest();
  }

  @Test
  void aMethodOfSixtyLinesPassesAndOneMoreDoesNot() {
    rule(TooLong.class)
        .addSourceLines("Fits.java", "class Fits {", "  void a() {", lines(57), "  }", "}")
        .doTest();
    rule(TooLong.class)
        .addSourceLines(
            "Long.java",
            "class Long {",
            "  // BUG: Diagnostic contains: more than 60",
            "  void a() {",
            lines(59),
            "  }",
            "}")
        .doTest();
  }

  @Test
  void onlyARecordHasMoreThanFiveParameters() {
    rule(TooLong.class)
        .addSourceLines("Six.java", "record Six(int a, int b, int c, int d, int e, int f) {}")
        .addSourceLines(
            "Calls.java",
            "class Calls {",
            "  void five(int a, int b, int c, int d, int e) {}",
            "  // BUG: Diagnostic contains: 6 parameters",
            "  void six(int a, int b, int c, int d, int e, int f) {}",
            "}")
        .doTest();
  }

  @Test
  void aSwitchOverAnEnumOrSealedTypeHasNoDefault() {
    rule(NoDefault.class)
        .addSourceLines(
            "Cases.java",
            "class Cases {",
            "  enum Side { LEFT, RIGHT }",
            "  sealed interface Shape permits Dot, Line {}",
            "  record Dot() implements Shape {}",
            "  record Line() implements Shape {}",
            "  int side(Side side) {",
            "    return switch (side) {",
            "      case LEFT -> 1;",
            "      // BUG: Diagnostic contains: list the cases",
            "      default -> 2;",
            "    };",
            "  }",
            "  void shape(Shape shape) {",
            "    switch (shape) {",
            "      case Dot dot -> {}",
            "      // BUG: Diagnostic contains: list the cases",
            "      default -> {}",
            "    }",
            "  }",
            "  int open(String word) {",
            "    return switch (word) {",
            "      case \"a\" -> 1;",
            "      default -> 2;",
            "    };",
            "  }",
            "  int whole(Side side) {",
            "    return switch (side) { case LEFT -> 1; case RIGHT -> 2; };",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void aPublicTypeSaysWhatItIsInASentence() {
    rule(PublicDocs.class)
        .addSourceLines(
            "Silent.java", "// BUG: Diagnostic contains: says what it is", "public class Silent {}")
        .addSourceLines(
            "Fragment.java",
            "/// A part of",
            "///",
            "/// a thing.",
            "// BUG: Diagnostic contains: found 'A part of'",
            "public class Fragment {}")
        .addSourceLines(
            "Told.java",
            "/// A thing that goes on for",
            "/// two lines.",
            "public class Told {",
            "  public void plain() {}",
            "  /// @return nothing",
            "  // BUG: Diagnostic contains: begins with a sentence",
            "  public int tagged() { return 0; }",
            "}")
        .addSourceLines("Hidden.java", "class Hidden {}")
        .doTest();
  }

  @Test
  void textThatDependsOnALocaleIsToldWhich() {
    rule(LocaleNeeded.class)
        .addSourceLines(
            "Text.java",
            "import java.util.Locale;",
            "class Text {",
            "  // BUG: Diagnostic contains: name the locale",
            "  String a = String.format(\"%.1f\", 1.0);",
            "  String b = String.format(Locale.ROOT, \"%d\", 1);",
            "  // BUG: Diagnostic contains: name the locale",
            "  String c = \"A\".toLowerCase();",
            "  String d = \"A\".toLowerCase(Locale.ROOT);",
            "  // BUG: Diagnostic contains: name the locale",
            "  String e = \"%,d\".formatted(1);",
            "  // BUG: Diagnostic contains: name the locale",
            "  void f(java.io.PrintWriter out) { out.printf(\"%x\", 1); }",
            "  String plain = \"%s-%3d%n %2$d\".formatted(a, 1);",
            "  String joined = String.format(\"%s\", 1.5);",
            "  void g(java.io.PrintWriter out) { out.printf(Locale.ROOT, \"%d\", 1); }",
            "}")
        .doTest();
  }

  @Test
  void aTypeIsNamedByANounOfTheField() {
    rule(EmptyTypeName.class)
        .addSourceLines(
            "Names.java",
            "class Names {",
            "  // BUG: Diagnostic contains: 'Helper'",
            "  class ProfileHelper {}",
            "  // BUG: Diagnostic contains: 'Utils'",
            "  class StringUtils {}",
            "  // BUG: Diagnostic contains: 'Abstract'",
            "  abstract class AbstractReader {}",
            "  class BaseUnit {}",
            "  // BUG: Diagnostic contains: 'Base'",
            "  abstract class BaseReader {}",
            "  class Baseline {}",
            "  class Abstraction {}",
            "  class Implied {}",
            "}")
        .doTest();
  }

  @Test
  void aTestDoesNotSleep() {
    String[] source = {
      "class Waits {",
      "  void a() throws InterruptedException {",
      "    // BUG: Diagnostic contains: passes or fails by the load",
      "    Thread.sleep(1);",
      "    // BUG: Diagnostic contains: passes or fails by the load",
      "    java.util.concurrent.TimeUnit.SECONDS.sleep(1);",
      "  }",
      "}"
    };
    rule(SleepInTest.class).addSourceLines("m/src/test/java/Waits.java", source).doTest();
    rule(SleepInTest.class)
        .addSourceLines(
            "m/src/main/java/Waits.java",
            "class Waits { void a() throws InterruptedException { Thread.sleep(1); } }")
        .doTest();
  }
}
