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
      """;

  @Test
  void showsWhatEachLineWasUnderstoodToSay() throws IOException {
    assertThat(StandardsTable.of(standards()))
        .isEqualTo(
            """
            AGENTS.md: 1 budget, 1 constraint, 5.0 % threshold

                2 enforced   CPU profiles MUST be collected for a minimum of 30 seconds
                             under load
                             = profiles record at least 30 s under load
                3 measured   P99 latency budget: 200ms for API endpoints, 500ms for batch
                             operations
                             = p99 latency, api at most 200 ms; p99 latency, batch at most
                             500 ms
                4 passed on  NEVER replace safe abstractions with unsafe code for marginal
                             gains
                             = no unsafe code for speed

            Holds: profiles of at least 30 s; changes from 5.0 % count, with p < 0.05;
            hotspots from 5.0 %; 6 runs or more for each revision.
            """);
  }

  @Test
  void writesTheSameForMachines() throws IOException {
    JsonNode document = JsonMapper.shared().readTree(StandardsDocument.of(standards()));

    assertThat(document.path("clauses").size()).isEqualTo(3);
    assertThat(document.path("clauses").path(2).path("treatment").stringValue())
        .isEqualTo("passed_on");
    assertThat(document.path("budgets").path(0).path("name").stringValue())
        .isEqualTo("p99 latency, api");
    assertThat(document.path("budgets").path(0).path("limit").doubleValue()).isEqualTo(2e8);
    assertThat(document.path("minimum_duration_nanos").longValue()).isEqualTo(30_000_000_000L);
  }

  private static Standards standards() throws IOException {
    return Standards.read(Source.of("AGENTS.md", TEXT.getBytes(StandardCharsets.UTF_8)));
  }
}
