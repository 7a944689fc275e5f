package hone.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of one task. None of them holds a secret that is known.
///
/// @param directory of this task alone
record TaskFiles(Path directory, Redaction redaction) {

  private static final int ANSWER_LIMIT_BYTES = 16 << 20;

  /// Makes the directory, with the prompt in it and no answer of an earlier task.
  static TaskFiles written(AgentTask task, Redaction redaction) throws IOException {
    Files.createDirectories(task.directory());
    TaskFiles files = new TaskFiles(task.directory(), redaction);
    Files.deleteIfExists(files.answer());
    Files.writeString(files.prompt(), redaction.of(task.prompt()));
    return files;
  }

  Path prompt() {
    return directory.resolve("prompt.md");
  }

  Path answer() {
    return directory.resolve("answer.txt");
  }

  Path events() {
    return directory.resolve("events.jsonl");
  }

  Path schema(String schema) throws IOException {
    return Files.writeString(directory.resolve("schema.json"), schema);
  }

  /// Keeps the rest, once the agent has ended.
  ///
  /// @param stderr without secrets
  void ended(String stderr) throws IOException {
    Files.writeString(directory.resolve("stderr.txt"), stderr);
    if (Files.isRegularFile(answer())) {
      try (InputStream in = Files.newInputStream(answer())) {
        String said = new String(in.readNBytes(ANSWER_LIMIT_BYTES), StandardCharsets.UTF_8);
        Files.writeString(answer(), redaction.of(said));
      }
    }
  }
}
