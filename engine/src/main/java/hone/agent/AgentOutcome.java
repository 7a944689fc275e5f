package hone.agent;

import hone.input.Printable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How a task ended. What an agent said is untrusted text in all of these.
public sealed interface AgentOutcome {

  /// One line for people, fit to be printed.
  String words();

  /// It came to an end of its own and said something. Nothing is known yet of what that is worth.
  ///
  /// @param messages all that it said, in order, at least one; often the last is the answer
  record Answered(List<String> messages) implements AgentOutcome {

    public Answered {
      messages = List.copyOf(messages);
      if (messages.isEmpty()) {
        throw new IllegalArgumentException("an answer without a message");
      }
    }

    /// The last message.
    public String text() {
      return messages.getLast();
    }

    @Override
    public String words() {
      return "the agent answered";
    }
  }

  /// It was ended at a limit of time, with all that came of it.
  record TimedOut(Clock clock, Duration limit) implements AgentOutcome {

    /// What was measured.
    public enum Clock {
      WALL,
      IDLE
    }

    @Override
    public String words() {
      String seconds = String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1000.0);
      return switch (clock) {
        case WALL -> "the agent was ended after " + seconds + ", its time limit";
        case IDLE -> "the agent was ended after " + seconds + " without a sign of life";
      };
    }
  }

  /// It did not understand its command line.
  record UsageError(String said) implements AgentOutcome {
    @Override
    public String words() {
      return "the agent did not understand its command line" + quoted(said);
    }
  }

  /// It ended without an end: no terminal event, or an exit code that is none.
  ///
  /// @param code exit code; 128 + n where signal n ended it
  record Crashed(int code, String said) implements AgentOutcome {
    @Override
    public String words() {
      return "the agent ended with exit code " + code + " before it was done" + quoted(said);
    }
  }

  /// It said itself that it failed.
  record TurnFailed(FailureCause cause, String said) implements AgentOutcome {
    @Override
    public String words() {
      return cause.words() + quoted(said) + "; " + cause.advice();
    }
  }

  /// Its commands cannot be confined on this machine, so that none of them runs.
  record SandboxMissing(String said) implements AgentOutcome {
    @Override
    public String words() {
      return "the agent's sandbox does not work on this machine"
          + quoted(said)
          + "; see docs/reference/agents.md";
    }
  }

  /// It ended well and said nothing: it refused, or forgot to answer.
  record Empty() implements AgentOutcome {
    @Override
    public String words() {
      return "the agent ended without an answer";
    }
  }

  /// There is no such program.
  ///
  /// @param reason what is missing, with its name
  record ProgramMissing(String reason) implements AgentOutcome {
    @Override
    public String words() {
      return "the agent could not be started: " + Printable.of(reason, LIMIT);
    }
  }

  /// The program is too old, or another.
  ///
  /// @param found  what it says of itself
  /// @param needed oldest version that will do
  record UnsupportedVersion(String found, String needed) implements AgentOutcome {
    @Override
    public String words() {
      return "the agent is no version that hone can drive" + quoted(found) + "; needed: " + needed;
    }
  }

  /// The prompt is longer than the agent takes.
  record PromptTooLarge(long characterCount, long limit) implements AgentOutcome {
    @Override
    public String words() {
      return String.format(
          Locale.ROOT, "the prompt has %,d characters, the agent takes %,d", characterCount, limit);
    }
  }

  /// It was ended because it wrote too much.
  record OutputTooLarge(long limitBytes) implements AgentOutcome {
    @Override
    public String words() {
      return String.format(Locale.ROOT, "the agent wrote more than %,d bytes", limitBytes);
    }
  }

  /// It was not asked, because what agents may use is used up.
  record OverBudget(String spent) implements AgentOutcome {
    @Override
    public String words() {
      return "agents may use no more: " + spent;
    }
  }

  /// Most characters of a text from outside that stand in a line for people.
  int LIMIT = 300;

  private static String quoted(String said) {
    return said.isBlank() ? "" : " (\"" + Printable.of(said.strip(), LIMIT) + "\")";
  }
}
