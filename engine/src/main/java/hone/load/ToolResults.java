package hone.load;

import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Source;
import hone.live.Traffic;
import hone.process.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the results of a load tool: in what it printed, or in the file its command line names.
final class ToolResults {

  private static final int LIMIT_BYTES = 4 << 20;
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String EXPORT_VARIABLE = "K6_SUMMARY_EXPORT";
  private static final Pattern EXPORT =
      Pattern.compile("--summary-export[= ](?:'([^']+)'|\"([^\"]+)\"|([^\\s'\"]+))");

  private final Command command;
  private final Optional<FileTime> before;

  private ToolResults(Command command, Optional<FileTime> before) {
    this.command = command;
    this.before = before;
  }

  /// The command with variables by which k6 writes what budgets need without being told to: a summary,
  /// and the 99th percentile in it. What the command's own words or variables say of these holds.
  ///
  /// @param folder where that summary goes
  static Command asking(Command command, Path folder) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(EXPORT_VARIABLE, folder.toAbsolutePath().resolve("k6-summary.json").toString());
    variables.put("K6_SUMMARY_TREND_STATS", K6Summary.STATISTICS);
    variables.keySet().removeAll(System.getenv().keySet());
    variables.putAll(command.environment());
    return command.withEnvironment(variables);
  }

  /// Remembers what results are there already, which are of an earlier run.
  static ToolResults before(Command command) throws IOException {
    Optional<Path> export = export(command);
    return new ToolResults(
        command,
        export.isPresent()
            ? Optional.of(Files.getLastModifiedTime(export.get()))
            : Optional.empty());
  }

  /// What the tool measured; empty where nothing looks like results.
  ///
  /// @param stdout        what it printed
  /// @param endpointClass that all its requests have, where they have one
  /// @throws FormatException if there are results of a known tool, and they are broken
  Optional<Traffic> traffic(String stdout, Optional<String> endpointClass) throws IOException {
    Optional<Path> export = export(command);
    if (export.isPresent()
        && !before.equals(Optional.of(Files.getLastModifiedTime(export.get())))) {
      String name = String.valueOf(export.get().getFileName());
      String text =
          new String(Source.of(name, export.get()).bytes(LIMIT_BYTES), StandardCharsets.UTF_8);
      return Optional.of(
          K6Summary.read(name, parsed(name, text), K6Summary.model(stdout), endpointClass));
    }
    String name = "results of the load command";
    int begin = stdout.startsWith("{") ? 0 : stdout.indexOf("\n{") + 1;
    int end = stdout.lastIndexOf('}');
    if (end < begin || !stdout.startsWith("{", begin)) {
      return Optional.empty();
    }
    if (end - begin > LIMIT_BYTES) {
      throw new FormatException(name, "longer than " + LIMIT_BYTES + " bytes");
    }
    JsonNode document = parsed(name, stdout.substring(begin, end + 1));
    if (document.has("metrics")) {
      return Optional.of(K6Summary.read(name, document, K6Summary.model(stdout), endpointClass));
    }
    return document.has("latency") && document.has("requests")
        ? Optional.of(AutocannonResult.read(name, document, endpointClass))
        : Optional.empty();
  }

  /// The file that k6 was told to write, where it did.
  private static Optional<Path> export(Command command) {
    Matcher export = EXPORT.matcher(command.line());
    Optional<String> named =
        export.find()
            ? Optional.ofNullable(export.group(1))
                .or(() -> Optional.ofNullable(export.group(2)))
                .or(() -> Optional.of(export.group(3)))
            : Optional.ofNullable(command.environment().get(EXPORT_VARIABLE))
                .or(() -> Optional.ofNullable(System.getenv(EXPORT_VARIABLE)));
    return named.map(command.directory()::resolve).filter(Files::isRegularFile);
  }

  private static JsonNode parsed(String name, String text) throws FormatException {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException broken) {
      throw new FormatException(
          name,
          "not JSON at offset %d: %s"
              .formatted(
                  broken.getLocation().getCharOffset(),
                  Printable.of(broken.getOriginalMessage().lines().findFirst().orElse(""))));
    }
  }
}
