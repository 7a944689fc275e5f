package hone.audit;

import hone.agent.Agent;
import hone.agent.AgentBudget;
import hone.agent.Agents;
import hone.agent.BudgetedAgent;
import hone.agent.PriceTable;
import hone.input.FormatException;
import hone.project.Parts;
import hone.project.Project;
import hone.project.RunState;
import hone.service.AgentPlan;
import hone.service.ModelTask;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The agent that a run asks for changes.
///
/// @param author how it is called
/// @param models one for every task
record Asked(Agent agent, AgentBudget budget, String author, Map<ModelTask, String> models) {

  Asked {
    models = Map.copyOf(models);
  }

  /// The one that the run's state names, or nothing.
  static Optional<Asked> of(Parts parts, Project project, RunState state) throws FormatException {
    AgentPlan plan = project.service().agent();
    AgentBudget budget = new AgentBudget(project.service().limits(), PriceTable.bundled());
    Agents agents =
        new Agents(parts.supervisor(), parts.environment(), project.home(), parts.cache());
    return agents
        .chosen(plan, Optional.of(state.agent()))
        .map(agent ->
            new Asked(
                new BudgetedAgent(agent, budget), budget, state.agent().text(), plan.models()));
  }

  String model(ModelTask task) {
    return Objects.requireNonNull(models.get(task));
  }
}
