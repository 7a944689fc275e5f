package hone.cli;

import hone.input.FormatException;
import hone.input.Printable;
import hone.notice.Accepted;
import hone.notice.Budget;
import hone.notice.Notice;
import hone.notice.NoticeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The gate's result as another hone wrote it, perhaps beside code that nobody trusts: it is read
/// as data, and refused where it contradicts itself.
///
/// @param state    `open`, `closed` or `undecided`
/// @param reasons  printable, one line each
/// @param lines    printable, one for each benchmark that is not unchanged
/// @param blocking how many regressions close the gate
/// @param notice   what else it says, as it stands there
record GateRecord(
    String state, List<String> reasons, List<String> lines, int blocking, Notice notice) {

  private static final int LARGEST = 64 << 20;
  private static final int SHOWN = 300;
  private static final Map<String, Integer> EXIT_CODES =
      Map.of("open", ExitCode.DONE, "closed", ExitCode.GATE_CLOSED, "undecided", ExitCode.TOOL);
  private static final Set<String> PASSING = Set.of("passed", "inconclusive");

  GateRecord {
    reasons = List.copyOf(reasons);
    lines = List.copyOf(lines);
  }

  int exitCode() {
    return EXIT_CODES.getOrDefault(state, ExitCode.TOOL);
  }

  /// Reads a `perf-gate.json`.
  ///
  /// @throws FormatException if it holds no JSON object
  static ObjectNode document(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new FormatException(file.toString(), "larger than " + LARGEST + " bytes");
      }
      JsonNode document = JsonMapper.shared().readTree(bytes);
      if (!(document instanceof ObjectNode object)) {
        throw new FormatException(file.toString(), "not the result of a gate");
      }
      return object;
    } catch (JacksonException broken) {
      throw new FormatException(file.toString(), "not JSON: " + broken.getOriginalMessage());
    }
  }

  /// What a document says.
  ///
  /// @throws FormatException if it is no gate's, or its position does not follow from what it lists
  static GateRecord of(String input, ObjectNode document) throws FormatException {
    String state = document.path("gate").asString("");
    List<JsonNode> benchmarks = list(input, document, "benchmarks");
    List<JsonNode> blocking = list(input, document, "blocking_regressions");
    if (!EXIT_CODES.containsKey(state)
        || document.path("exit").asInt(-1) != EXIT_CODES.getOrDefault(state, -2)) {
      throw new FormatException(input, "its position and exit code are none of a gate");
    }
    Notice notice = NoticeReader.read(input, document);
    boolean closing =
        !blocking.isEmpty()
            || notice.rows().stream().anyMatch(row -> row.closes() && !notice.isAccepted(row))
            || notice.budgets().stream().anyMatch(Budget::closes);
    if (closing != state.equals("closed")) {
      throw new FormatException(input, "it says '" + state + "' and lists something else");
    }
    if (!notice.accepted().stream().allMatch(Accepted::isWithinItsLimit)) {
      throw new FormatException(input, "it lists more as accepted than somebody accepted");
    }
    if (state.equals("open")
        && notice.rows().stream().anyMatch(row -> row.verdict().equals("incomparable"))) {
      throw new FormatException(input, "it says 'open' and lists what could not be compared");
    }
    JsonNode test = document.path("self_test");
    if (state.equals("open")
        && !(test.path("injected").asString("").equals("passed")
            && PASSING.contains(test.path("unchanged").asString("")))) {
      throw new FormatException(input, "it says 'open' without a self-test that passed");
    }
    List<String> reasons = new ArrayList<>();
    for (JsonNode reason : list(input, document, "reasons")) {
      reasons.add(Printable.of(reason.asString(""), SHOWN));
    }
    return new GateRecord(
        state,
        reasons,
        benchmarks.stream().map(GateRecord::line).toList(),
        blocking.size(),
        notice);
  }

  private static List<JsonNode> list(String input, ObjectNode document, String name)
      throws FormatException {
    if (!document.path(name).isArray()) {
      throw new FormatException(input, "has no list '" + name + "'");
    }
    List<JsonNode> entries = new ArrayList<>();
    document.path(name).forEach(entries::add);
    return entries;
  }

  private static String line(JsonNode benchmark) {
    JsonNode effect = benchmark.path("effect");
    String change =
        effect.isNumber()
            ? String.format(java.util.Locale.ROOT, "%+.1f %%", effect.asDouble() * 100)
            : "";
    return "%-15s %-9s %s %s"
        .formatted(
            Printable.of(benchmark.path("verdict").asString(""), SHOWN),
            change,
            Printable.of(benchmark.path("benchmark").asString(""), SHOWN),
            Printable.of(benchmark.path("metric").asString(""), SHOWN))
        .stripTrailing();
  }
}
