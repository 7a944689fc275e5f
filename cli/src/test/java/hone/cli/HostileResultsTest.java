package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Results as they should not be: every one gets its verdict and its exit code.
class HostileResultsTest {

  private static final String SIX = "[100, 101, 102, 103, 104, 105]";
  private static final String GOOD = "{'name': 'a', 'unit': 'ns', 'samples': " + SIX + "}";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "the same           | {'name': 'b', 'unit': 'ns', 'samples': SIX}                  |"
            + " unchanged",
        "three times slower | {'name': 'b', 'unit': 'ns', 'samples': [300,301,302,303]}    |"
            + " suspected-regressed",
        "deleted            |                                                              |"
            + " missing",
        "renamed            | {'name': 'c', 'unit': 'ns', 'samples': SIX}                  |"
            + " missing added",
        "another unit       | {'name': 'b', 'unit': 'B', 'samples': SIX}                   |"
            + " missing added",
        "failed             | {'name': 'b', 'failed': 'panic'}                             |"
            + " failed",
        "no samples         | {'name': 'b', 'unit': 'ns', 'samples': []}                   |"
            + " failed",
        "not numbers        | {'name': 'b', 'unit': 'ns', 'samples': [NaN, NaN]}           |"
            + " failed",
        "text               | {'name': 'b', 'unit': 'ns', 'samples': ['x', null, {}]}      |"
            + " failed",
        "infinite           | {'name': 'b', 'unit': 'ns', 'samples': [Infinity, 1e999]}    |"
            + " failed",
        "no time at all     | {'name': 'b', 'unit': 'ns', 'samples': [0, 0, 0, 0, 0, 0]}   |"
            + " failed",
        "less than nothing  | {'name': 'b', 'unit': 'ns', 'samples': [-1, -2, -3]}         |"
            + " failed",
        "one sample         | {'name': 'b', 'unit': 'ns', 'samples': [300]}                |"
            + " inconclusive",
        "the largest        | {'name': 'b', 'unit': 'ns', 'samples': [1e308,1e308,1e308,1e308]}  |"
            + " suspected-regressed",
        "the smallest       | {'name': 'b', 'unit': 'ns', 'samples': [5e-324,5e-324,5e-324,5e-324]}"
            + " | suspected-improved",
      })
  void comparesEveryKindOfResult(String what, String entry, String verdicts) throws IOException {
    Path old = file("old.json", GOOD, "{'name': 'b', 'unit': 'ns', 'samples': SIX}");
    Path candidate = entry == null ? file("new.json", GOOD) : file("new.json", GOOD, entry);

    Run text = Run.of("compare", old.toString(), candidate.toString());
    Run json = Run.of("compare", "--json", old.toString(), candidate.toString());

    assertThat(text.exitCode()).as(what).isEqualTo(ExitCode.DONE);
    JsonNode document = JsonMapper.shared().readTree(json.out());
    assertThat(DocumentSchema.COMPARE.problems(document)).isEmpty();
    assertThat(verdicts(document)).isEqualTo("unchanged " + verdicts);
    assertThat(text.out()).doesNotContainPattern("(?m)^.{81}").doesNotContain("NaN");
    for (String verdict : verdicts.split(" ", -1)) {
      assertThat(text.out()).contains("  " + verdict + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--- SKIP: BenchmarkB, missing",
    "--- FAIL: BenchmarkB, failed",
    "BenchmarkB 1 NaN ns/op, failed",
    "BenchmarkB 1 0 ns/op, failed",
    "BenchmarkB 1 +Inf ns/op, failed",
    "BenchmarkB-, missing",
    "BenchmarkC 1 100 ns/op, missing added",
  })
  void comparesWhatGoPrintsOfABenchmarkThatDidNotRun(String line, String verdicts)
      throws IOException {
    String good =
        IntStream.range(0, 6)
            .mapToObj(i -> "BenchmarkA 1 %d ns/op\n".formatted(100 + i))
            .collect(Collectors.joining());
    Path old =
        Files.writeString(
            directory.resolve("old.txt"), good + good.replace("BenchmarkA", "BenchmarkB"));
    Path candidate = Files.writeString(directory.resolve("new.txt"), good + line + "\n");

    Run json = Run.of("compare", "--json", old.toString(), candidate.toString());

    assertThat(json.exitCode()).as(json.toString()).isEqualTo(ExitCode.DONE);
    assertThat(verdicts(JsonMapper.shared().readTree(json.out())))
        .isEqualTo("unchanged " + verdicts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{'benchmarks': []}", "[", "nothing", "{'benchmarks': 3}"})
  void refusesWhatHoldsNoResults(String content) throws IOException {
    Path old = file("old.json", GOOD);
    Path bad = Files.writeString(directory.resolve("bad.json"), content.replace('\'', '"'));

    Run run = Run.of("compare", "--json", old.toString(), bad.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).startsWith("hone: " + bad).hasLineCount(1);
    assertThat(DocumentSchema.ERROR.problems(JsonMapper.shared().readTree(run.out()))).isEmpty();
  }

  @Test
  void tellsTheFirstOfManyBadRecordsAndCountsTheOthers() throws IOException {
    String many = IntStream.range(0, 5_000).mapToObj(i -> "NaN").collect(Collectors.joining(","));
    Path old = file("old.json", GOOD);
    Path bad = file("new.json", GOOD, "{'name': 'b', 'unit': 'ns', 'samples': [" + many + "]}");

    Run run = Run.of("compare", old.toString(), bad.toString());

    assertThat(run.err()).hasLineCount(21).endsWith("hone: 4980 more records were passed over\n");
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the same         | console.log(one('a', 100 + process.pid % 3))                   | 0",
        "slower           | console.log(one('a', 200 + process.pid % 3))                   | 1",
        "renamed          | console.log(one('b', 100))                                     | 1",
        "deleted          | console.log(JSON.stringify({benchmarks: []}))                  | 1",
        "nothing printed  | process.exit(0)                                                | 1",
        "ends with 3      | console.log(one('a', 100)); process.exit(3)                    | 1",
        "failed           | console.log('{\"benchmarks\":[{\"name\":\"a\",\"failed\":\"x\"}]}') |"
            + " 1",
        "not a number     | console.log(one('a', 100).replace('100', 'NaN'))               | 1",
        "infinite         | console.log(one('a', 100).replace('100', '1e999'))             | 1",
        "no time          | console.log(one('a', 0))                                       | 1",
        "cut              | console.log(one('a', 100).slice(0, 30))                        | 1",
        "no samples       | console.log(one('a', 100).replace('[100]', '[]'))              | 1",
        "less than none   | console.log(one('a', -100))                                    | 1",
        "another unit     | console.log(one('a', 100).replace('\"ns\"', '\"B\"'))            | 1",
      })
  void theGateOpensForNothingButProof(String what, String line, int exitCode) throws Exception {
    TinyService tiny = benchmarks("console.log(one('a', 100 + process.pid % 3))");
    tiny.write("bench.js", program(line));
    tiny.write("README.md", what);
    tiny.commit();

    Run run = Run.of("gate", "--base", "HEAD~1", "-C", tiny.directory().toString());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
    Steering.assertNoneIn(run.out() + run.err());
  }

  @Tag("slow")
  @Test
  void aBaseThatFailsIsNobodysRegression() throws Exception {
    TinyService tiny = benchmarks("console.log('::error::\\u001b[2J'); process.exit(1)");
    tiny.write("README.md", "more");
    tiny.commit();

    Run gate = Run.of("gate", "--base", "HEAD~1", "-C", tiny.directory().toString());
    Run measure = Run.of("measure", "HEAD~1", "-C", tiny.directory().toString());

    assertThat(gate.exitCode()).isEqualTo(ExitCode.TOOL);
    assertThat(measure.exitCode()).isEqualTo(ExitCode.TOOL);
    assertThat(gate.err()).contains("benchmarks fail on base");
    Steering.assertNoneIn(gate.out() + gate.err() + measure.out() + measure.err());
  }

  private static String verdicts(JsonNode document) {
    return document
        .path("benchmarks")
        .valueStream()
        .map(each -> each.path("verdict").asString())
        .collect(Collectors.joining(" "));
  }

  private Path file(String name, String... benchmarks) throws IOException {
    String text = "{'benchmarks': [" + String.join(",", benchmarks) + "]}";
    return Files.writeString(directory.resolve(name), text.replace("SIX", SIX).replace('\'', '"'));
  }

  private TinyService benchmarks(String line) throws Exception {
    TinyService tiny = TinyService.in(directory);
    tiny.write("bench.js", program(line));
    tiny.commit();
    return tiny;
  }

  private static String program(String line) {
    return "const one = (name, time) => JSON.stringify({benchmarks: [{name, unit: 'ns',"
        + " samples: [time]}]});\n"
        + line
        + "\n";
  }
}
