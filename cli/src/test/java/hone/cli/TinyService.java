package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A service of a few lines in a repository of its own: two seconds under load, and benchmarks that
/// print what `cost.json` says.
///
/// @param repository committed, and clean until a test edits it
record TinyService(ProgramCopy repository) {

  private static final String SERVER =
      """
      const http = require('http');
      function total(words) {
        let found = 0;
        for (let i = 0; i < 300000; i++) {
          found += words.charCodeAt(i % words.length) % 7;
        }
        return found;
      }
      http.createServer((request, response) => {
        response.end(request.url === '/healthz' ? 'ok' : String(total('orders and invoices')));
      }).listen(Number(process.argv[2]), '127.0.0.1');
      """;

  private static final String BENCHMARK =
      """
      const cost = require('./cost.json') + process.pid % 3;
      console.log(JSON.stringify({benchmarks: [{name: 'total', unit: 'ns', samples: [cost]}]}));
      """;

  private static final String SETTINGS =
      """
      service: tiny
      language: node
      env: {TINY_SERVICE: "MARK"}
      start: exec node server.js ${PORT}
      ready: http://127.0.0.1:${PORT}/healthz
      load:
        rate: 50/s
        duration: 2s
        warmup: 0s
        requests:
          - GET /total
      tests: node -e "require('./cost.json')"
      benchmarks:
        run: node bench.js
        format: hone
      """;

  private static final String STANDARDS =
      """
      # Performance Engineering Standards

      ## Profiling Requirements
      - CPU profiles MUST be collected for a minimum of 2 seconds under load

      ## Performance Budgets
      - P99 latency budget: 1us
      - Event loop delay budget: <60s for Node.js services
      """;

  /// A new one below a directory.
  static TinyService in(Path scratch) throws IOException, InterruptedException {
    TinyService service =
        new TinyService(new ProgramCopy(Files.createDirectories(scratch.resolve("tiny"))));
    service.write("server.js", SERVER);
    service.write("bench.js", BENCHMARK);
    service.write("cost.json", "1000\n");
    service.write("hone.yaml", SETTINGS.replace("MARK", service.directory().toString()));
    service.write("AGENTS.md", STANDARDS);
    ProgramCopy repository = service.repository();
    repository.git("init", "--quiet", "--initial-branch=main");
    repository.git("config", "user.name", "hone");
    repository.git("config", "user.email", "hone@localhost");
    service.commit();
    return service;
  }

  Path directory() {
    return repository.directory();
  }

  Path file(String name) {
    return directory().resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  void replace(String name, String from, String to) throws IOException {
    String before = Files.readString(file(name));
    if (!before.contains(from)) {
      throw new IOException(name + " does not contain '" + from + "'");
    }
    write(name, before.replace(from, to));
  }

  void commit() throws IOException, InterruptedException {
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "-m", "as it is");
  }

  /// A patch under which the benchmark takes a fifth less.
  Path faster() throws IOException, InterruptedException {
    return repository.patch("faster", "cost.json", "1000", "800");
  }

  /// Worktrees that git knows of, the repository's own among them.
  List<String> worktrees() throws IOException, InterruptedException {
    return repository.git("worktree", "list").lines().toList();
  }

  /// Living processes whose environment, as `hone.yaml` of a tiny service sets it, names a directory.
  static List<String> processesOf(Path directory) throws IOException {
    String mark = "TINY_SERVICE=" + directory;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> String.valueOf(process.getFileName()).matches("\\d+"))
          .filter(process -> environment(process).contains(mark))
          .map(Path::toString)
          .toList();
    }
  }

  private static String environment(Path process) {
    try {
      return new String(Files.readAllBytes(process.resolve("environ")), UTF_8);
    } catch (IOException goneOrForeign) {
      return "";
    }
  }
}
