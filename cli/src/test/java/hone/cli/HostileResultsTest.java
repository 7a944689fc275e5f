package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Results as they should not be: every one gets its verdict and its exit code, and no text in them
/// gets anywhere but on the screen.
class HostileResultsTest {

  private static final String SIX = "[100, 101, 102, 103, 104, 105]";
  private static final String GOOD = "{'name': 'a', 'unit': 'ns', 'samples': " + SIX + "}";

  /// What a terminal, a runner of CI, a page of Markdown or HTML would obey.
  private static final List<String> NAMES =
      List.of(
          "::error::x",
          "  ::stop-commands::x",
          "a ##[add-mask]x",
          "##vso[task.setvariable variable=x]y",
          "a\n::set-output name=x::y",
          "\u001b[2J\u001b]0;title\u0007",
          "\u202eabc\u2066",
          "\ud83d\ude00".repeat(40),
          "```\n# heading\n",
          "</pre><script>alert(1)</script>",
          "[x](javascript:alert(1)) ![x](http://127.0.0.1/)",
          "| a | b |\r\n|---|---|",
          "'; DROP TABLE entry; --",
          "\u0000");

  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff&&[^\\n\\ud83d\\ude00]]");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\[|##vso\\[");

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

  @Test
  void noTextOfAResultSteersAnything() throws IOException {
    Path old = Files.writeString(directory.resolve("old.json"), named(100).toString());
    Path candidate = Files.writeString(directory.resolve("new.json"), named(300).toString());

    Run text = Run.of("compare", old.toString(), candidate.toString());
    Run json = Run.of("compare", "--json", old.toString(), candidate.toString());

    assertHarmless(text.out() + text.err());
    assertThat(json.out()).hasLineCount(1).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f]");
    JsonNode benchmarks = JsonMapper.shared().readTree(json.out()).path("benchmarks");
    assertThat(benchmarks).hasSize(3 * NAMES.size());
    // Programs get the names as they are.
    assertThat(benchmarks.path(0).path("name").asString()).isEqualTo(NAMES.getFirst());
  }

  @Test
  void noTextOfAGateGivesTheRunnerACommandOrActsOnItsPage() throws IOException {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("gate", "closed").put("exit", 1);
    ArrayNode reasons = document.putArray("reasons");
    ArrayNode benchmarks = document.putArray("benchmarks");
    for (String name : NAMES) {
      reasons.add(name);
      benchmarks.addObject().put("benchmark", name).put("metric", name).put("verdict", "failed");
    }
    document.putArray("blocking_regressions");
    Path summary = directory.resolve("summary.md");
    Path output = directory.resolve("output");
    GitHubActions job =
        new GitHubActions(
            Map.of("GITHUB_STEP_SUMMARY", summary.toString(), "GITHUB_OUTPUT", output.toString()));
    StringWriter out = new StringWriter();

    GateRecord gate = GateRecord.of("x", document);
    job.tell(new PrintWriter(out), gate);
    job.output(document);

    assertThat(out.toString().lines()).allMatch(line -> line.startsWith("::error::"));
    assertThat(STEERING.matcher(out.toString()).find()).isFalse();
    String page = Files.readString(summary);
    assertThat(STEERING.matcher(page).find()).isFalse();
    assertThat(HtmlRenderer.builder().build().render(Parser.builder().build().parse(page)))
        .doesNotContain("<script", "<a ", "<img", "<h1>heading");
    assertThat(Files.readString(output)).hasLineCount(1).startsWith("result={");
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
      })
  void theGateOpensForNothingButProof(String what, String line, int exitCode) throws Exception {
    TinyService tiny = benchmarks("console.log(one('a', 100 + process.pid % 3))");
    tiny.write("bench.js", program(line));
    tiny.write("README.md", what);
    tiny.commit();

    Run run = Run.of("gate", "--base", "HEAD~1", "-C", tiny.directory().toString());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
    assertHarmless(run.out() + run.err());
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
    assertHarmless(gate.out() + gate.err() + measure.out() + measure.err());
  }

  @Tag("slow")
  @Test
  void namesOfBenchmarksSteerNeitherMeasureNorGateNorHistory() throws Exception {
    TinyService tiny =
        benchmarks(
            "console.log(JSON.stringify(require('./names.json'))"
                + ".replaceAll('100', String(100 + process.pid % 3)))");
    tiny.write("names.json", finished(100).toString());
    tiny.commit();
    tiny.write("README.md", "more");
    tiny.commit();
    String at = tiny.directory().toString();

    Run measure = Run.of("measure", "HEAD~1", "-C", at);
    Run gate = Run.of("gate", "--base", "HEAD~1", "-C", at);
    Run history = Run.of("history", "-C", at);

    assertThat(List.of(measure.exitCode(), gate.exitCode(), history.exitCode()))
        .as(measure + "\n" + gate + "\n" + history)
        .containsExactly(ExitCode.DONE, ExitCode.DONE, ExitCode.DONE);
    for (Run run : List.of(measure, gate, history)) {
      assertHarmless(run.out() + run.err());
    }
    assertThat(history.out()).contains("DROP TABLE entry");
  }

  private static void assertHarmless(String shown) {
    assertThat(STEERING.matcher(shown).results().map(found -> found.group())).isEmpty();
    assertThat(COMMAND.matcher(shown).results().map(found -> found.group())).isEmpty();
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

  /// Each name as a benchmark, as a metric and as the reason of a failure.
  private static ObjectNode named(int time) {
    ObjectNode document = finished(time);
    ArrayNode benchmarks = (ArrayNode) document.path("benchmarks");
    for (String name : NAMES) {
      benchmarks.addObject().put("name", "f" + name).put("failed", name);
    }
    return document;
  }

  /// Those that did not fail.
  private static ObjectNode finished(int time) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    ArrayNode benchmarks = document.putArray("benchmarks");
    for (String name : NAMES) {
      benchmarks.add(result(name, "sec/op", time));
    }
    int number = 0;
    for (String name : NAMES) {
      benchmarks.add(result("m" + number++, "m" + name, time));
    }
    return document;
  }

  private static ObjectNode result(String name, String metric, int time) {
    ObjectNode result = JsonMapper.shared().createObjectNode();
    result.put("name", name).put("unit", "ns").put("metric", metric);
    ArrayNode samples = result.putArray("samples");
    for (int i = 0; i < 6; i++) {
      samples.add(time + i);
    }
    return result;
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
