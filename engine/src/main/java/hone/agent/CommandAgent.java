package hone.agent;

import hone.agent.AgentOutcome.Answered;
import hone.agent.AgentOutcome.Crashed;
import hone.agent.AgentOutcome.Empty;
import hone.agent.AgentOutcome.ProgramMissing;
import hone.process.Command;
import hone.process.LineListener;
import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Any program that reads a prompt from standard input and writes its answer to standard output.
///
/// It is told in variables what else there is to know: `HONE_AGENT_MODE`, `HONE_AGENT_MODEL`,
/// `HONE_AGENT_EFFORT` and, if there is one, the file `HONE_AGENT_SCHEMA`. It runs in the
/// workspace and is not confined; it keeps no threads and does not say what it used.
final class CommandAgent implements Agent {

  private static final long OUTPUT_LIMIT_BYTES = 16 << 20;

  private final Supervisor supervisor;
  private final List<String> words;
  private final AgentEnvironment environment;

  CommandAgent(Supervisor supervisor, List<String> words, AgentEnvironment environment) {
    this.supervisor = supervisor;
    this.words = List.copyOf(words);
    this.environment = environment;
  }

  @Override
  public AgentReport run(AgentTask task) throws IOException, InterruptedException {
    Redaction redaction = environment.redaction();
    TaskFiles files = TaskFiles.written(task, redaction);
    AgentEnvironment seen =
        environment
            .with("HONE_AGENT_MODE", task.mode().name().toLowerCase(Locale.ROOT))
            .with("HONE_AGENT_MODEL", task.model())
            .with("HONE_AGENT_EFFORT", task.effort().name().toLowerCase(Locale.ROOT));
    if (task.schema().isPresent()) {
      seen = seen.with("HONE_AGENT_SCHEMA", files.schema(task.schema().get()).toString());
    }
    Command command =
        Command.of(task.workspace(), words)
            .withInput(files.prompt())
            .withOnlyEnvironment(seen.variables());
    AgentLimits limits = task.limits().withOutputAtMost(OUTPUT_LIMIT_BYTES);
    Optional<String> missing = supervisor.missing(command);
    if (missing.isPresent()) {
      return AgentReport.refused(new ProgramMissing(missing.get()), "command", task);
    }
    AgentProcess.Ended ended = AgentProcess.run(supervisor, command, limits, LineListener.none());
    String answer = redaction.of(ended.exited().stdout().text());
    String stderr = redaction.of(ended.exited().stderr().text());
    Files.writeString(files.answer(), answer);
    files.ended(stderr);
    return new AgentReport(
        outcome(ended, answer, stderr),
        "command",
        task.model(),
        Optional.empty(),
        Optional.empty(),
        ended.wall(),
        words.stream().map(redaction::of).toList(),
        environment.notices());
  }

  @Override
  public AgentReport resume(AgentThread thread, AgentTask task) {
    throw new IllegalArgumentException("a command keeps no threads: " + thread.id());
  }

  @Override
  public void forget(AgentThread thread) {
    throw new IllegalArgumentException("a command keeps no threads: " + thread.id());
  }

  private static AgentOutcome outcome(AgentProcess.Ended ended, String answer, String stderr) {
    if (ended.stopped().isPresent()) {
      return ended.stopped().get();
    }
    if (ended.code() != 0) {
      return new Crashed(ended.code(), stderr.strip().lines().reduce("", (_, last) -> last));
    }
    return answer.isBlank() ? new Empty() : new Answered(List.of(answer));
  }
}
