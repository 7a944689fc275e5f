package hone.cli;

import hone.advice.Consultation;
import hone.advice.Triage;
import hone.agent.Agent;
import hone.agent.AgentBudget;
import hone.agent.Agents;
import hone.agent.BudgetedAgent;
import hone.agent.PriceTable;
import hone.input.FormatException;
import hone.project.Project;
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

  private @Nullable AgentBudget budget;

  /// The agent to ask about findings; empty where none is wanted.
  ///
  /// @param directory where its prompts and answers are kept
  Optional<Consultation> consultation(Workbench bench, Project project, Path directory)
      throws FormatException {
    return chosen(bench, project)
        .map(found ->
            new Consultation(found, author(project), model(project, ModelTask.ANALYSE), directory));
  }

  /// The agent to ask about regressions, its prompts and answers kept beside hone.yaml; empty where
  /// none is wanted.
  Optional<Triage> triage(Workbench bench, Project project) throws FormatException {
    Path directory = project.home().resolve(".hone").resolve("advice");
    return chosen(bench, project)
        .map(found ->
            new Triage(found, author(project), model(project, ModelTask.TRIAGE), directory));
  }

  private String author(Project project) {
    return Objects.requireNonNullElse(agent, project.service().agent().name()).text();
  }

  private static String model(Project project, ModelTask task) {
    return Objects.requireNonNull(project.service().agent().models().get(task));
  }

  /// What was used by whoever was asked, a line; nothing where nobody was.
  Optional<String> spent(Project project) {
    return Optional.ofNullable(budget)
        .map(spending -> spending.words(author(project)))
        .filter(words -> !words.isEmpty());
  }

  /// The one that was asked for by name.
  Optional<AgentName> name() {
    return Optional.ofNullable(agent);
  }

  private Optional<Agent> chosen(Workbench bench, Project project) throws FormatException {
    Service service = project.service();
    AgentBudget spending = new AgentBudget(service.limits(), PriceTable.bundled());
    budget = spending;
    return new Agents(
            bench.parts().supervisor(), System.getenv(), project.home(), bench.parts().cache())
        .chosen(service.agent(), Optional.ofNullable(agent))
        .map(found -> new BudgetedAgent(found, spending));
  }
}
