package hone.project;

import hone.collect.ClinicFolder;
import hone.collect.Collected;
import hone.collect.CollectedProfile;
import hone.collect.ProfileKind;
import hone.input.FormatException;
import hone.input.JsonText;
import hone.live.LiveFigures;
import hone.load.LoadReport;
import hone.load.LoadReportJson;
import hone.unit.Quantity;
import hone.unit.Unit;
import hone.workspace.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file that says what a run collected: `collected.json`.
///
/// @param file JSON; profiles are named relative to its directory
public record RecordedFile(Path file) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public boolean exists() {
    return Files.exists(file);
  }

  public void write(Collected collected, LiveFigures live) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode profiles = document.putArray("profiles");
    for (CollectedProfile profile : collected.profiles()) {
      ObjectNode entry = profiles.addObject().put("kind", profile.kind().text());
      entry.put("file", directory().relativize(profile.file()).toString());
      entry.put("command", profile.command());
    }
    ArrayNode clinic = document.putArray("clinic");
    for (ClinicFolder folder : collected.clinic()) {
      clinic
          .addObject()
          .put("tool", folder.tool().text())
          .put("folder", directory().relativize(folder.folder()).toString())
          .put("command", folder.command());
    }
    document.put("summary", line(collected.load()));
    if (collected.processors().isPresent()) {
      document.put("processors", collected.processors().getAsDouble());
    } else {
      document.putNull("processors");
    }
    document.set("load", LoadReportJson.of(collected.load()));
    document.set("live", LiveJson.of(live));
    ArrayNode warnings = document.putArray("warnings");
    collected.warnings().forEach(warnings::add);
    AtomicFile.write(file, JsonText.page(document));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws FormatException if it is not that, or names a profile that is not there
  public Recorded read() throws IOException {
    try {
      JsonNode document = JSON.readTree(Files.readString(file));
      List<CollectedProfile> profiles = new ArrayList<>();
      for (JsonNode entry : document.required("profiles")) {
        profiles.add(profile(entry));
      }
      List<Path> clinic = new ArrayList<>();
      document
          .path("clinic")
          .forEach(entry -> clinic.add(directory().resolve(entry.required("folder").asString())));
      JsonNode load = document.required("load");
      List<String> warnings = new ArrayList<>();
      document.required("warnings").forEach(warning -> warnings.add(warning.asString()));
      return new Recorded(
          profiles,
          !load.required("load").asString().equals("none"),
          load.has("duration_nanos")
              ? Optional.of(Duration.ofNanos(load.get("duration_nanos").asLong()))
              : Optional.empty(),
          document.path("processors").isNumber()
              ? OptionalDouble.of(document.get("processors").asDouble())
              : OptionalDouble.empty(),
          document.required("summary").asString(),
          LiveJson.read(document.required("live")),
          clinic,
          warnings);
    } catch (JacksonException broken) {
      throw new FormatException(
          file.toString(), "not a collection: " + broken.getOriginalMessage());
    } catch (IllegalArgumentException broken) {
      throw new FormatException(file.toString(), "not a collection: " + broken.getMessage());
    }
  }

  private CollectedProfile profile(JsonNode entry) throws FormatException {
    Path profile = directory().resolve(entry.required("file").asString()).normalize();
    if (!profile.startsWith(directory()) || !Files.isRegularFile(profile)) {
      throw new FormatException(file.toString(), "no such profile: " + profile);
    }
    ProfileKind kind =
        ProfileKind.valueOf(entry.required("kind").asString().toUpperCase(Locale.ROOT));
    return new CollectedProfile(kind, profile, entry.required("command").asString());
  }

  private Path directory() {
    return file.toAbsolutePath().resolveSibling("").normalize();
  }

  private static String line(LoadReport load) {
    return switch (load) {
      case LoadReport.Generated generated ->
          String.format(
              Locale.ROOT,
              "%.0f requests/s for %.0f s, p99 %s%s",
              generated.achievedPerSecond(),
              generated.durationNanos() / 1e9,
              new Quantity(generated.all().p99Nanos(), Unit.NANOSECONDS),
              generated.failed() == 0 ? "" : ", " + generated.failed() + " failed");
      case LoadReport.External external ->
          String.format(
              Locale.ROOT,
              "the team's own load for %.0f s: %s",
              external.durationNanos() / 1e9,
              external.command());
      case LoadReport.Idle() -> "no load";
    };
  }
}
