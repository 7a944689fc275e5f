package hone.benchstat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hone.Shared;
import hone.input.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BenchstatTest {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /// Everything in `recorded.txt`, down to the byte.
  @TestFactory
  Stream<DynamicTest> printsWhatBenchstatPrints() throws IOException {
    return Arrays.stream(resource("recorded.txt").split("(?m)^\\$ benchstat "))
        .filter(each -> !each.isEmpty())
        .map(each -> {
          int end = each.indexOf('\n');
          String line = each.substring(0, end);
          return dynamicTest(
              line,
              () -> assertThat(run(line, BenchstatTest::ofResource)).isEqualTo(tidy(each, end)));
        });
  }

  /// benchstat's own tests, cmd/benchstat/main_test.go, where they lie beside the project.
  @TestFactory
  Stream<DynamicTest> printsWhatTheTestsOfBenchstatExpect() {
    return Map.of(
            "7f32a5a4/expect/issue19565.stdout", "-col note issue19565.txt",
            "591301cd/expect/issue19634.stdout", "-col note issue19634.txt",
            "07c70d61/expect/units.stdout", "-col note units.txt",
            "1b6839fd/expect/csvOldNew.stdout", "-format csv old.txt new.txt")
        .entrySet()
        .stream()
        .map(each ->
            dynamicTest(
                each.getKey(),
                () -> {
                  Path golden = Shared.path("fixtures/profiles/go-bench/" + each.getKey());
                  Path in = golden.resolve("../../in").normalize();
                  assertThat(run(each.getValue(), name -> Source.of(name, in.resolve(name))))
                      .isEqualTo(Files.readString(golden));
                }));
  }

  @Test
  void countsTiesExactlyAndSaysWhereBenchstatDoesNot() throws Exception {
    String ties =
        """
        col: a
        BenchmarkT 1 1 allocs/op
        BenchmarkT 1 1 allocs/op
        BenchmarkT 1 1 allocs/op
        BenchmarkT 1 1 allocs/op
        col: b
        BenchmarkT 1 0 allocs/op
        BenchmarkT 1 1 allocs/op
        BenchmarkT 1 1 allocs/op
        """;

    Benchstat.Report report =
        Benchstat.compare(
            options("-col col x"), List.of(Map.entry("x", Source.of("x", ties.getBytes(UTF_8)))));

    // scipy.stats.permutation_test and exact-vectors.json: 3/7; benchstat prints "0.00% (n=4+3)"
    assertThat(report.text()).contains("~ (p=0.429 n=4+3)");
    assertThat(report.notes())
        .containsExactly(
            "p is exact where benchstat's is not, with ties between sides of different size or in"
                + " large samples: 'T'");
  }

  @Test
  void readsAnythingWithoutBreaking() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    byte[] sample = resource("odd.txt").getBytes(UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = sample.clone();
      for (int j = 0; j < 4; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Source source = Source.of("x", damaged);
      String format = i % 2 == 0 ? "text" : "csv";
      Benchstat.compare(
          options("-col note -format " + format + " x"), List.of(Map.entry("x", source)));
    }
  }

  @Test
  void refusesWhatIsNoQueryWhateverItIs() throws IOException {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder query = new StringBuilder();
      for (int j = 0; j < random.nextInt(12); j++) {
        query.append("ab:()@*-,\"/ OR.[\\".charAt(random.nextInt(17)));
      }
      Benchstat.Query asked =
          new Benchstat.Query(".config", ".fullname", query.toString(), "", query.toString());
      try {
        Benchstat.compare(
            new Benchstat.Options(asked, 0.05, 0.95, Benchstat.Format.TEXT), List.of());
      } catch (QueryException refused) {
        assertThat(refused).hasMessageStartingWith("syntax error: ");
      }
    }
  }

  @Test
  void refusesAFilterThatNestsWithoutEnd() {
    Benchstat.Query deep =
        new Benchstat.Query(".config", ".fullname", ".file", "", "(".repeat(100_000));

    assertThatThrownBy(() ->
            Benchstat.compare(
                new Benchstat.Options(deep, 0.05, 0.95, Benchstat.Format.TEXT), List.of()))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("nested more than 200 deep");
  }

  @Test
  void labelsInputsAsBenchstatDoes() {
    assertThat(Inputs.of(List.of("a", "b", "a", "x=a", "-")))
        .containsExactly(
            new Inputs.Named("a#0", "a"),
            new Inputs.Named("b", "b"),
            new Inputs.Named("a#1", "a"),
            new Inputs.Named("x", "a"),
            new Inputs.Named("-", "-"));
  }

  private interface Opener {
    Source open(String name) throws IOException;
  }

  private static Source ofResource(String name) throws IOException {
    return Source.of(name, resource(name).getBytes(UTF_8));
  }

  /// What a command line prints, in the form of `recorded.txt`.
  private static String run(String line, Opener opener) throws IOException {
    List<Map.Entry<String, Source>> inputs = new ArrayList<>();
    for (Inputs.Named named : Inputs.of(files(line))) {
      inputs.add(Map.entry(named.label(), opener.open(named.path())));
    }
    try {
      Benchstat.Report report = Benchstat.compare(options(line), inputs);
      return report.text()
          + report.warnings().stream()
              .map(each -> "! " + each + "\n")
              .collect(Collectors.joining());
    } catch (QueryException | IllegalArgumentException refused) {
      return Objects.toString(refused.getMessage())
          .lines()
          .map(each -> "! " + each + "\n")
          .collect(Collectors.joining());
    }
  }

  /// Without what only says which program complains about which option.
  private static String tidy(String recorded, int end) {
    String told = recorded.substring(end + 1).replaceAll("\n\n$", "\n");
    return told.replaceAll("(?m)^! benchstat: (parsing -[a-z]+: )?", "! ");
  }

  private static Benchstat.Options options(String line) {
    List<String> words = words(line);
    Benchstat.Query defaults = Benchstat.Query.defaults();
    return new Benchstat.Options(
        new Benchstat.Query(
            told(words, "-table", defaults.table()),
            told(words, "-row", defaults.row()),
            told(words, "-col", defaults.column()),
            told(words, "-ignore", defaults.ignore()),
            told(words, "-filter", defaults.filter())),
        Double.parseDouble(told(words, "-alpha", "0.05")),
        Double.parseDouble(told(words, "-confidence", "0.95")),
        told(words, "-format", "text").equals("csv")
            ? Benchstat.Format.CSV
            : Benchstat.Format.TEXT);
  }

  private static String told(List<String> words, String option, String otherwise) {
    int at = words.indexOf(option);
    return at < 0 ? otherwise : words.get(at + 1);
  }

  private static List<String> files(String line) {
    List<String> words = words(line);
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      at += 2;
    }
    return words.subList(at, words.size());
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = BenchstatTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
