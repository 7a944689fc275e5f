package hone.bench;

import hone.unit.Unit;
import tools.jackson.databind.JsonNode;

/// What a load tool says of one target: latencies at some quantiles, a rate, failures. For the
/// readers of load tools, so that all of them use the same metrics.
///
/// A latency of 0 is one below what the tool resolves, not an impossible one: it is passed over with
/// a word.
///
/// @param name of the target: its address, or what the tool calls it
public record LoadRun(ResultsBuilder results, BenchmarkName name) {

  /// A target with one name only.
  public static LoadRun of(ResultsBuilder results, String name) {
    String given = name.isEmpty() ? "requests" : name;
    return new LoadRun(results, new BenchmarkName(given, given));
  }

  /// A latency, where there is one.
  ///
  /// @param quantile `p50`, `p99`, `mean`
  /// @param unit     of the number
  public void latency(String quantile, Scaled unit, JsonNode value, long at) {
    if (!value.isMissingNode() && !value.isNull()) {
      latency(quantile, unit, JsonResults.number(value), at);
    }
  }

  /// A latency.
  public void latency(String quantile, Scaled unit, double value, long at) {
    Metric metric = new Metric(quantile + "-sec", Unit.NANOSECONDS, Better.LOWER);
    if (value == 0) {
      results.passOver(
          at, quantile + " of '" + name.name() + "' is 0: less than the tool can tell");
    } else {
      results.add(name, metric, value * unit.factor(), at);
    }
  }

  /// What is done in a second.
  ///
  /// @param what `requests`, `transactions`
  public void rate(String what, JsonNode value, long at) {
    if (!value.isMissingNode() && !value.isNull()) {
      rate(what, JsonResults.number(value), at);
    }
  }

  /// What is done in a second.
  public void rate(String what, double value, long at) {
    results.add(name, Scaled.of(what + "/s").metric(), value, at);
  }

  /// How many of them failed.
  public void failed(String what, double count, long at) {
    results.add(name, new Metric("failed " + what, Unit.COUNT, Better.LOWER), count, at);
  }
}
