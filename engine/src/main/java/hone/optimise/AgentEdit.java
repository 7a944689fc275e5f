package hone.optimise;

import hone.agent.Agent;
import hone.agent.AgentMode;
import hone.agent.AgentOutcome;
import hone.agent.AgentReport;
import hone.agent.AgentTask;
import hone.workspace.Refusal;
import hone.workspace.Worktree;
import java.io.IOException;
import java.nio.file.Path;

/// A change that an agent makes in a checkout of the base. What it says of it counts for nothing.
///
/// @param directory where prompt, transcript and answer are kept, outside the checkout
public record AgentEdit(Agent agent, String model, String prompt, Path directory)
    implements Trial.Edit {

  @Override
  public void in(Worktree fresh) throws Refusal, EditFailure, IOException {
    AgentTask task =
        AgentTask.of(prompt, model, fresh.directory(), directory)
            .withMode(AgentMode.WORKSPACE_WRITE);
    try {
      AgentReport report = agent.run(task);
      if (!(report.outcome() instanceof AgentOutcome.Answered)) {
        throw new EditFailure(report.outcome().words());
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
  }
}
