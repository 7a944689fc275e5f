package hone.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hone.input.BoundedPattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle: Go's `regexp` itself, run here on random expressions and texts, with seeds.
@Tag("slow")
class GoRandomTest {

  private static final int EXPRESSIONS = 20_000;
  private static final int TEXTS = 8;

  private static final List<String> PIECES =
      List.of(
          ("a b k \u212a \u017f é ß α i \u0130 _ - . ^ $ | ( ) [ ] [^ (?: (?i) (?i: (?s) (?m)"
                  + " (?ms-i: (?- (?U) (?P<n> (?<n> (?= (?! (?<= (?) * + ? *? {2} {,2} {2,} {0}"
                  + " {1,3} {01} {1001} { } {3,2} {1000} \\ \\d \\D \\s \\S \\w \\W \\b \\B \\A"
                  + " \\z \\Z \\Q \\E \\C \\pL \\PN \\p{Greek} \\p{^Greek} \\P{^Lu} \\p{lu}"
                  + " \\p{Letter} \\p{LC} \\p{Any} \\p{Assigned} \\p{ascii} \\p{Foo} \\p{ \\pz"
                  + " \\155 \\1 \\8 \\0 \\08 \\x41 \\x{3b1} \\x \\x{ \\x{110000} \\n \\v \\a \\-"
                  + " \\_ \\é [[:alpha:]] [[:^digit:]] [[:foo:]] [[:Alpha:]] [[:punct:]x] []a]"
                  + " [^]a] [a-] [-a] [a-z] [z-a] [\\d-z] [a-\\d] [^\\W] [\\pL\\d] [^\\PL] [^k]"
                  + " [&&a] [a[b] (?i:[^k]) (?i:\\w) (?i:\\P{Lu}) a|b () (|a) \n ^$ 🙂 [🙂-🙃]")
              .split(" ", -1));

  private static final List<String> LETTERS =
      List.of(
          ("a b k K \u212a \u017f S é É ß α Α ω \u2126 i I \u0130 \u0131 _ - . ^ $ | ( [ ] { } 0 9"
                  + " \t \n \u000b m z \\ 🙂 🙃 , 2 µ ǅ a\u0301 a{,2} {01} \u0007 : &")
              .split(" ", -1));

  private record Case(String expression, List<String> texts) {}

  @Test
  void expressionsMeanWhatTheyMeanInGo(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (int seed = 0; seed < EXPRESSIONS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String expression = joined(random, PIECES, random.nextInt(2, 12));
      List<String> texts = new ArrayList<>(List.of(""));
      for (int text = 0; text < TEXTS; text++) {
        texts.add(joined(random, LETTERS, 6));
      }
      cases.add(new Case(expression, texts));
    }

    List<String> expected = go(folder, cases);

    assertThat(expected).hasSize(EXPRESSIONS);
    for (int at = 0; at < EXPRESSIONS; at++) {
      Case one = cases.get(at);
      assertThat(answer(one)).as("seed %d: %s", at, one).isEqualTo(expected.get(at));
    }
  }

  private static String joined(SplittableRandom random, List<String> pieces, int most) {
    return Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
        .limit(random.nextInt(1, most + 1))
        .collect(Collectors.joining());
  }

  private static String answer(Case one) {
    BoundedPattern pattern;
    try {
      pattern = BoundedPattern.of(one.expression);
    } catch (BoundedPattern.ExpressionException refused) {
      return "refused";
    }
    return one.texts.stream()
        .map(text -> pattern.finds(text) ? "1" : "0")
        .collect(Collectors.joining());
  }

  private static List<String> go(Path folder, List<Case> cases)
      throws IOException, InterruptedException {
    Path source = folder.resolve("oracle.go");
    try (InputStream in = GoRandomTest.class.getResourceAsStream("oracle.go")) {
      Files.copy(Objects.requireNonNull(in), source);
    }
    Path input = folder.resolve("input");
    Files.write(
        input,
        cases.stream()
            .map(one ->
                Stream.concat(Stream.of(one.expression), one.texts.stream())
                    .map(GoRandomTest::quoted)
                    .collect(Collectors.joining("\t")))
            .toList());
    ProcessBuilder builder =
        new ProcessBuilder("go", "run", source.toString())
            .directory(folder.toFile())
            .redirectInput(input.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      assumeTrue(System.getenv("CI") != null, "skipped: go is not installed");
      throw absent;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(character -> String.format(Locale.ROOT, "\\U%08x", character))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
