package hone.bench.hyperfine;

import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.JsonResults;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads hyperfine's `--export-json`: `results[].times`, seconds of one run of the command each.
///
/// A command that ended with another exit code than 0 (`--ignore-failure`) is a failure. `user` and
/// `system` are means over all runs and are not read. Commands that only parameters tell apart get
/// these in front.
///
/// @see <a href="https://github.com/sharkdp/hyperfine">hyperfine</a>
public final class HyperfineReader implements ResultReader {

  private static final Scaled SECONDS = Scaled.of("s");

  @Override
  public String format() {
    return "hyperfine";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "results[].command");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonResults.each(
        JsonResults.list(source.name(), document, "results", "hyperfine"),
        (result, place) -> result(results, result, place));
    return results.build();
  }

  private static void result(ResultsBuilder results, JsonNode result, long place) {
    String command = text(result.path("command"));
    if (command.isEmpty()) {
      results.passOver(place, "expected 'command' in result " + place);
      return;
    }
    for (JsonNode code : result.path("exit_codes")) {
      if (!code.isIntegralNumber() || code.asLong(1) != 0) {
        results.fail(command, "exit code " + code.asString("none"));
        return;
      }
    }
    StringBuilder full = new StringBuilder(command);
    result
        .path("parameters")
        .properties()
        .forEach(each ->
            full.append(' ')
                .append(each.getKey())
                .append('=')
                .append(each.getValue().asString("")));
    BenchmarkName name = new BenchmarkName(full.toString(), command);
    if (!results.addAll(name, SECONDS, result.path("times"), place)) {
      results.passOver(place, "no times of '" + command + "': their median stands for all");
      results.add(name, SECONDS, result.path("median"), place);
    }
  }
}
