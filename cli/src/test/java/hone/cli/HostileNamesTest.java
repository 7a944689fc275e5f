package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Names of benchmarks, metrics and reasons as they should not be: no text in them gets anywhere
/// but on the screen, and none is mistaken for another.
class HostileNamesTest {

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
          "\u0000",
          "\u009b31m\u0085\u0090q\u009c",
          "\u200f\u061c\u00ad\ufeff\u2028::error::x\u2029",
          "\udb40\udc41\ue000",
          "\ud800",
          // What these two are written as is the same text.
          "a\u001bb",
          "a\\u001bb",
          "long".repeat(5_000));

  @TempDir private Path directory;

  @Test
  void noTextOfAResultSteersAnything() throws IOException {
    Path old = json("old.json", named(100));
    Path candidate = json("new.json", named(300));

    Run text = Run.of("compare", old.toString(), candidate.toString());
    Run json = Run.of("compare", "--json", old.toString(), candidate.toString());

    Steering.assertNoneIn(text.out() + text.err());
    assertThat(json.out()).hasLineCount(1);
    Steering.assertNoneIn(json.out());
    JsonNode benchmarks = JsonMapper.shared().readTree(json.out()).path("benchmarks");
    assertThat(benchmarks).hasSize(3 * NAMES.size());
    // Programs get the names as they are.
    assertThat(
            benchmarks
                .valueStream()
                .limit(NAMES.size())
                .map(each -> each.path("name").asString())
                .toList())
        .isEqualTo(NAMES);
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
    Steering.assertNoneInPage(out.toString());
    assertPageIsHarmless(Files.readString(summary));
    assertThat(Files.readString(output)).hasLineCount(1).startsWith("result={");
    Steering.assertNoneIn(Files.readString(output));
  }

  private static void assertPageIsHarmless(String page) {
    Steering.assertNoneInPage(page);
    assertThat(HtmlRenderer.builder().build().render(Parser.builder().build().parse(page)))
        .doesNotContain("<script", "<a ", "<img", "<h1>heading");
  }

  @Test
  void tenThousandBenchmarksAreComparedAndEachIsTold() throws IOException {
    int count = 10_000;
    Path old = json("old.json", many(count, 100));
    Path candidate = json("new.json", many(count, 300));

    Run text = Run.of("compare", old.toString(), candidate.toString());
    Run json = Run.of("compare", "--json", old.toString(), candidate.toString());

    assertThat(List.of(text.exitCode(), json.exitCode())).containsOnly(ExitCode.DONE);
    assertThat(Pattern.compile("  suspected-regressed\n").matcher(text.out()).results())
        .hasSize(count);
    JsonNode document = JsonMapper.shared().readTree(json.out());
    assertThat(document.path("benchmarks")).hasSize(count);
    Steering.assertNoneIn(text.out() + json.out());
  }

  /// A suite of this size makes a document of some megabytes, which another job must be able to
  /// tell.
  @Test
  void aGateOfTenThousandBenchmarksIsToldInEveryForm() throws Exception {
    int count = 10_000;
    ObjectNode document = gateDocument("closed", 1);
    ArrayNode blocking = (ArrayNode) document.path("blocking_regressions");
    ArrayNode benchmarks = (ArrayNode) document.path("benchmarks");
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(i % (NAMES.size() - 1)) + i;
      ObjectNode worse = judgement(name, "regressed");
      benchmarks.add(worse);
      if (i < 50) {
        ObjectNode blocked = worse.deepCopy().put("cause", name);
        blocked.putArray("functions").add(name);
        blocked.putArray("lines").add(name + ":3").add("a.go:7");
        ObjectNode slower = blocked.putArray("slower").addObject();
        slower.put("function", name).put("file", name).put("old_share", 0.1).put("new_share", 0.3);
        blocking.add(blocked);
      }
    }
    Path file = json("gate.json", document);

    assertThat(Files.size(file)).isGreaterThan(4 << 20);
    assertToldHarmlessly(file, ExitCode.GATE_CLOSED, count);
  }

  private void assertToldHarmlessly(Path gate, int exitCode, int count) throws Exception {
    Path page = directory.resolve("told.md");
    Path sarif = directory.resolve("told.sarif");
    Path junit = directory.resolve("told.xml");
    Path quality = directory.resolve("told.json");
    String[] words = {
      "gate",
      "--from",
      gate.toString(),
      "--markdown",
      page.toString(),
      "--sarif",
      sarif.toString(),
      "--junit",
      junit.toString(),
      "--code-quality",
      quality.toString()
    };

    Run told = Run.of(words);

    assertThat(told.exitCode()).as(told.err()).isEqualTo(exitCode);
    Steering.assertNoneIn(told.out() + told.err());
    assertPageIsHarmless(Files.readString(page));
    for (Path written : List.of(sarif, junit, quality)) {
      Steering.assertNoneIn(Files.readString(written));
    }
    JsonNode results = JsonMapper.shared().readTree(sarif.toFile()).at("/runs/0/results");
    assertThat(results).hasSize(count);
    assertThat(results.findValuesAsString("honeBenchmark/v1")).doesNotHaveDuplicates();
    JsonNode issues = JsonMapper.shared().readTree(quality.toFile());
    assertThat(issues).hasSize(count);
    assertThat(issues.findValuesAsString("fingerprint")).doesNotHaveDuplicates();
    assertThat(
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getElementsByTagName("failure")
                .getLength())
        .isEqualTo(count);
  }

  private static ObjectNode gateDocument(String state, int exit) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("gate", state).put("exit", exit).put("service", NAMES.get(5));
    document.putArray("reasons");
    document.putArray("benchmarks");
    document.putArray("blocking_regressions");
    return document;
  }

  private static ObjectNode judgement(String benchmark, String verdict) {
    ObjectNode judgement = JsonMapper.shared().createObjectNode();
    judgement.put("benchmark", benchmark).put("metric", "sec/op").put("verdict", verdict);
    judgement.put("unit", "nanoseconds").put("better", "lower").put("design", "blocked");
    judgement.putObject("old").put("n", 10).put("median", 1_000_000.0);
    judgement.putObject("new").put("n", 10).put("median", 1_200_000.0);
    judgement.put("effect", 0.2).put("p", 0.0001).put("adjusted_p", 0.01).putNull("detectable");
    judgement.putArray("interval").add(0.15).add(0.25);
    return judgement.put("reason", "");
  }

  private static ObjectNode many(int count, int time) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    ArrayNode benchmarks = document.putArray("benchmarks");
    for (int i = 0; i < count; i++) {
      benchmarks.add(result(NAMES.get(i % (NAMES.size() - 1)) + i, "sec/op", time));
    }
    return document;
  }

  @Tag("slow")
  @Test
  void namesOfBenchmarksSteerNeitherMeasureNorGateNorHistory() throws Exception {
    TinyService tiny =
        service(
            "console.log(JSON.stringify(require('./names.json'))"
                + ".replaceAll('100', String(100 + process.pid % 3)))");
    tiny.write("names.json", Printable.json(finished(100).toString()));
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
      Steering.assertNoneIn(run.out() + run.err());
    }
    assertThat(history.out()).contains("DROP TABLE entry");
  }

  @Tag("slow")
  @Test
  void namesOfBenchmarksThatRegressedSteerNothingEither() throws Exception {
    TinyService tiny =
        service(
            """
            const names = require('./names.json');
            const cost = require('./cost.json') + process.pid % 3;
            names.benchmarks.forEach(each => each.samples = [cost]);
            console.log(JSON.stringify(names));
            """);
    tiny.write("names.json", Printable.json(finished(100).toString()));
    tiny.commit();
    tiny.write("cost.json", "1500\n");
    tiny.commit();

    Run gate = Run.of("gate", "--base", "HEAD~1", "-C", tiny.directory().toString());

    assertThat(gate.exitCode()).as(gate.toString()).isEqualTo(ExitCode.GATE_CLOSED);
    Steering.assertNoneIn(gate.out() + gate.err());
    Path kept = tiny.file("perf-gate.json");
    Steering.assertNoneIn(Files.readString(kept));
    assertThat(gate.out()).contains("likely cause of ::error::x sec/op: ");
    assertToldHarmlessly(kept, ExitCode.GATE_CLOSED, 2 * NAMES.size());
  }

  private Path json(String name, ObjectNode document) throws IOException {
    return Files.writeString(
        directory.resolve(name), Printable.json(document.toPrettyString()) + "\n");
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

  private TinyService service(String line) throws Exception {
    TinyService tiny = TinyService.in(directory);
    tiny.write("bench.js", line + "\n");
    tiny.commit();
    return tiny;
  }
}
