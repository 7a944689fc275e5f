package hone.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyPageTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "policy.md");

  @Test
  void thePageNamesEveryConcernAndEveryForm() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Concern.values())
        .allSatisfy(concern -> assertThat(page).contains("\n| " + concern.phrase() + " |"));
    assertThat(Form.values()).allSatisfy(form -> assertThat(page).contains("\n| `" + form + "` |"));
  }

  @Test
  void theRowThatThePageShowsIsARow() throws IOException {
    String row =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("keep logging"))
            .findFirst()
            .orElseThrow();

    Rule rule = RuleTable.parse("policy.md", row).rules().getFirst();

    assertThat(rule.pattern().matcher("this.auditTrail.record").matches()).isTrue();
    assertThat(rule.what()).isEqualTo("our own audit log");
  }
}
