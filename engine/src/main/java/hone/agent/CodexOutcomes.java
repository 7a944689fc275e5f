package hone.agent;

import hone.agent.AgentOutcome.Answered;
import hone.agent.AgentOutcome.Crashed;
import hone.agent.AgentOutcome.Empty;
import hone.agent.AgentOutcome.SandboxMissing;
import hone.agent.AgentOutcome.TurnFailed;
import hone.agent.AgentOutcome.UsageError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells from exit code, events and standard error what became of a run of codex.
final class CodexOutcomes {

  private static final int USAGE_CODE = 2;

  /// How codex 0.169 words each failure; the first that is found decides.
  private static final List<Wording> WORDINGS =
      List.of(
          wording(FailureCause.SCHEMA_REJECTED, "invalid_json_schema"),
          wording(FailureCause.CONTEXT_WINDOW, "model's context window|context_length_exceeded"),
          wording(FailureCause.QUOTA, "quota exceeded|insufficient_quota|hit your usage limit"),
          wording(FailureCause.RATE_LIMIT, "429 too many requests|rate limit reached"),
          wording(FailureCause.CAPACITY, "at capacity|overloaded"),
          wording(
              FailureCause.AUTHENTICATION,
              "status 40[13]|missing environment variable|invalid_api_key|not logged in"),
          wording(FailureCause.MODEL, "does not exist or you do not have access|model_not_found"),
          wording(FailureCause.SERVER, "status 5\\d\\d|experiencing high demand|server_error"),
          wording(
              FailureCause.NETWORK,
              "stream disconnected|idle timeout|error sending request|connection|waiting for"
                  + " network"));

  private CodexOutcomes() {}

  private record Wording(FailureCause cause, Pattern words) {}

  /// The outcome, once codex has ended.
  ///
  /// @param stderr what it wrote to standard error, without secrets
  static AgentOutcome of(AgentProcess.Ended ended, CodexEvents events, String stderr) {
    if (ended.stopped().isPresent()) {
      return ended.stopped().get();
    }
    int code = ended.code();
    if (code == USAGE_CODE && !events.begun()) {
      return new UsageError(line(stderr.lines().findFirst()));
    }
    if (events.failure().isPresent()) {
      return new TurnFailed(cause(events.failure().get()), events.failure().get());
    }
    if (!events.completed() || code != 0) {
      return new Crashed(
          code, line(stderr.lines().filter(said -> !said.isBlank()).reduce((_, last) -> last)));
    }
    Optional<String> sandbox = events.sandboxFailure();
    if (sandbox.isPresent()) {
      return new SandboxMissing(sandbox.get());
    }
    List<String> messages = events.messages();
    return messages.isEmpty() || messages.getLast().isBlank()
        ? new Empty()
        : new Answered(messages);
  }

  static FailureCause cause(String message) {
    return WORDINGS.stream()
        .filter(wording -> wording.words().matcher(message.toLowerCase(Locale.ROOT)).find())
        .map(Wording::cause)
        .findFirst()
        .orElse(FailureCause.OTHER);
  }

  private static Wording wording(FailureCause cause, String words) {
    return new Wording(cause, Pattern.compile(words));
  }

  private static String line(Optional<String> said) {
    return said.map(String::strip).orElse("");
  }
}
