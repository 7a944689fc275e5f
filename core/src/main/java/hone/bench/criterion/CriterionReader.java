package hone.bench.criterion;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.JsonResults;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads what criterion.rs measured: a `sample.json` of its folders, or the messages of
/// `cargo criterion --message-format=json`. A measurement is one sample, its time divided by its
/// iterations, in nanoseconds.
///
/// A `sample.json` does not say of which benchmark it is: its path does,
/// `target/criterion/invoice/total/10/new/sample.json`. [CriterionFolder] reads whole folders.
/// criterion ends with 0 also when it prints "regressed".
///
/// @see <a href="https://bheisler.github.io/criterion.rs/book/cargo_criterion/external_tools.html">messages</a>
public final class CriterionReader implements ResultReader {

  @Override
  public String format() {
    return "criterion";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "sampling_mode", "iteration_count", "measured_values");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonResults.lines(
        source,
        (message, number) -> {
          if (message.has("iters") && message.has("times")) {
            samples(results, nameOf(source.name()), message, number);
          } else if (text(message.path("reason")).equals("benchmark-complete")) {
            message(results, message, number);
          }
        },
        (line, number) -> {
          throw new FormatException(source.name(), "line " + number + " is not JSON");
        });
    return results.build();
  }

  /// The part of a path that names a benchmark.
  static String nameOf(String path) {
    String plain = path.replace('\\', '/').replaceFirst("/[^/]+/sample\\.json$", "");
    int folder = plain.lastIndexOf("criterion/");
    String name = folder < 0 ? plain : plain.substring(folder + "criterion/".length());
    return name.isEmpty() ? "sample" : name;
  }

  /// Adds the samples of one benchmark.
  static void samples(ResultsBuilder results, String name, JsonNode sample, long place) {
    pairs(
        results,
        name,
        Scaled.of("ns"),
        new Pairs(sample.path("iters"), sample.path("times")),
        place);
  }

  private static void message(ResultsBuilder results, JsonNode message, long number) {
    String id = text(message.path("id"));
    String unit = text(message.path("unit"));
    if (id.isEmpty()) {
      results.passOver(number, "expected 'id' of a benchmark");
      return;
    }
    Pairs pairs = new Pairs(message.path("iteration_count"), message.path("measured_values"));
    pairs(results, id, Scaled.of(unit.isBlank() ? "ns" : unit), pairs, number);
  }

  private record Pairs(JsonNode iterations, JsonNode values) {}

  private static void pairs(
      ResultsBuilder results, String name, Scaled scaled, Pairs pairs, long place) {
    BenchmarkName both = new BenchmarkName(name, name);
    if (pairs.values().isEmpty() || pairs.iterations().size() != pairs.values().size()) {
      results.fail(name, "as many times as iterations are expected");
      return;
    }
    for (int i = 0; i < pairs.values().size(); i++) {
      double each = number(pairs.values().path(i)) / number(pairs.iterations().path(i));
      results.add(both, scaled.metric(), each * scaled.factor(), place);
    }
  }
}
