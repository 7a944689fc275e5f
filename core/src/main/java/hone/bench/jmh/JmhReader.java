package hone.bench.jmh;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.JsonResults;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the JSON results of JMH: an array of benchmarks with `rawData[fork][iteration]`.
///
/// A measurement is one iteration, in time for one operation or operations in a second, whatever the
/// mode and time unit. In sample mode JMH keeps a histogram of each iteration, and its mean is the
/// measurement. Of the allocation profiler's figures, bytes for one operation are read
/// (`gc.alloc.rate.norm`, rounded); its other `gc.…` figures follow from time and the collector's mood and
/// are not. Any other secondary result is a benchmark of its own, `Bench.method:label`, as JMH
/// prints it.
///
/// **Names** are class and method with the parameters, `InvoiceBench.total/lines=10`; package and
/// mode join in where that does not tell two apart. JMH leaves out a benchmark that failed, so that
/// it shows only beside a file that has it.
///
/// @see <a href="https://github.com/openjdk/jmh">JMH</a>
public final class JmhReader implements ResultReader {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /// Sample mode adds these to its own histogram.
  private static final Pattern PERCENTILE = Pattern.compile("p[01]\\.\\d+");

  @Override
  public String format() {
    return "jmh";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> paths = JsonResults.paths(head);
    if (paths.contains("[].jmhVersion")) {
      return Sniff.YES;
    }
    return paths.contains("[].benchmark") ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    JsonNode document = JsonResults.read(source);
    if (!document.isArray()) {
      throw new FormatException(source.name(), "expected an array of JMH results");
    }
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonResults.each(document, (entry, place) -> entry(results, entry, place));
    return results.build();
  }

  private static void entry(ResultsBuilder results, JsonNode entry, long place) {
    if (text(entry.path("benchmark")).isEmpty() || !entry.path("primaryMetric").isObject()) {
      results.passOver(place, "expected 'benchmark' and 'primaryMetric' in result " + place);
      return;
    }
    metric(results, entry, "", entry.path("primaryMetric"), place);
    for (Map.Entry<String, JsonNode> each : entry.path("secondaryMetrics").properties()) {
      secondary(results, entry, each.getKey(), each.getValue(), place);
    }
  }

  private static void secondary(
      ResultsBuilder results, JsonNode entry, String label, JsonNode metric, long place) {
    String plain = label.startsWith("·") ? label.substring(1) : label;
    if (plain.equals(ALLOCATED)) {
      allocated(results, name(entry, ""), metric, place);
    } else if (!plain.startsWith("gc.") && !PERCENTILE.matcher(plain).matches()) {
      metric(results, entry, ":" + plain, metric, place);
    }
  }

  /// Whole bytes: JMH divides all that was allocated by the operations, so that what the harness
  /// allocates leaves a fraction that only says how long the iteration took.
  private static void allocated(
      ResultsBuilder results, BenchmarkName name, JsonNode metric, long place) {
    for (JsonNode fork : metric.path("rawData")) {
      for (JsonNode iteration : fork) {
        results.add(name, Metric.ALLOCATED, Math.rint(number(iteration)), place);
      }
    }
  }

  private static void metric(
      ResultsBuilder results, JsonNode entry, String label, JsonNode metric, long place) {
    String unit = text(metric.path("scoreUnit"));
    BenchmarkName name = name(entry, label);
    if (unit.isBlank()) {
      results.passOver(place, "no unit of '" + name.name() + "'");
      return;
    }
    Scaled scaled = Scaled.of(unit);
    boolean any = false;
    for (JsonNode fork : metric.path("rawData")) {
      any |= results.addAll(name, scaled, fork, place);
    }
    for (JsonNode fork : metric.path("rawDataHistogram")) {
      for (JsonNode iteration : fork) {
        results.add(name, scaled.metric(), mean(iteration) * scaled.factor(), place);
        any = true;
      }
    }
    if (!any) {
      results.fail(name.name(), "no raw data");
    }
  }

  /// Of `[[value, count], …]`; NaN where there is nothing.
  private static double mean(JsonNode histogram) {
    double sum = 0;
    double count = 0;
    for (JsonNode bucket : histogram) {
      sum += number(bucket.path(0)) * number(bucket.path(1));
      count += number(bucket.path(1));
    }
    return sum / count;
  }

  private static BenchmarkName name(JsonNode entry, String label) {
    String full = text(entry.path("benchmark"));
    int method = full.lastIndexOf('.');
    int type = method < 0 ? -1 : full.lastIndexOf('.', method - 1);
    StringBuilder parameters = new StringBuilder(label);
    for (Map.Entry<String, JsonNode> each : entry.path("params").properties()) {
      parameters.append('/').append(each.getKey()).append('=').append(each.getValue().asString(""));
    }
    return new BenchmarkName(
        full + parameters + "/mode=" + text(entry.path("mode")),
        full.substring(type + 1) + parameters);
  }
}
