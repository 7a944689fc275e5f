package hone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.input.JsonText;
import hone.input.Printable;
import hone.notice.NoticePage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A job of GitHub's or Gitea's: annotations on its log, a page of summary, an output for the jobs
/// after it. Text from elsewhere cannot give the runner commands.
///
/// @param environment of this process
record GitHubActions(Map<String, String> environment) {

  private static final int MOST_ANNOTATIONS = 10;
  private static final int LARGEST_OUTPUT = 60_000;

  /// The job that this process runs in, if it does.
  static Optional<GitHubActions> here() {
    Map<String, String> environment = System.getenv();
    return "true".equals(environment.get("GITHUB_ACTIONS"))
        ? Optional.of(new GitHubActions(environment))
        : Optional.empty();
  }

  /// Prints lines that the runner only shows.
  void show(PrintWriter out, List<String> lines) {
    String end = UUID.randomUUID().toString();
    out.println("::stop-commands::" + end);
    lines.forEach(out::println);
    out.println("::" + end + "::");
  }

  /// Marks the change with what the gate says, and writes the page of summary.
  void tell(PrintWriter out, GateRecord gate) throws IOException {
    List<String> reasons =
        gate.reasons().isEmpty() ? List.of("nothing more is known") : gate.reasons();
    switch (gate.exitCode()) {
      case ExitCode.DONE -> {
        out.println("::notice::performance gate: open");
        gate.notice().accepted().stream()
            .limit(MOST_ANNOTATIONS - 1L)
            .forEach(each -> command(out, "warning", "accepted: " + each.sentence()));
      }
      case ExitCode.GATE_CLOSED -> {
        if (gate.blocking() > 0) {
          error(out, "Performance regressions detected: " + gate.blocking());
        }
        reasons.stream().limit(MOST_ANNOTATIONS - 1L).forEach(reason -> error(out, reason));
      }
      default ->
          reasons.stream()
              .limit(MOST_ANNOTATIONS)
              .forEach(reason -> error(out, "could not judge: " + reason));
    }
    append("GITHUB_STEP_SUMMARY", NoticePage.of(gate.notice()));
  }

  /// One error on the change.
  static void error(PrintWriter out, String message) {
    command(out, "error", message);
  }

  /// Something to know about the change.
  static void notice(PrintWriter out, String message) {
    command(out, "notice", message);
  }

  private static void command(PrintWriter out, String command, String message) {
    String data =
        Printable.of(message).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    out.println("::" + command + "::" + data);
  }

  /// Hands the result on as the step's output `result`, in one line. What is too long for one is
  /// left out and counted, benchmarks that close nothing first.
  void output(ObjectNode document) throws IOException {
    ObjectNode result = document.deepCopy();
    shorten(result);
    ArrayNode benchmarks = result.putArray("benchmarks");
    List<JsonNode> all = new ArrayList<>();
    document.path("benchmarks").forEach(all::add);
    all.sort((one, other) -> Boolean.compare(isPlain(one), isPlain(other)));
    int left = LARGEST_OUTPUT - result.toString().length();
    for (JsonNode each : all) {
      left -= each.toString().length() + 1;
      if (left < 0) {
        break;
      }
      benchmarks.add(each);
    }
    result.put("left_out", all.size() - benchmarks.size());
    append("GITHUB_OUTPUT", "result=" + JsonText.line(result) + "\n");
  }

  /// Of very many regressions the first are told in full, then some by name, then none.
  private static void shorten(ObjectNode result) {
    List<JsonNode> all = new ArrayList<>();
    result.path("blocking_regressions").forEach(all::add);
    ArrayNode blocking = result.putArray("blocking_regressions");
    int left = LARGEST_OUTPUT / 2;
    for (JsonNode each : all) {
      JsonNode told = each;
      if (each.toString().length() > left / 4 && each instanceof ObjectNode whole) {
        ObjectNode brief = whole.deepCopy();
        List.of("functions", "kinds", "lines", "slower").forEach(brief::putArray);
        told = brief;
      }
      left -= told.toString().length() + 1;
      if (left < 0) {
        break;
      }
      blocking.add(told);
    }
    result.put("blocking_left_out", all.size() - blocking.size());
  }

  private static boolean isPlain(JsonNode benchmark) {
    return switch (benchmark.path("verdict").asString("")) {
      case "regressed", "missing", "failed" -> false;
      default -> true;
    };
  }

  private void append(String variable, String text) throws IOException {
    String file = environment.getOrDefault(variable, "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file), text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
