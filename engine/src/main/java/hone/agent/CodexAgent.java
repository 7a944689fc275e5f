package hone.agent;

import hone.agent.AgentOutcome.PromptTooLarge;
import hone.agent.AgentOutcome.SandboxMissing;
import hone.agent.AgentTask.Memory;
import hone.process.Command;
import hone.process.Outcome;
import hone.process.Supervisor;
import hone.schema.StrictSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Codex CLI, driven through `codex exec --json`.
///
/// Program, version and sandbox are looked at once, before the first task that needs them.
final class CodexAgent implements Agent {

  /// What codex takes in one turn, in characters.
  private static final long PROMPT_LIMIT = 1_048_576;

  private static final Duration SIDE_LIMIT = Duration.ofSeconds(60);

  private final Supervisor supervisor;
  private final CodexSettings settings;
  private Optional<CodexProgram> program = Optional.empty();
  private Optional<Outcome> sandbox = Optional.empty();

  CodexAgent(Supervisor supervisor, CodexSettings settings) {
    this.supervisor = supervisor;
    this.settings = settings;
  }

  @Override
  public AgentReport run(AgentTask task) throws IOException, InterruptedException {
    return perform(task, Optional.empty());
  }

  @Override
  public AgentReport resume(AgentThread thread, AgentTask task)
      throws IOException, InterruptedException {
    return perform(task, Optional.of(thread));
  }

  @Override
  public void forget(AgentThread thread) throws IOException, InterruptedException {
    if (program() instanceof CodexProgram.Ready ready) {
      List<String> words = List.of(ready.file().toString(), "delete", "--force", thread.id());
      Outcome outcome = side(words, CodexHome.prepared(settings.cache()));
      if (!(outcome instanceof Outcome.Exited exited) || !exited.succeeded()) {
        throw new IOException("codex did not delete its thread " + thread.id());
      }
    }
  }

  private AgentReport perform(AgentTask task, Optional<AgentThread> thread)
      throws IOException, InterruptedException {
    return switch (program()) {
      case CodexProgram.Refused refused -> AgentReport.refused(refused.why(), "codex", task);
      case CodexProgram.Ready ready -> {
        Optional<AgentOutcome> obstacle = obstacle(ready, task);
        yield obstacle.isPresent()
            ? AgentReport.refused(obstacle.get(), "codex " + ready.version(), task)
            : asked(ready, task, thread);
      }
    };
  }

  private Optional<AgentOutcome> obstacle(CodexProgram.Ready ready, AgentTask task)
      throws IOException, InterruptedException {
    long characterCount = characterCount(task);
    if (characterCount > PROMPT_LIMIT) {
      return Optional.of(new PromptTooLarge(characterCount, PROMPT_LIMIT));
    }
    Path home = CodexHome.prepared(settings.cache());
    CodexHome.requireOutside(home, task.workspace());
    return task.mode().runsCommands() ? sandboxFailure(ready, home) : Optional.empty();
  }

  private AgentReport asked(CodexProgram.Ready ready, AgentTask task, Optional<AgentThread> thread)
      throws IOException, InterruptedException {
    Redaction redaction = settings.environment().redaction();
    TaskFiles files = TaskFiles.written(task, redaction);
    Optional<Path> schema =
        task.schema().isPresent()
            ? Optional.of(
                files.schema(StrictSchema.of("schema of the answer", task.schema().get())))
            : Optional.empty();
    List<String> words =
        new CodexCommand(ready.file(), settings.arguments(), task, files.answer(), schema, thread)
            .words();
    Command command =
        Command.of(task.directory(), words)
            .withInput(files.prompt())
            .withOnlyEnvironment(variables(CodexHome.prepared(settings.cache())));
    CodexEvents events = new CodexEvents();
    List<String> notices = new ArrayList<>(settings.environment().notices());
    ready.version().warning().ifPresent(notices::add);
    AgentProcess.Ended ended;
    try (Transcript transcript =
        Transcript.begin(files.events(), redaction, task.limits().outputBytes(), events::line)) {
      ended = AgentProcess.run(supervisor, command, task.limits(), transcript);
      transcript.unwritten().ifPresent(notices::add);
    }
    String stderr = redaction.of(ended.exited().stderr().text());
    files.ended(stderr);
    notices.addAll(events.notices());
    return new AgentReport(
        CodexOutcomes.of(ended, events, stderr),
        "codex " + ready.version(),
        task.model(),
        events.usage().map(total -> total.since(before(thread))),
        task.memory() == Memory.THREAD || thread.isPresent() ? kept(events) : Optional.empty(),
        ended.wall(),
        words.stream().map(redaction::of).toList(),
        notices);
  }

  private synchronized CodexProgram program() throws IOException, InterruptedException {
    if (program.isEmpty()) {
      program =
          Optional.of(
              CodexProgram.find(
                  settings.program(),
                  settings.home(),
                  supervisor,
                  settings.environment().variables()));
    }
    return program.get();
  }

  private synchronized Optional<AgentOutcome> sandboxFailure(CodexProgram.Ready ready, Path home)
      throws InterruptedException {
    if (sandbox.isEmpty()) {
      sandbox = Optional.of(side(List.of(ready.file().toString(), "sandbox", "--", "true"), home));
    }
    return switch (sandbox.get()) {
      case Outcome.Exited exited when exited.succeeded() -> Optional.empty();
      case Outcome.Exited exited ->
          Optional.of(
              new SandboxMissing(
                  String.join("", exited.stderr().lastLines(1))
                      + " [exit code "
                      + exited.code()
                      + "]"));
      case Outcome.TimedOut late ->
          Optional.of(new SandboxMissing("no end after " + late.limit().toSeconds() + " s"));
      case Outcome.NotStarted none -> Optional.of(new SandboxMissing(none.reason()));
    };
  }

  private Outcome side(List<String> words, Path home) throws InterruptedException {
    return supervisor.run(
        Command.of(home, words).withOnlyEnvironment(variables(home)).withLimit(SIDE_LIMIT));
  }

  private Map<String, String> variables(Path home) {
    return settings.environment().with("CODEX_HOME", home.toString()).variables();
  }

  private static AgentUsage before(Optional<AgentThread> thread) {
    return thread.map(AgentThread::total).orElse(AgentUsage.NONE);
  }

  private static Optional<AgentThread> kept(CodexEvents events) {
    Optional<String> id = events.threadId().filter(AgentThread::isId);
    return id.isPresent() && events.usage().isPresent()
        ? Optional.of(new AgentThread(id.get(), events.usage().get()))
        : Optional.empty();
  }

  private static long characterCount(AgentTask task) {
    return task.prompt().codePointCount(0, task.prompt().length());
  }
}
