package hone.setup;

import hone.service.Language;

/// First standards of a team, in the words that AGENTS.md takes.
final class Standards {

  private Standards() {}

  static String of(Language language) {
    return """
    # Performance Engineering Standards

    ## Profiling Requirements
    - CPU profiles MUST be collected for a minimum of 30 seconds under load
    %s
    ## Performance Budgets
    - P99 latency budget: 200ms for API endpoints, 500ms for batch operations
    %s
    ## Optimisation Constraints
    - NEVER replace safe abstractions with unsafe code for marginal gains
    - NEVER remove error handling or observability for performance
    - Prefer algorithmic improvements over micro-optimisations
    - All optimisations MUST include before/after benchmark evidence
    """
        .formatted(requirement(language), budget(language));
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
      case JAVA ->
          """
          - Java services MUST use JFR for CPU profiling
          """;
      case NODE -> "";
    };
  }

  private static String budget(Language language) {
    return switch (language) {
      case GO -> "- Allocation rate budget: <10MB/s sustained for Go services\n";
      case NODE -> "- Event loop delay budget: <50ms for Node.js services\n";
      case PYTHON, JAVA -> "";
    };
  }
}
