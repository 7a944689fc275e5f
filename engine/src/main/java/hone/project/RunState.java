package hone.project;

import hone.input.FormatException;
import hone.input.JsonText;
import hone.service.AgentName;
import hone.workspace.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a run must remember to be resumed with the same result: `run.json`.
///
/// @param service name of the service in `hone.yaml`
/// @param base    full id of the commit that is the baseline
/// @param seed    decides every random choice of the run
/// @param blocks  blocks of runs each candidate is measured in
/// @param patches candidates given by hand, as files within the run's directory
/// @param agent   who is asked for changes where no recipe applies
/// @param done    whether the loop has come to its end
public record RunState(
    String service,
    String base,
    Instant startedAt,
    long seed,
    int blocks,
    List<String> patches,
    AgentName agent,
    boolean done) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public RunState {
    patches = List.copyOf(patches);
  }

  public RunState finished() {
    return new RunState(service, base, startedAt, seed, blocks, patches, agent, true);
  }

  public RunState with(AgentName other) {
    return new RunState(service, base, startedAt, seed, blocks, patches, other, done);
  }

  public void write(Path file) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    document.put("service", service).put("base", base).put("started_at", startedAt.toString());
    document.put("seed", seed).put("blocks", blocks).put("done", done);
    document.put("agent", agent.text());
    ArrayNode given = document.putArray("patches");
    patches.forEach(given::add);
    AtomicFile.write(file, JsonText.page(document));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws FormatException if it is not that
  public static RunState read(Path file) throws IOException {
    try {
      JsonNode document = JSON.readTree(Files.readString(file));
      List<String> patches = new ArrayList<>();
      document.required("patches").forEach(patch -> patches.add(patch.asString()));
      return new RunState(
          document.required("service").asString(),
          document.required("base").asString(),
          Instant.parse(document.required("started_at").asString()),
          document.required("seed").asLong(),
          document.required("blocks").asInt(),
          patches,
          AgentName.valueOf(document.required("agent").asString().toUpperCase(Locale.ROOT)),
          document.required("done").asBoolean());
    } catch (JacksonException broken) {
      throw new FormatException(
          file.toString(), "not the state of a run: " + broken.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeException broken) {
      throw new FormatException(file.toString(), "not the state of a run: " + broken.getMessage());
    }
  }
}
