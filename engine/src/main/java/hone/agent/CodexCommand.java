package hone.agent;

import hone.agent.AgentTask.Memory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words that start codex for one task.
///
/// @param program    native program, or its launcher
/// @param arguments  the team's own, checked; they stand first, so that ours hold against them
/// @param answerFile new file for the last message
/// @param schemaFile strict schema of the answer
/// @param thread     to go on with
record CodexCommand(
    Path program,
    List<String> arguments,
    AgentTask task,
    Path answerFile,
    Optional<Path> schemaFile,
    Optional<AgentThread> thread) {

  /// What is of no use here, or would reach out to other places than the model.
  private static final List<String> DISABLED =
      List.of(
          "unbounded_connection_retries",
          "plugins",
          "apps",
          "multi_agent",
          "goals",
          "shell_snapshot");

  private static final List<String> TOOLS = List.of("shell_tool", "unified_exec");

  /// Variables that commands of the agent see; the key is none of them.
  private static final String SEEN =
      "[\"PATH\",\"HOME\",\"LANG\",\"JAVA_HOME\",\"HONE_RUN\",\"SHLVL\"]";

  /// Bash takes a sandbox that forbids it to ask for its peer for a network connection, and then
  /// reads `~/.bashrc` with all that it exports, unless it is not the outermost shell.
  private static final String NOT_OUTERMOST = "{SHLVL=\"1\"}";

  private static final List<String> SETTINGS =
      List.of(
          "skills.bundled.enabled=false",
          "web_search=\"disabled\"",
          "analytics.enabled=false",
          "check_for_update_on_startup=false",
          "allow_login_shell=false",
          "shell_environment_policy.ignore_default_excludes=false",
          "shell_environment_policy.set=" + NOT_OUTERMOST,
          "shell_environment_policy.include_only=" + SEEN);

  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.add("exec");
    words.addAll(arguments);
    words.addAll(List.of("--json", "--color", "never"));
    words.addAll(List.of("--ignore-user-config", "--ignore-rules", "--skip-git-repo-check"));
    words.addAll(List.of("--cd", task.workspace().toString()));
    words.addAll(List.of("--sandbox", sandbox()));
    words.addAll(List.of("-o", answerFile.toString()));
    schemaFile.ifPresent(file -> words.addAll(List.of("--output-schema", file.toString())));
    words.addAll(List.of("-m", task.model()));
    String effort = task.effort().name().toLowerCase(Locale.ROOT);
    words.addAll(List.of("-c", "model_reasoning_effort=\"" + effort + "\""));
    DISABLED.forEach(feature -> words.addAll(List.of("--disable", feature)));
    if (!task.mode().runsCommands()) {
      TOOLS.forEach(feature -> words.addAll(List.of("--disable", feature)));
    }
    SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
    if (thread.isEmpty() && task.memory() == Memory.NONE) {
      words.add("--ephemeral");
    }
    thread.ifPresent(known -> words.addAll(List.of("resume", known.id())));
    words.add("-");
    return words;
  }

  private String sandbox() {
    return switch (task.mode()) {
      case TEXT_ONLY, READ_ONLY -> "read-only";
      case WORKSPACE_WRITE -> "workspace-write";
    };
  }
}
