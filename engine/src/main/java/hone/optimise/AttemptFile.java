package hone.optimise;

import hone.input.FormatException;
import hone.input.JsonText;
import hone.policy.ChangeKind;
import hone.workspace.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The ledger's entry for one candidate: `attempt.json`.
///
/// @param file JSON
public record AttemptFile(Path file) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public boolean exists() {
    return Files.exists(file);
  }

  /// Writes the entry in place of what was there.
  public void write(Attempt attempt) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    Candidate candidate = attempt.candidate();
    document.put("number", candidate.number()).put("finding", candidate.finding().orElse(null));
    document.put("source", candidate.source()).put("title", candidate.title());
    document.put("explanation", candidate.explanation()).put("tree", attempt.tree());
    document.put("files", attempt.fileCount()).put("added_lines", attempt.addedLines());
    document.put("removed_lines", attempt.removedLines());
    document.put("kind", attempt.kind().map(ChangeKind::text).orElse(null));
    document.put("tests", attempt.testCount().orElse(null));
    document.put("rejected", attempt.rejection().map(r -> r.kind().toString()).orElse(null));
    document.put("reason", attempt.rejection().map(Rejection::reason).orElse(null));
    AtomicFile.write(file, JsonText.page(document));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws FormatException if it is not that
  public Attempt read() throws IOException {
    try {
      JsonNode document = JSON.readTree(Files.readString(file));
      Candidate candidate =
          new Candidate(
              document.required("number").asInt(),
              text(document, "finding"),
              document.required("source").asString(),
              document.required("title").asString(),
              document.required("explanation").asString());
      Optional<Rejection> rejection =
          text(document, "rejected")
              .map(kind ->
                  new Rejection(Rejection.Kind.of(kind), text(document, "reason").orElse("")));
      return new Attempt(
          candidate,
          document.required("tree").asString(),
          document.required("files").asInt(),
          document.required("added_lines").asInt(),
          document.required("removed_lines").asInt(),
          text(document, "kind").map(ChangeKind::of),
          document.required("tests").isNull()
              ? Optional.empty()
              : Optional.of(document.required("tests").asInt()),
          rejection);
    } catch (JacksonException broken) {
      throw new FormatException(file.toString(), "not an attempt: " + broken.getOriginalMessage());
    } catch (IllegalArgumentException broken) {
      throw new FormatException(file.toString(), "not an attempt: " + broken.getMessage());
    }
  }

  private static Optional<String> text(JsonNode document, String field) {
    JsonNode value = document.required(field);
    return value.isNull() ? Optional.empty() : Optional.of(value.asString());
  }
}
