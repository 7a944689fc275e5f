package hone.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hone.input.FormatException;
import hone.input.Source;
import hone.service.Language;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardsTest {

  /// The wording that teams copy.
  private static final String COMMON =
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

  @Test
  void understandsLimitsOfABenchmark() throws IOException {
    Standards standards =
        read(
            """
            # Performance Engineering Standards
            - Benchmark `Encode`: at most 2 ms and 16 B/op, 3 allocs/op
            - Benchmark `checkout` p99: 20ms
            - Benchmark `ingest` does at least 1000 orders/s
            """);

    assertThat(standards.budgets(Language.GO))
        .extracting(Budget::text)
        .containsExactly(
            "benchmark Encode, sec/op at most 2 ms",
            "benchmark Encode, B/op at most 16 B",
            "benchmark Encode, allocs/op at most 3",
            "benchmark checkout, p99-sec at most 20 ms",
            "benchmark ingest, orders/s at least 1,000 orders/s");
  }

  @Test
  void refusesABenchmarkWithoutALimit() {
    assertThatThrownBy(
            () -> read("# Performance Engineering Standards\n- Benchmark `Encode` MUST be fast\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("a benchmark without a limit such as 2 ms or 16 B/op");
  }

  @Test
  void understandsTheCommonWordingLineByLine() throws IOException {
    Standards standards = read(COMMON);

    assertThat(standards.clauses())
        .extracting(Clause::line)
        .containsExactly(4, 5, 6, 7, 8, 11, 12, 13, 16, 17, 18, 19);
    assertThat(standards.clauses())
        .extracting(Clause::treatment)
        .containsExactly(
            Treatment.ENFORCED,
            Treatment.ENFORCED,
            Treatment.ENFORCED,
            Treatment.MEASURED,
            Treatment.ENFORCED,
            Treatment.MEASURED,
            Treatment.MEASURED,
            Treatment.MEASURED,
            Treatment.ENFORCED,
            Treatment.ENFORCED,
            Treatment.ENFORCED,
            Treatment.ENFORCED);
    assertThat(standards.saying(Budget.class)).hasSize(3);
    assertThat(standards.saying(Meaning.Constraint.class)).hasSize(4);
    assertThat(standards.saying(Meaning.Advice.class)).isEmpty();
  }

  /// What hone does not check is not said to be enforced, though it has the same words in it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEVER replace safe abstractions with unsafe code       | SAFE_CODE
          Do not use the unsafe package                          | SAFE_CODE
          NEVER make a type thread-unsafe                        | OTHER
          NEVER remove error handling or observability           | ERROR_HANDLING
          Don't trade logging for speed                          | ERROR_HANDLING
          Error handling and metrics MUST be preserved           | ERROR_HANDLING
          Prefer error handling by values                        | OTHER
          Avoid logging in loops                                 | OTHER
          Prefer algorithmic improvements over micro-optimisations | ALGORITHMS
          Prefer algorithms that people know                     | OTHER
          All optimisations MUST include benchmark evidence      | EVIDENCE
          """)
  void tellsConstraintsThatItChecksFromOthers(String text, Meaning.Constraint.Kind kind)
      throws IOException {
    assertThat(section("- " + text + "\n").clauses().getFirst().meanings())
        .containsExactly(new Meaning.Constraint(kind));
  }

  @Test
  void givesEachLanguageItsBudgets() throws IOException {
    Standards standards = read(COMMON);

    assertThat(standards.budgets(Language.GO))
        .extracting(Budget::name, budget -> budget.limit().value())
        .containsExactly(
            tuple("p99 latency, api", 2e8),
            tuple("p99 latency, batch", 5e8),
            tuple("allocation rate", 1e7));
    assertThat(standards.budgets(Language.NODE))
        .extracting(Budget::name)
        .containsExactly("p99 latency, api", "p99 latency, batch", "event loop delay");
    assertThat(standards.budgets(Language.PYTHON)).hasSize(2);
  }

  @Test
  void takesRequirementsFromTheClauses() throws IOException {
    Standards standards = read(COMMON.replace("30 seconds", "2 minutes"));

    assertThat(standards.minimumDuration()).isEqualTo(Duration.ofMinutes(2));
    assertThat(standards.memoryProfileType()).contains("allocs");
  }

  @Test
  void fillsWhatIsNotSaidWithDefaults() throws IOException {
    Standards standards = read("# Performance Engineering Standards\n\nBe quick.\n");

    assertThat(standards.minimumDuration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(standards.changeShare()).isEqualTo(0.05);
    assertThat(standards.hotspotShare()).isEqualTo(0.05);
    assertThat(standards.significance()).isEqualTo(0.05);
    assertThat(standards.minimumRunCount()).isEqualTo(6);
    assertThat(standards.clauses().getFirst().treatment()).isEqualTo(Treatment.PASSED_ON);
  }

  @Test
  void readsThresholdsSignificanceAndRuns() throws IOException {
    Standards standards =
        section(
            """
            - Reject changes that improve <7.5% (noise threshold)
            - Focus exclusively on hotspots consuming >10% of total time
            - Require benchstat with statistical significance (p<0.01)
            - Use at least 12 benchmark runs
            - Minimum 45-second profile collection under representative load
            """);

    assertThat(standards.changeShare()).isEqualTo(0.075);
    assertThat(standards.hotspotShare()).isEqualTo(0.10);
    assertThat(standards.significance()).isEqualTo(0.01);
    assertThat(standards.minimumRunCount()).isEqualTo(12);
    assertThat(standards.minimumDuration()).isEqualTo(Duration.ofSeconds(45));
  }

  @Test
  void letsABudgetOfOneLanguageStandBeforeTheGeneralOne() throws IOException {
    Standards standards =
        section("- P99 latency: 100ms\n- P99 latency budget is 300 ms for Java services\n");

    assertThat(standards.budgets(Language.JAVA))
        .extracting(Budget::limit)
        .containsExactly(new Quantity(3e8, Unit.NANOSECONDS));
    assertThat(standards.budgets(Language.GO))
        .extracting(Budget::limit)
        .containsExactly(new Quantity(1e8, Unit.NANOSECONDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p95 response time < 80 ms for checkout requests  | p95 latency, checkout at most 80 ms
          P99.9 latency: 1.5s                              | p99.9 latency at most 1.50 s
          99th percentile latency under 20ms for `batch`   | p99 latency, batch at most 20 ms
          Allocation rate: 64 KiB per second               | allocation rate at most 0.066 MB/s
          Event-loop lag below 20ms for Node services      | event loop delay at most 20 ms (node)
          P99 latency is 40 ms for all endpoints           | p99 latency at most 40 ms
          """)
  void readsBudgetsInOtherWords(String text, String meaning) throws IOException {
    assertThat(section("- " + text + "\n").clauses().getFirst().meanings())
        .extracting(Meaning::text)
        .containsExactly(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P99 latency budget: fast for API endpoints",
        "P99 latency budget: 200 parsecs",
        "Latency budget: 200ms",
        "Allocation rate budget: <10 MB",
        "Throughput MUST stay above 500 req/s",
        "Startup MUST take less than 3 seconds",
        "Event loop delay budget: <50ms, or 70ms on Fridays",
        "Services MUST sing",
        "P50 and P99 latency: 10ms",
        "Reject changes that improve <5% or 7%",
        "NEVER use more than 512 MB",
      })
  void refusesWhatLooksLikeARuleAndCannotBeRead(String clause) {
    assertThatThrownBy(() -> section("Plain words.\n\n- " + clause + "\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("AGENTS.md:5: ")
        .hasMessageContaining(clause);
  }

  @Test
  void refusesTwoClausesThatContradictEachOther() {
    assertThatThrownBy(() -> section("- P99 latency: 10ms\n- P99 latency: 20ms\n"))
        .hasMessage(
            "AGENTS.md:4: \"p99 latency at most 20 ms\", but line 3 says \"p99 latency at most 10"
                + " ms\"");
  }

  @Test
  void readsItsOwnSectionOnly() throws IOException {
    Standards standards =
        read(
            """
            # Project
            Builds MUST finish in 3 minutes.

            ## performance engineering standards
            Words that
            run on.
            ### Budgets
            1. P99 latency: 10ms
               - nested: prefer short code
            ```
            P99 latency budget: none
            ```
            ## Style
            - Lines MUST be below 100 bytes
            """);

    assertThat(standards.clauses())
        .extracting(Clause::line, Clause::text)
        .containsExactly(
            tuple(5, "Words that run on."),
            tuple(8, "P99 latency: 10ms"),
            tuple(9, "nested: prefer short code"));
  }

  @Test
  void saysWhenThereIsNoSection() {
    assertThatThrownBy(() -> read("# Project\n"))
        .hasMessage(
            "AGENTS.md: no section headed \"Performance Engineering Standards\"; hone init writes"
                + " one");
    assertThatThrownBy(() -> read(COMMON + COMMON))
        .hasMessage("AGENTS.md:20: second section headed \"Performance Engineering Standards\"");
  }

  @Test
  void answersEveryDamagedFileWithStandardsOrARefusal() throws IOException {
    byte[] whole = COMMON.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    int refused = 0;
    for (int round = 0; round < 1_000; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        assertThat(Standards.read(Source.of("AGENTS.md", damaged)).clauses()).isNotEmpty();
      } catch (FormatException expected) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 999);
  }

  private static Standards section(String clauses) throws IOException {
    return read("# Performance Engineering Standards\n\n" + clauses);
  }

  private static Standards read(String text) throws IOException {
    return Standards.read(Source.of("AGENTS.md", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void namesEveryTreatment() {
    assertThat(List.of(Treatment.values()))
        .extracting(Treatment::text)
        .containsExactly("enforced", "measured", "passed on");
  }
}
