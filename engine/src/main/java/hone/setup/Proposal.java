package hone.setup;

import hone.service.Language;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// First settings for a repository, to be read and mended by its people.
///
/// @param settings  text of `hone.yaml`
/// @param standards text to be added to AGENTS.md
public record Proposal(String settings, String standards) {

  /// What the files of a repository suggest.
  ///
  /// @param name  of the service: the directory's
  /// @param paths tracked files, relative to the service's directory
  public static Proposal of(String name, Language language, Collection<String> paths) {
    return new Proposal(settings(name, language, paths), standards(language));
  }

  private static String settings(String name, Language language, Collection<String> paths) {
    return """
    # How hone builds, starts, loads, tests and measures this service.
    # Check each line; ${PORT} is a free port that hone chooses.
    service: %s
    language: %s
    %s
    ready: http://127.0.0.1:${PORT}/healthz
    load:
      rate: 100/s
      duration: 30s
      warmup: 5s
      requests:
        - GET /
    %s
    """
        .formatted(name, language.text(), build(name, language, paths), tests(language));
  }

  private static String build(String name, Language language, Collection<String> paths) {
    return switch (language) {
      case GO ->
          """
          build: go build -o bin/%s %s
          start: ./bin/%s --addr 127.0.0.1:${PORT}
          profile: http://127.0.0.1:${PORT}/debug/pprof/\
          """
              .formatted(name, mainPackage(paths), name);
      case PYTHON ->
          """
          start: python3 %s --port ${PORT}\
          """
              .formatted(first(paths, "main.py", "app.py", "server.py").orElse("main.py"));
      case NODE ->
          """
          build: npm ci
          env: {PORT: "${PORT}"}
          start: node %s\
          """
              .formatted(first(paths, "server.js", "index.js", "app.js").orElse("server.js"));
      case JAVA ->
          """
          build: mvn -q -DskipTests package
          start: java -jar target/%s.jar --port ${PORT}\
          """
              .formatted(name);
    };
  }

  private static String tests(Language language) {
    return switch (language) {
      case GO ->
          """
          tests: go test ./...
          benchmarks:
            run: go test -run '^$' -bench . -benchmem -count 1 ./...
            format: go\
          """;
      case PYTHON ->
          """
          tests: python3 -m pytest -q --benchmark-skip
          benchmarks:
            run: python3 -m pytest -q --benchmark-only --benchmark-json=.benchmarks.json
            output: .benchmarks.json
            format: pytest-benchmark\
          """;
      case NODE ->
          """
          tests: npm test
          benchmarks:
            run: npm run --silent bench\
          """;
      case JAVA ->
          """
          tests: mvn -q test
          benchmarks:
            run: java -jar target/benchmarks.jar -f 1 -wi 3 -i 5 -w 200ms -r 200ms -rf json -rff benchmarks.json
            output: benchmarks.json
            format: jmh\
          """;
    };
  }

  private static String mainPackage(Collection<String> paths) {
    List<String> commands =
        paths.stream()
            .filter(path -> path.matches("cmd/[^/]+/main\\.go"))
            .map(path -> "./" + path.substring(0, path.length() - "/main.go".length()))
            .toList();
    return commands.size() == 1 ? commands.getFirst() : ".";
  }

  private static Optional<String> first(Collection<String> paths, String... names) {
    for (String name : names) {
      Optional<String> found =
          paths.stream()
              .filter(path -> path.equals(name) || path.endsWith("/" + name))
              .min((one, other) -> Integer.compare(one.length(), other.length()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String standards(Language language) {
    return """
    # Performance Engineering Standards

    ## Profiling Requirements
    - CPU profiles MUST be collected for a minimum of 30 seconds under load
    %s
    ## Performance Budgets
    - P99 latency budget: 200ms for API endpoints, 500ms for batch operations

    ## Optimisation Constraints
    - NEVER replace safe abstractions with unsafe code for marginal gains
    - NEVER remove error handling or observability for performance
    - Prefer algorithmic improvements over micro-optimisations
    - All optimisations MUST include before/after benchmark evidence
    """
        .formatted(requirement(language));
  }

  private static String requirement(Language language) {
    return switch (language) {
      case GO ->
          """
          - All Go services MUST expose `/debug/pprof/` endpoints in non-production builds
          - Memory profiles MUST use `allocs` profile type (not `heap`) for allocation-rate analysis
          """;
      case PYTHON ->
          """
          - Python services MUST use py-spy for production-safe sampling profiling
          """;
      case NODE, JAVA -> "";
    };
  }
}
