package hone.cli;

import hone.advice.Consultation;
import hone.agent.Agent;
import hone.agent.AgentBudget;
import hone.agent.Agents;
import hone.agent.BudgetedAgent;
import hone.agent.PriceTable;
import hone.audit.Project;
import hone.input.FormatException;
import hone.service.AgentName;
import hone.service.ModelTask;
import hone.service.Service;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which coding agent to ask.
final class AgentOptions {

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      description = "codex, command or none (default: that of hone.yaml, else none).")
  private @Nullable AgentName agent;

  /// The agent to ask about findings; empty where none is wanted.
  ///
  /// @param directory where its prompts and answers are kept
  Optional<Consultation> consultation(Workbench bench, Project project, Path directory)
      throws FormatException {
    Service service = project.service();
    AgentName name = Objects.requireNonNullElse(agent, service.agent().name());
    String model = Objects.requireNonNull(service.agent().models().get(ModelTask.ANALYSE));
    return chosen(bench, project)
        .map(found -> new Consultation(found, name.text(), model, directory));
  }

  /// The one that was asked for by name.
  Optional<AgentName> name() {
    return Optional.ofNullable(agent);
  }

  private Optional<Agent> chosen(Workbench bench, Project project) throws FormatException {
    Service service = project.service();
    AgentBudget budget = new AgentBudget(service.limits(), PriceTable.bundled());
    return new Agents(
            bench.parts().supervisor(), System.getenv(), project.home(), bench.parts().cache())
        .chosen(service.agent(), Optional.ofNullable(agent))
        .map(found -> new BudgetedAgent(found, budget));
  }
}
