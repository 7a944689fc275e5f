package hone.report;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.Source;
import hone.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandardsTableTest {

  private static final String TEXT =
      """
      # Performance Engineering Standards
      - CPU profiles MUST be collected for a minimum of 30 seconds under load
      - P99 latency budget: 200ms for API endpoints, 500ms for batch operations
      - NEVER replace safe abstractions with unsafe code for marginal gains
      - Prefer short functions
      """;

  @Test
  void showsWhatEachLineWasUnderstoodToSay() throws IOException {
    assertThat(StandardsTable.of(standards()))
        .isEqualTo(
            """
            AGENTS.md: 1 budget, 2 constraints, 5.0 % threshold

                2 enforced   CPU profiles MUST be collected for a minimum of 30 seconds
                             under load
                             = profiles record at least 30 s under load
                             → hone collect loads and profiles at least so long; a profile
                             that is shorter or without load makes no critical finding
                3 measured   P99 latency budget: 200ms for API endpoints, 500ms for batch
                             operations
                             = p99 latency, api at most 200 ms; p99 latency, batch at most
                             500 ms
                             → taken under load, from when each request was due; held
                             against the requests of that class in hone.yaml
                4 enforced   NEVER replace safe abstractions with unsafe code for marginal
                             gains
                             = no unsafe code for speed
                             → a candidate that brings in unsafe or native code is rejected
                             before it is built, by its syntax trees
                5 passed on  Prefer short functions
                             = constraint on optimisations
                             → not checked by hone: whoever proposes changes gets it to
                             read, word for word

            Holds: profiles of at least 30 s; changes from 5.0 % count, with p < 0.05;
            hotspots from 5.0 %; 6 runs or more for each revision.
            """);
  }

  /// The article's example, whole: no line of it is passed over.
  @Test
  void saysWhatIsDoneAboutEveryLineOfTheArticle() throws IOException {
    String article =
        """
        # Performance Engineering Standards

        ## Profiling Requirements
        - All Go services MUST expose `/debug/pprof/` endpoints in non-production builds
        - CPU profiles MUST be collected for a minimum of 30 seconds under load
        - Memory profiles MUST use `allocs` profile type (not `heap`) for allocation-rate analysis
        - Node.js services MUST use Clinic.js Flame for CPU and Clinic.js Doctor for event loop analysis
        - Python services MUST use py-spy for production-safe sampling profiling

        ## Performance Budgets
        - P99 latency budget: 200ms for API endpoints, 500ms for batch operations
        - Allocation rate budget: <10MB/s sustained for Go services
        - Event loop delay budget: <50ms for Node.js services

        ## Optimisation Constraints
        - NEVER replace safe abstractions with unsafe code for marginal gains
        - NEVER remove error handling or observability for performance
        - Prefer algorithmic improvements over micro-optimisations
        - All optimisations MUST include before/after benchmark evidence
        """;
    JsonNode clauses =
        JsonMapper.shared().readTree(StandardsDocument.of(standards(article))).path("clauses");

    assertThat(
            clauses
                .valueStream()
                .map(clause ->
                    "%d %s: %s"
                        .formatted(
                            clause.path("line").asInt(),
                            clause.path("treatment").asString(),
                            clause.path("handling").path(0).asString().split("[:;,]", 2)[0])))
        .containsExactly(
            "4 enforced: hone collect takes its profiles there",
            "5 enforced: hone collect loads and profiles at least so long",
            "6 enforced: hone collect takes this one",
            "7 measured: hone collect runs it where the project has it",
            "8 enforced: hone collect runs it",
            "11 measured: taken under load",
            "12 measured: taken from the allocation profile under load",
            "13 measured: taken under load",
            "16 enforced: a candidate that brings in unsafe or native code is rejected before it is"
                + " built",
            "17 enforced: a candidate that takes away error handling",
            "18 enforced: candidates that change an algorithm are measured and offered before the"
                + " others",
            "19 enforced: hone delivers nothing that was not measured before and after");
  }

  @Test
  void writesTheSameForMachines() throws IOException {
    JsonNode document = JsonMapper.shared().readTree(StandardsDocument.of(standards()));

    assertThat(document.path("clauses").size()).isEqualTo(4);
    assertThat(document.path("clauses").path(2).path("treatment").stringValue())
        .isEqualTo("enforced");
    assertThat(document.path("clauses").path(3).path("treatment").stringValue())
        .isEqualTo("passed_on");
    assertThat(document.path("budgets").path(0).path("name").stringValue())
        .isEqualTo("p99 latency, api");
    assertThat(document.path("budgets").path(0).path("limit").doubleValue()).isEqualTo(2e8);
    assertThat(document.path("minimum_duration_nanos").longValue()).isEqualTo(30_000_000_000L);
  }

  private static Standards standards() throws IOException {
    return standards(TEXT);
  }

  private static Standards standards(String text) throws IOException {
    return Standards.read(Source.of("AGENTS.md", text.getBytes(StandardCharsets.UTF_8)));
  }
}
