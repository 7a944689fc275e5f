package hone.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceFileTest {

  private static final String ENTRY =
      """
      - benchmark: Encode/format=json
        metric: sec/op
        up_to: 20 %
        reason: every field is validated now
        owner: payments
        expires: 2027-01-31
      """;

  @Test
  void readsWhatATeamAccepts() throws IOException {
    List<Acceptance> found =
        read(
            ENTRY
                + """
                - {benchmark: Export, verdict: missing, reason: gone, owner: shop, expires: 2027-01-31}
                """);

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().benchmark()).isEqualTo("Encode/format=json");
    assertThat(found.getFirst().metric()).contains("sec/op");
    assertThat(found.getFirst().upTo()).isCloseTo(0.2, within(1e-12));
    assertThat(found.getFirst().expires()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(found.getLast().of()).isEqualTo(Acceptance.Of.MISSING);
    assertThat(found.getLast().line()).isEqualTo(7);
    assertThat(read("# nothing\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  expires: 2027-01-31|| without 'expires'",
        "  owner: payments|| without 'owner'",
        "  reason: every field is validated now|| without 'reason'",
        "  up_to: 20 %|| without 'up_to'",
        "  metric: sec/op|| without 'metric'",
        "2027-01-31|soon| not a date",
        "2027-01-31|2027-02-31| not a date",
        "20 %|20| not a share",
        "20 %|0 %| up_to is not between",
        "20 %|5000 %| up_to is not between",
        "owner: payments|owner: ''| has no value",
        "reason:|because:| nearest known key",
        "up_to: 20 %|verdict: slower| is none of",
        "  metric: sec/op|  verdict: missing| no meaning"
      })
  void refusesTheWholeFileForOneEntry(String from, String to, String why) {
    String broken = ENTRY.replace(from, to == null ? "" : to);

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("hone-accepted.yaml:")
        .hasMessageContaining(why.strip());
  }

  @Test
  void refusesWhatIsNoList() {
    assertThatThrownBy(() -> read("benchmark: x\n")).hasMessageContaining("expected a list");
  }

  private static List<Acceptance> read(String text) throws IOException {
    return AcceptanceFile.read(Source.of(AcceptanceFile.NAME, text.getBytes(UTF_8)));
  }
}
