package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has an agent change a real service whose bottleneck no recipe cures: the agent is a script, all
/// that judges it is real.
@Tag("slow")
class OptimiseWithAgentTest {

  private static final String SLOW =
      """
      function total(words) {
        if (typeof words !== 'string' || words === '') {
          throw new TypeError('words is no text');
        }
        let found = 0;
        for (let i = 0; i < 1000000; i++) {
          found += words.charCodeAt(i % words.length) % 7;
        }
        return found;
      }
      if (require.main === module) {
        require('http').createServer((request, response) => {
          response.end(request.url === '/healthz' ? 'ok' : String(total('orders and invoices')));
        }).listen(Number(process.argv[2]), '127.0.0.1');
      }
      module.exports = { total };
      """;

  private static final String FAST =
      """
      function total(words) {
        if (typeof words !== 'string' || words === '') {
          throw new TypeError('words is no text');
        }
        const sums = [0];
        for (let i = 0; i < words.length; i++) {
          sums.push(sums[i] + words.charCodeAt(i) % 7);
        }
        const rounds = Math.floor(1000000 / words.length);
        return rounds * sums[words.length] + sums[1000000 % words.length];
      }
      if (require.main === module) {
        require('http').createServer((request, response) => {
          response.end(request.url === '/healthz' ? 'ok' : String(total('orders and invoices')));
        }).listen(Number(process.argv[2]), '127.0.0.1');
      }
      module.exports = { total };
      """;

  private static final String TEST =
      """
      const assert = require('assert');
      const { total } = require('./server');
      assert.strictEqual(total('a'), 1000000 * (97 % 7));
      assert.strictEqual(total('orders and invoices'), SUM);
      assert.throws(() => total(''), TypeError);
      """;

  private static final String BENCHMARK =
      """
      const { total } = require('./server');
      const samples = [];
      for (let i = 0; i < 12; i++) {
        const start = process.cpuUsage();
        for (let j = 0; j < 3; j++) total('orders and invoices');
        const spent = process.cpuUsage(start);
        samples.push(1000 * (spent.user + spent.system) + 1);
      }
      console.log(JSON.stringify({benchmarks: [{name: 'total', unit: 'ns', samples: samples.slice(2)}]}));
      """;

  private static final String SETTINGS =
      """
      service: tiny
      language: node
      start: exec node server.js ${PORT}
      ready: http://127.0.0.1:${PORT}/healthz
      load: {rate: 50/s, duration: 2s, warmup: 0s, requests: [GET /total]}
      tests: node server.test.js
      benchmarks: {run: node bench.js, format: hone}
      agent: {name: command, path: AGENT}
      """;

  private static final String STANDARDS =
      """
      # Performance Engineering Standards

      ## Profiling Requirements
      - CPU profiles MUST be collected for a minimum of 2 seconds under load
      """;

  @TempDir private Path scratch;

  /// The first turn edits the settings, the second one the code.
  @Test
  void aChangeThatFallsFeedsOneMoreAttempt() throws Exception {
    ProgramCopy service =
        service(
            """
            if grep -q 'Earlier attempts' prompt.md; then
              cp "$HONE_TEST/fast.js" server.js
            else
              echo '# tuned' >> hone.yaml
            fi
            rm prompt.md
            echo Done.
            """);

    JsonNode report = audit(service);

    JsonNode candidates = report.path("candidates");
    assertThat(candidates).as(report.toString()).hasSize(2);
    assertThat(candidates.path(0).path("verdict").stringValue()).isEqualTo("policy");
    assertThat(candidates.path(0).path("reason").stringValue()).contains("hone.yaml");
    JsonNode second = candidates.path(1);
    assertThat(second.path("verdict").stringValue()).as(second.toString()).isEqualTo("improved");
    assertThat(second.path("effect").doubleValue()).isLessThan(-0.5);
    assertThat(second.path("source").stringValue()).isEqualTo("agent:command");
    String branch = second.path("branch").stringValue();
    assertThat(service.git("diff", "--name-only", "main", branch).strip()).isEqualTo("server.js");
    assertThat(service.git("show", branch + ":server.js")).isEqualTo(FAST);
    assertThat(service.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void aChangeThatDropsACheckFallsTwice() throws Exception {
    ProgramCopy service =
        service(
            "rm prompt.md; sed '2,4d' \"$HONE_TEST/fast.js\" > server.js; echo faster than ever");

    JsonNode candidates = audit(service).path("candidates");

    assertThat(candidates)
        .hasSize(2)
        .allSatisfy(candidate -> {
          assertThat(candidate.path("verdict").stringValue()).isEqualTo("policy");
          assertThat(candidate.path("reason").stringValue()).contains("server.js");
          assertThat(candidate.path("branch").isNull()).isTrue();
        });
  }

  @Test
  void anAgentThatFailsOrDoesNothingIsToldApart() throws Exception {
    ProgramCopy service = service("rm prompt.md; echo out of order >&2; exit 7");
    JsonNode failed = audit(service).path("candidates");
    write(service, "agent", "#!/bin/sh\ncat > /dev/null\necho 'Edited server.js, 90 % faster.'\n");
    service.git("commit", "--quiet", "--all", "-m", "an agent that talks");
    JsonNode talked = audit(service).path("candidates");

    assertThat(failed).hasSize(1);
    assertThat(failed.path(0).path("verdict").stringValue()).isEqualTo("failed");
    assertThat(failed.path(0).path("reason").stringValue())
        .contains("exit code 7")
        .contains("out of order");
    assertThat(talked)
        .hasSize(2)
        .allSatisfy(candidate ->
            assertThat(candidate.path("reason").stringValue()).isEqualTo("it changes nothing"));
  }

  private JsonNode audit(ProgramCopy service) {
    Run run =
        Run.of(
            "audit",
            "--json",
            "--blocks",
            "3",
            "--seed",
            "5",
            "-C",
            service.directory().toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return JsonMapper.shared().readTree(run.out());
  }

  /// @param turn what the agent does in its checkout, where the prompt is `prompt.md`
  private ProgramCopy service(String turn) throws IOException, InterruptedException {
    ProgramCopy service = new ProgramCopy(Files.createDirectories(scratch.resolve("tiny")));
    write(service, "server.js", SLOW);
    write(service, "server.test.js", TEST.replace("SUM", Long.toString(sum())));
    write(service, "bench.js", BENCHMARK);
    write(service, "AGENTS.md", STANDARDS);
    write(
        service,
        "hone.yaml",
        SETTINGS.replace("AGENT", service.directory().resolve("agent").toString()));
    Files.writeString(scratch.resolve("fast.js"), FAST);
    write(
        service,
        "agent",
        "#!/bin/sh\nHONE_TEST='%s'\ncat > prompt.md\n%s\n".formatted(scratch, turn));
    assertThat(service.directory().resolve("agent").toFile().setExecutable(true)).isTrue();
    for (List<String> arguments :
        List.of(
            List.of("init", "--quiet", "--initial-branch=main"),
            List.of("config", "user.name", "hone"),
            List.of("config", "user.email", "hone@localhost"),
            List.of("add", "--all"),
            List.of("commit", "--quiet", "-m", "as it was found"))) {
      service.git(Stream.of(arguments).flatMap(List::stream).toArray(String[]::new));
    }
    return service;
  }

  /// What the service must answer.
  private static long sum() {
    String words = "orders and invoices";
    return IntStream.range(0, 1_000_000).mapToLong(i -> words.charAt(i % words.length()) % 7).sum();
  }

  private static void write(ProgramCopy service, String name, String text) throws IOException {
    Files.writeString(service.directory().resolve(name), text);
  }
}
