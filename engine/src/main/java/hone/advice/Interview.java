package hone.advice;

import hone.agent.Agent;
import hone.agent.AgentMode;
import hone.agent.AgentReport;
import hone.agent.AgentTask;
import hone.agent.AgentThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One question to an agent, and one more turn where its answer should be mended.
///
/// The agent sees the prompt and nothing else: no repository, no command.
///
/// @param schema    JSON schema that the answer should keep to
/// @param directory where prompts, answers and transcripts are kept; made if it is not there
record Interview(Agent agent, String model, String schema, Path directory) {

  /// An answer as far as it could be read.
  interface Reading {

    /// Whether the agent itself failed, so that asking again would be no help.
    boolean failed();

    /// What a second turn should mend; none where all is well.
    List<String> problems();

    /// How much of the answer can stand.
    int kept();
  }

  /// What came of it: the second answer where there was one and it is no worse.
  ///
  /// @param name   of the folder of the first turn
  /// @param mend   makes the second prompt of the problems
  <R extends Reading> R held(
      String name,
      String prompt,
      Function<AgentReport, R> reader,
      Function<List<String>, String> mend)
      throws IOException, InterruptedException {
    AgentReport report = agent.run(task(name, prompt));
    R first = reader.apply(report);
    R last = first;
    if (!first.failed() && !first.problems().isEmpty()) {
      R second = reader.apply(repaired(report, prompt, mend.apply(first.problems())));
      last = second.kept() > 0 || first.kept() == 0 ? second : first;
    }
    if (report.thread().isPresent()) {
      agent.forget(report.thread().get());
    }
    return last;
  }

  /// The second turn; where the agent keeps no thread it is told everything again.
  private AgentReport repaired(AgentReport first, String prompt, String repair)
      throws IOException, InterruptedException {
    Optional<AgentThread> thread = first.thread();
    return thread.isPresent()
        ? agent.resume(thread.get(), task("repair", repair))
        : agent.run(task("repair", prompt + "\n" + repair));
  }

  private AgentTask task(String name, String prompt) throws IOException {
    Path nothing = Files.createDirectories(directory.resolve("nothing"));
    return AgentTask.of(prompt, model, nothing, directory.resolve(name))
        .withMode(AgentMode.TEXT_ONLY)
        .withSchema(schema)
        .withMemory(AgentTask.Memory.THREAD);
  }
}
