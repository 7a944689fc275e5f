package hone.agent;

import hone.agent.AgentOutcome.OverBudget;
import java.io.IOException;
import java.util.Optional;

/// An agent that is not asked any more once its budget is spent.
public record BudgetedAgent(Agent agent, AgentBudget budget) implements Agent {

  @Override
  public AgentReport run(AgentTask task) throws IOException, InterruptedException {
    Optional<OverBudget> refusal = budget.refusal();
    return refusal.isPresent() ? refused(refusal.get(), task) : charged(agent.run(task), task);
  }

  @Override
  public AgentReport resume(AgentThread thread, AgentTask task)
      throws IOException, InterruptedException {
    Optional<OverBudget> refusal = budget.refusal();
    return refusal.isPresent()
        ? refused(refusal.get(), task)
        : charged(agent.resume(thread, task), task);
  }

  @Override
  public void forget(AgentThread thread) throws IOException, InterruptedException {
    agent.forget(thread);
  }

  private AgentReport charged(AgentReport report, AgentTask task) throws IOException {
    TaskRecord.write(task, report, budget.charge(report));
    return report;
  }

  private static AgentReport refused(OverBudget why, AgentTask task) {
    return AgentReport.refused(why, "not asked", task);
  }
}
