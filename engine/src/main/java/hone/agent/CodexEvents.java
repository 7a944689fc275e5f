package hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the events that `codex exec --json` prints, one JSON object a line.
///
/// They are data from outside. What is of an unknown kind is passed over, as codex adds kinds; what
/// is no JSON object is counted. Events and items called `error` are warnings and retries.
final class CodexEvents {

  private static final int NOTICE_LIMIT = 20;
  private static final long TOKEN_LIMIT = 1_000_000_000_000L;

  private final List<String> messages = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private Optional<String> threadId = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private Optional<String> sandboxFailure = Optional.empty();
  private Optional<AgentUsage> usage = Optional.empty();
  private boolean begun;
  private boolean completed;
  private boolean sandboxWorked;
  private long unreadableCount;

  synchronized void line(String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      JsonNode event = JsonMapper.shared().readTree(line);
      if (event.isObject()) {
        event(event);
      } else {
        unreadableCount++;
      }
    } catch (JacksonException broken) {
      unreadableCount++;
    }
  }

  /// Whether any event came.
  synchronized boolean begun() {
    return begun;
  }

  synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  /// Warnings and retries that codex told of, and lines that could not be read.
  synchronized List<String> notices() {
    List<String> all = new ArrayList<>(notices);
    if (unreadableCount > 0) {
      all.add("lines of codex that are no events: " + unreadableCount);
    }
    return all;
  }

  synchronized Optional<String> threadId() {
    return threadId;
  }

  /// What codex said of a turn that failed.
  synchronized Optional<String> failure() {
    return failure;
  }

  /// Whether the last turn came to its end.
  synchronized boolean completed() {
    return completed;
  }

  /// Why commands could not be confined. Absent if any of them could: its output may say anything.
  synchronized Optional<String> sandboxFailure() {
    return sandboxWorked ? Optional.empty() : sandboxFailure;
  }

  /// What the whole thread has used.
  synchronized Optional<AgentUsage> usage() {
    return usage;
  }

  private void event(JsonNode event) {
    begun = true;
    switch (event.path("type").asString("")) {
      case "thread.started" -> threadId = text(event.path("thread_id"));
      case "turn.completed" -> {
        completed = true;
        failure = Optional.empty();
        usage = usage(event.path("usage"));
      }
      case "turn.failed" ->
          failure = Optional.of(event.path("error").path("message").asString("no message"));
      case "error" -> notice(event.path("message"));
      case "item.completed" -> item(event.path("item"));
      default -> {}
    }
  }

  private void item(JsonNode item) {
    switch (item.path("type").asString("")) {
      case "agent_message" -> text(item.path("text")).ifPresent(messages::add);
      case "error" -> notice(item.path("message"));
      case "command_execution" -> command(item);
      case "file_change" -> change(item.path("status").asString(""));
      default -> {}
    }
  }

  private void command(JsonNode item) {
    String output = item.path("aggregated_output").asString("");
    if (output.startsWith("bwrap:") || output.startsWith("error building bubblewrap")) {
      sandboxFailure = output.lines().findFirst();
    } else if (item.path("exit_code").asInt(1) == 0) {
      sandboxWorked = true;
    }
  }

  private void change(String status) {
    if (status.equals("failed")) {
      sandboxFailure = Optional.of(sandboxFailure.orElse("no file could be changed"));
    } else if (status.equals("completed")) {
      sandboxWorked = true;
    }
  }

  private void notice(JsonNode message) {
    if (notices.size() < NOTICE_LIMIT) {
      text(message).ifPresent(notices::add);
    }
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static Optional<AgentUsage> usage(JsonNode node) {
    long input = tokens(node, "input_tokens");
    long cached = tokens(node, "cached_input_tokens");
    long output = tokens(node, "output_tokens");
    long reasoning = tokens(node, "reasoning_output_tokens");
    return Math.min(Math.min(input, cached), Math.min(output, reasoning)) < 0
        ? Optional.empty()
        : Optional.of(new AgentUsage(input, cached, output, reasoning));
  }

  /// A count, or -1 where there is none that can be believed.
  private static long tokens(JsonNode usage, String key) {
    JsonNode count = usage.path(key);
    boolean usable = count.isIntegralNumber() && count.canConvertToLong();
    return usable && count.longValue() <= TOKEN_LIMIT ? count.longValue() : -1;
  }
}
