package hone.agent;

import hone.input.JsonText;
import hone.service.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What one task was and used, for people who look back: `task.json` beside its prompt.
final class TaskRecord {

  private static final JsonMapper JSON = JsonMapper.shared();

  private TaskRecord() {}

  /// Writes it.
  ///
  /// @param cost nothing where no price is known
  static void write(AgentTask task, AgentReport report, Optional<Money> cost) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    document.put("agent", report.agent()).put("model", report.model());
    document.put("outcome", report.outcome().words());
    document.put("wall_nanos", report.wall().toNanos());
    document.set("tokens", report.usage().map(TaskRecord::tokens).orElse(null));
    document.set("money", cost.map(TaskRecord::money).orElse(null));
    document.put("thread", report.thread().map(AgentThread::id).orElse(null));
    report.words().forEach(document.putArray("command")::add);
    report.notices().forEach(document.putArray("notices")::add);
    Path directory = Files.createDirectories(task.directory());
    Files.writeString(directory.resolve("task.json"), JsonText.page(document));
  }

  private static ObjectNode tokens(AgentUsage usage) {
    return JSON.createObjectNode()
        .put("input", usage.inputTokens())
        .put("cached_input", usage.cachedInputTokens())
        .put("output", usage.outputTokens())
        .put("reasoning", usage.reasoningTokens());
  }

  private static ObjectNode money(Money money) {
    return JSON.createObjectNode().put("amount", money.amount()).put("currency", money.currency());
  }
}
