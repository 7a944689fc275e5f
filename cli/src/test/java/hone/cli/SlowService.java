package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real service in a repository of its own, whose bottleneck no recipe cures.
///
/// @param repository committed
record SlowService(ProgramCopy repository) {

  static final String SLOW =
      """
      function total(words) {
        if (typeof words !== 'string' || words === '') {
          throw new TypeError('words is no text');
        }
        let found = 0;
        for (let round = 0; round < 50000; round++) for (let i = 0; i < words.length; i++) found += words.charCodeAt(i) % 7;
        return found;
      }
      if (require.main === module) {
        require('http').createServer((request, response) => {
          response.end(request.url === '/healthz' ? 'ok' : String(total('orders and invoices')));
        }).listen(Number(process.argv[2]), '127.0.0.1');
      }
      module.exports = { total };
      """;

  static final String FAST =
      """
      function total(words) {
        if (typeof words !== 'string' || words === '') {
          throw new TypeError('words is no text');
        }
        let found = 0;
        for (let i = 0; i < words.length; i++) found += words.charCodeAt(i) % 7;
        return 50000 * found;
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
      assert.strictEqual(total('a'), 50000 * (97 % 7));
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
      start: exec node --no-turbo-inlining server.js ${PORT}
      ready: http://127.0.0.1:${PORT}/healthz
      load: {rate: 50/s, duration: 2s, warmup: 0s, requests: [GET /total]}
      tests: node server.test.js
      benchmarks: {run: node bench.js, format: hone}
      limits: {attempts: 1}
      """;

  private static final String STANDARDS =
      """
      # Performance Engineering Standards

      ## Profiling Requirements
      - CPU profiles MUST be collected for a minimum of 2 seconds under load
      """;

  /// A new one below a directory.
  ///
  /// @param agent the settings of who is asked for changes, as `hone.yaml` has them
  static SlowService in(Path scratch, String agent) throws IOException, InterruptedException {
    SlowService service =
        new SlowService(new ProgramCopy(Files.createDirectories(scratch.resolve("tiny"))));
    service.write("server.js", SLOW);
    service.write("server.test.js", TEST.replace("SUM", Long.toString(sum())));
    service.write("bench.js", BENCHMARK);
    service.write("AGENTS.md", STANDARDS);
    service.write("hone.yaml", SETTINGS + agent + "\n");
    service.git("init", "--quiet", "--initial-branch=main");
    service.git("config", "user.name", "hone");
    service.git("config", "user.email", "hone@localhost");
    service.commit();
    return service;
  }

  /// The documents of the candidates of a short audit.
  JsonNode audited() {
    Run run =
        Run.of("audit", "--json", "--blocks", "3", "--seed", "5", "-C", directory().toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return JsonMapper.shared().readTree(run.out()).path("candidates");
  }

  Path directory() {
    return repository.directory();
  }

  void write(String name, String text) throws IOException {
    Files.writeString(directory().resolve(name), text);
  }

  void commit() throws IOException, InterruptedException {
    git("add", "--all");
    git("commit", "--quiet", "-m", "as it is");
  }

  String git(String... arguments) throws IOException, InterruptedException {
    return repository.git(arguments);
  }

  /// What the newest run keeps of an attempt; nothing where there is none.
  Stream<Path> attempts() throws IOException {
    try (Stream<Path> files = Files.walk(directory().resolve(".hone/runs"))) {
      return files.filter(file -> file.endsWith("attempt.json")).toList().stream();
    }
  }

  /// What the service must answer.
  private static long sum() {
    return 50_000L * "orders and invoices".chars().mapToLong(letter -> letter % 7).sum();
  }
}
