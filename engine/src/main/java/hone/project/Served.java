package hone.project;

import hone.input.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How fast a service answered requests while a run profiled it.
///
/// @param perSecond     requests answered in a second, above 0
/// @param durationNanos how long the load was kept up
public record Served(double perSecond, long durationNanos) {

  /// What the run recorded that a profile is of; nothing where it is of none, or hone did not drive
  /// the load.
  ///
  /// @throws FormatException if the run's file cannot be read
  public static Optional<Served> during(Path profile) throws IOException {
    Path folder = profile.toAbsolutePath().normalize().getParent();
    if (folder == null || !folder.endsWith("profiles") || folder.getParent() == null) {
      return Optional.empty();
    }
    Path file = new RunDirectory(folder.getParent()).collectedFile();
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode load = JsonMapper.shared().readTree(Files.readString(file)).path("load");
      double perSecond = load.path("achieved_per_second").asDouble(0);
      long duration = load.path("duration_nanos").asLong(0);
      return perSecond > 0 && duration > 0
          ? Optional.of(new Served(perSecond, duration))
          : Optional.empty();
    } catch (JacksonException broken) {
      throw new FormatException(
          file.toString(), "not a collection: " + broken.getOriginalMessage());
    }
  }

  /// How many requests were answered while a profile was taken.
  ///
  /// @param profileNanos how long that was; the whole load where it is not known
  public double requests(OptionalLong profileNanos) {
    return perSecond * Math.min(profileNanos.orElse(durationNanos), durationNanos) / 1e9;
  }
}
