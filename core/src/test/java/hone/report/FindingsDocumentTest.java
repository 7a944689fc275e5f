package hone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.analysis.EvidenceQuality;
import hone.finding.Category;
import hone.finding.Confidence;
import hone.finding.Evidence;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.finding.ProfileKind;
import hone.finding.Severity;
import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsDocumentTest {

  private static final Finding WORST =
      new Finding(
          "cpu-00ff",
          ProfileKind.CPU,
          "example.com/shop/web.Render",
          "web/page.go",
          41,
          1 / 3.0,
          0.31,
          0.0,
          1100,
          Category.ALGORITHMIC,
          Optional.empty(),
          Severity.CRITICAL,
          Severity.CRITICAL,
          List.of(),
          Confidence.MEDIUM,
          Evidence.PROOF,
          "go-regexp-compile",
          Optional.of("go-regexp-hoist"),
          "Compile the regular expression once, in a package-level variable, instead of in every"
              + " call.",
          List.of("main.main (main.go:7)", "example.com/shop/web.Render (web/page.go:41)"),
          List.of(new Finding.Callee("regexp.MustCompile", 0.333)),
          OptionalDouble.of(0.25),
          new Finding.Impact(OptionalDouble.of(2.5e6), true, Optional.of("event loop delay")),
          true,
          Optional.of(new Finding.Advice("codex", "Hoist the pattern.")));

  private static final Finding SMALL =
      new Finding(
          "memory-1",
          ProfileKind.MEMORY,
          "main.\u001b[31mcopy",
          "main.go",
          9,
          0.02,
          0.01,
          0.02,
          20,
          Category.ALLOCATION,
          Optional.of(Category.IO_WAIT),
          Severity.LOW,
          Severity.LOW,
          List.of("fewer than 25 samples", "below 5.0 % of the total"),
          Confidence.LOW,
          Evidence.PROXY,
          "allocation-site",
          Optional.empty(),
          "",
          List.of(),
          List.of(),
          OptionalDouble.empty(),
          Finding.Impact.none(),
          false,
          Optional.empty());

  private static final Findings FINDINGS =
      new Findings(
          "shop",
          ProfileKind.CPU,
          30.1,
          new EvidenceQuality(
              EvidenceQuality.Verdict.CARE,
              List.of("only 300 samples: small shares are uncertain")),
          List.of(SMALL, WORST),
          "33.3 % of CPU time is spent at web/page.go:41",
          "at most 31.0 % less CPU time");

  @Test
  void readsBackWhatItWrote() throws IOException {
    assertThat(read(FindingsDocument.of(FINDINGS))).isEqualTo(FINDINGS);
  }

  @Test
  void writesTheFieldsThatOthersRelyOn() {
    JsonNode worst =
        JsonMapper.shared().readTree(FindingsDocument.of(FINDINGS)).path("hotspots").path(0);

    assertThat(worst.path("file").stringValue()).isEqualTo("web/page.go");
    assertThat(worst.path("line").intValue()).isEqualTo(41);
    assertThat(worst.path("percentage").doubleValue()).isEqualTo(33.333);
    assertThat(worst.path("category").stringValue()).isEqualTo("algorithmic");
    assertThat(worst.path("severity").stringValue()).isEqualTo("critical");
    assertThat(worst.path("evidence").stringValue()).isEqualTo("proof");
    assertThat(worst.path("recipe").stringValue()).isEqualTo("go-regexp-hoist");
    assertThat(worst.path("improvement_bound").doubleValue()).isEqualTo(0.31);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "service" : "shop"         | "name" : "shop"              | schema
          "line" : 41                | "line" : "41"                | schema
          "severity" : "critical"    | "severity" : "terrible"      | schema
          "line" : 41                | "line" : 0                   | line or sample count is out of range
          "file" : "web/page.go"     | "file" : "../page.go"        | file is not inside the repository
          "percentage" : 33.333      | "percentage" : 44            | hotspots[0].percentage is not the share times one hundred
          "share_low" : 0.31         | "share_low" : 0.5            | hotspots[0].share_low is above the share
          "samples" : 1100           | "samples" : 1.5              | hotspots[0].samples is missing or no whole number
          "evidence" : "proof"       | "evidence" : "hearsay"       | hotspots[0].evidence is none that is known: "hearsay"
          "material" : true          | "material" : 1               | hotspots[0].material is missing or neither true nor false
          "call_path" : [            | "call_path" : 1, "x" : [     | hotspots[0].call_path is missing or no list
          "profile_type" : "cpu"     | "profile_type" : "gpu"       | schema
          "duration_seconds" : 30.1  | "duration_seconds" : -1      | duration is negative
          """)
  void refusesDocumentsThatSayWhatNoFindingCan(String before, String after, String message) {
    String document = FindingsDocument.of(FINDINGS);
    assertThat(document).contains(before);

    assertThatThrownBy(() -> read(document.replace(before, after)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("perf-findings.json: ")
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoJson() {
    for (String text : List.of("", "{", "[] []", "{\"a\":1,\"a\":2}", "null")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith("perf-findings.json: ");
    }
  }

  @Test
  void answersEveryDamagedDocumentWithFindingsOrARefusal() throws IOException {
    byte[] whole = FindingsDocument.of(FINDINGS).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 500; round++) {
      byte[] damaged =
          round % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      if (round % 2 == 1) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        FindingsDocument.read(Source.of("perf-findings.json", damaged));
      } catch (FormatException expected) {
        refused++;
      }
    }
    assertThat(refused).isBetween(250, 499);
  }

  @Test
  void showsFindingsToPeopleInEightyColumnsWithoutControlCharacters() {
    assertThat(FindingsTable.of(FINDINGS))
        .isEqualTo(
            """
            shop: 33.3 % of CPU time is spent at web/page.go:41

            critical  33.3 %  web/page.go:41 example.com/shop/web.Render
                algorithmic (proof, medium confidence), 33.3 % of cpu, 1,100 samples,
                allocates 2.5 MB/s, blocks the event loop, recipe go-regexp-hoist
                calls regexp.MustCompile 33.3 %
                Compile the regular expression once, in a package-level variable, instead of
                in every call.
                codex: Hoist the pattern.

            Left alone, as a change there would hardly be felt:
                       2.0 %  main.go:9 main.\\u001b[31mcopy (memory: below 5.0 % of the
                              total)

            Gain: at most 31.0 % less CPU time
            """);
  }

  private static Findings read(String document) throws IOException {
    return FindingsDocument.read(
        Source.of("perf-findings.json", document.getBytes(StandardCharsets.UTF_8)));
  }
}
