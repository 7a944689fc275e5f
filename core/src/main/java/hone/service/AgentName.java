package hone.service;

import java.util.Locale;

/// The agents hone can drive; `none` is a choice like the others.
public enum AgentName {
  NONE,
  CODEX,
  CLAUDE,
  GEMINI,
  OPENCODE,
  COPILOT,
  AIDER,
  HTTP,
  COMMAND;

  /// As `hone.yaml` writes it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
