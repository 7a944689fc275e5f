package hone.agent;

import java.nio.file.Path;
import java.util.List;

/// How codex is set up on this machine and for this team.
///
/// @param program     a name to be looked for, or a path
/// @param home        directory that a relative path starts from
/// @param cache       hone's own directory below the user's cache
/// @param arguments   the team's own, checked
/// @param environment what codex sees, less its home
record CodexSettings(
    String program, Path home, Path cache, List<String> arguments, AgentEnvironment environment) {

  CodexSettings {
    arguments = List.copyOf(arguments);
  }
}
