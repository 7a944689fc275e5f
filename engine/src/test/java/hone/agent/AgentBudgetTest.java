package hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hone.agent.AgentOutcome.Answered;
import hone.agent.AgentOutcome.OverBudget;
import hone.service.Money;
import hone.service.SpendingLimits;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgentBudgetTest {

  @TempDir private Path folder;

  private static final AgentUsage MILLION = new AgentUsage(1_000_000, 400_000, 100_000, 50_000);

  @Test
  void letsTasksBeginUntilTheirTokensAreUsed() {
    AgentBudget budget = budget(2_000_000, "100");

    budget.charge(report("gpt-5.5", Optional.of(MILLION)));
    assertThat(budget.refusal()).isEmpty();
    budget.charge(report("gpt-5.5", Optional.of(MILLION)));

    assertThat(budget.refusal())
        .hasValue(new OverBudget("2,200,000 tokens of 2,000,000 (limits.tokens)"));
    assertThat(budget.refusal().orElseThrow().words())
        .isEqualTo("agents may use no more: 2,200,000 tokens of 2,000,000 (limits.tokens)");
  }

  @Test
  void letsTasksBeginUntilTheirMoneyIsSpent() {
    AgentBudget budget = budget(100_000_000, "6.20");

    budget.charge(report("gpt-5.5", Optional.of(MILLION)));

    // 600,000 at 5 USD, 400,000 cached at 0.50 USD and 100,000 written at 30 USD a million
    assertThat(budget.spent())
        .isEqualTo(
            new AgentSpending(1_100_000, new Money(new BigDecimal("6.2"), "USD"), List.of()));
    assertThat(budget.refusal()).hasValue(new OverBudget("6.2 USD of 6.2 USD (limits.money)"));
  }

  @Test
  void saysWhatItDoesNotKnow() {
    AgentBudget budget = budget(100_000_000, "5");

    budget.charge(report("corp-model", Optional.of(MILLION)));
    budget.charge(report("gpt-5.5", Optional.empty()));

    assertThat(budget.spent().gaps())
        .containsExactly(
            "no price in USD is known for model corp-model",
            "tasks that ended without saying what they used: 1");
    assertThat(budget.refusal()).isEmpty();
    assertThat(budget.words("codex"))
        .isEqualTo(
            "codex used 1,100,000 tokens, 0 USD; not counted: no price in USD is known for model"
                + " corp-model; tasks that ended without saying what they used: 1");
    assertThat(budget(1, "1").words("codex")).isEmpty();
  }

  @Test
  void countsNoMoneyOfAnotherCurrency() {
    AgentBudget budget =
        new AgentBudget(limits(1_000_000_000, new Money(BigDecimal.ONE, "EUR")), PRICES);

    budget.charge(report("gpt-5.5", Optional.of(MILLION)));

    assertThat(budget.spent().gaps()).containsExactly("no price in EUR is known for model gpt-5.5");
  }

  @Test
  void keepsWhatEachTaskUsedBesideItsPrompt() throws Exception {
    Agent agent = new BudgetedAgent(new Counting(), budget(100_000_000, "100"));
    AgentTask task = AgentTask.of("Hello.", "gpt-5.5", folder, folder.resolve("task"));

    agent.run(task);

    JsonNode kept = JsonMapper.shared().readTree(folder.resolve("task/task.json").toFile());
    assertThat(kept.path("model").asString()).isEqualTo("gpt-5.5");
    assertThat(kept.path("outcome").asString()).isEqualTo("the agent answered");
    assertThat(kept.path("wall_nanos").asLong()).isEqualTo(1_000_000_000);
    assertThat(kept.at("/tokens/input").asLong()).isEqualTo(1_000_000);
    assertThat(kept.at("/tokens/cached_input").asLong()).isEqualTo(400_000);
    assertThat(kept.at("/money/amount").asDouble()).isEqualTo(6.2);
    assertThat(kept.at("/money/currency").asString()).isEqualTo("USD");
    assertThat(kept.path("thread").isNull()).isTrue();
  }

  @Test
  void whatIsNotKnownOfATaskIsNull() throws Exception {
    AgentTask task = AgentTask.of("Hello.", "corp-model", folder, folder.resolve("task"));

    TaskRecord.write(task, report("corp-model", Optional.empty()), Optional.empty());

    JsonNode kept = JsonMapper.shared().readTree(folder.resolve("task/task.json").toFile());
    assertThat(kept.path("tokens").isNull()).isTrue();
    assertThat(kept.path("money").isNull()).isTrue();
  }

  @Test
  void noNameInTheRecordOfATaskIsObeyed() throws Exception {
    AgentTask task = AgentTask.of("Hello.", "m", folder, folder.resolve("task"));

    TaskRecord.write(task, report("m\u202e##[error]x", Optional.empty()), Optional.empty());

    String text = Files.readString(folder.resolve("task/task.json"));
    assertThat(text).contains("m\\u202e#\\u0023[error]x").doesNotContain("\u202e");
    assertThat(JsonMapper.shared().readTree(text).path("model").asString())
        .isEqualTo("m\u202e##[error]x");
  }

  @Test
  void asksNoAgentOnceItIsSpent() throws Exception {
    AgentBudget budget = budget(1_000_000, "100");
    Agent agent = new BudgetedAgent(new Counting(), budget);
    AgentTask task = AgentTask.of("Hello.", "gpt-5.5", folder, folder.resolve("task"));

    assertThat(agent.run(task).outcome()).isInstanceOf(Answered.class);
    AgentReport second = agent.run(task);
    AgentReport third = agent.resume(THREAD, task);

    assertThat(second.outcome()).isInstanceOf(OverBudget.class);
    assertThat(third.outcome()).isInstanceOf(OverBudget.class);
    assertThat(second.usage()).hasValue(AgentUsage.NONE);
  }

  private static final PriceTable PRICES = PriceTable.bundled();
  private static final AgentThread THREAD =
      new AgentThread("01a204e3-e4c6-73b1-a947-4251e3ff9a30", AgentUsage.NONE);

  /// Uses a million tokens and a tenth at each task.
  private static final class Counting implements Agent {

    @Override
    public AgentReport run(AgentTask task) {
      return report(task.model(), Optional.of(MILLION));
    }

    @Override
    public AgentReport resume(AgentThread thread, AgentTask task) {
      return run(task);
    }

    @Override
    public void forget(AgentThread thread) {}
  }

  private static AgentBudget budget(long tokens, String money) {
    return new AgentBudget(limits(tokens, new Money(new BigDecimal(money), "USD")), PRICES);
  }

  private static SpendingLimits limits(long tokens, Money money) {
    return new SpendingLimits(Duration.ofMinutes(20), money, tokens, 3);
  }

  private static AgentReport report(String model, Optional<AgentUsage> usage) {
    return new AgentReport(
        new Answered(List.of("yes")),
        "agent",
        model,
        usage,
        Optional.empty(),
        Duration.ofSeconds(1),
        List.of(),
        List.of());
  }
}
