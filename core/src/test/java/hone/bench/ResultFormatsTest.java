package hone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.bench.asv.AsvReader;
import hone.bench.autocannon.AutocannonReader;
import hone.bench.benchmarkjs.BenchmarkjsReader;
import hone.bench.catch2.Catch2Reader;
import hone.bench.criterion.CriterionReader;
import hone.bench.dotnet.DotnetReader;
import hone.bench.go.GoReader;
import hone.bench.google.GoogleBenchmarkReader;
import hone.bench.hdr.HdrReader;
import hone.bench.hey.HeyReader;
import hone.bench.hyperfine.HyperfineReader;
import hone.bench.jmh.JmhReader;
import hone.bench.k6.K6Reader;
import hone.bench.libtest.LibtestReader;
import hone.bench.locust.LocustReader;
import hone.bench.mitata.MitataReader;
import hone.bench.neutral.NeutralReader;
import hone.bench.oha.OhaReader;
import hone.bench.perf.PerfStatReader;
import hone.bench.pgbench.PgbenchReader;
import hone.bench.pyperf.PyperfReader;
import hone.bench.pytest.PytestReader;
import hone.bench.runs.RunsReader;
import hone.bench.tinybench.TinybenchReader;
import hone.bench.vegeta.VegetaReader;
import hone.bench.vitest.VitestReader;
import hone.bench.wrk.WrkReader;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ResultFormatsTest {

  private static final ResultFormats FORMATS =
      new ResultFormats(
          List.of(
              new AsvReader(),
              new AutocannonReader(),
              new BenchmarkjsReader(),
              new Catch2Reader(),
              new CriterionReader(),
              new DotnetReader(),
              new GoReader(),
              new GoogleBenchmarkReader(),
              new HdrReader(),
              new HeyReader(),
              new HyperfineReader(),
              new JmhReader(),
              new K6Reader(),
              new LibtestReader(),
              new LocustReader(),
              new MitataReader(),
              new NeutralReader(),
              new OhaReader(),
              new PerfStatReader(),
              new PgbenchReader(),
              new PyperfReader(),
              new PytestReader(),
              new RunsReader(),
              new TinybenchReader(),
              new VegetaReader(),
              new VitestReader(),
              new WrkReader()),
          Limits.defaults());

  @Test
  void findsTheOneReaderOfEveryRecording() {
    Map<String, String> recordings =
        Map.ofEntries(
            Map.entry("go", "go.txt go-events.jsonl"),
            Map.entry("jmh", "jmh.json"),
            Map.entry("pytest-benchmark", "pytest.json"),
            Map.entry("tinybench", "tinybench.json"),
            Map.entry("mitata", "mitata.json"),
            Map.entry("hone", "hone.json"),
            Map.entry("google-benchmark", "googlebenchmark.json"),
            Map.entry("hyperfine", "hyperfine.json"),
            Map.entry("vitest", "vitest.json"),
            Map.entry("pyperf", "pyperf.json"),
            Map.entry("asv", "asv.json"),
            Map.entry("benchmarkdotnet", "benchmarkdotnet.json"),
            Map.entry("catch2", "catch2.xml"),
            Map.entry("libtest", "libtest.txt criterion-bencher.txt"),
            Map.entry("benchmark.js", "benchmarkjs.txt"),
            Map.entry("criterion", "criterion-messages.jsonl criterion-sample.json"),
            Map.entry("autocannon", "autocannon.json"),
            Map.entry("k6", "k6-summary.json k6-machine-readable.json k6-stream.jsonl"),
            Map.entry("wrk", "wrk.txt"),
            Map.entry("oha", "oha.json"),
            Map.entry("hey", "hey.txt hey.csv"),
            Map.entry("vegeta", "vegeta.json vegeta-results.jsonl"),
            Map.entry("locust", "locust.csv"),
            Map.entry("pgbench", "pgbench.txt pgbench-log.txt"),
            Map.entry("perf-stat", "perfstat.txt perfstat.csv perfstat.json"),
            Map.entry("hdrhistogram", "hdrhistogram.hlog"),
            Map.entry("hone-runs", "runs.jsonl"));

    assertThat(recordings).hasSameSizeAs(FORMATS.readers());
    recordings.forEach((format, files) -> {
      for (String file : files.split(" ", -1)) {
        byte[] head = ResultReaderLaws.head(ResultReaderLaws.recording(file));
        assertThat(FORMATS.readers().stream().filter(each -> each.sniff(head) != Sniff.NO))
            .as(file)
            .extracting(ResultReader::format)
            .containsExactly(format);
      }
    });
  }

  @Test
  void unpacksGzipAndReadsByNameToo() throws IOException {
    byte[] text = ResultReaderLaws.recording("go.txt");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    Source source = Source.of("bench.gz", packed.toByteArray());

    Results plain = FORMATS.read(Source.of("bench.txt", text), ignored -> {});

    assertThat(FORMATS.read(source, ignored -> {})).isEqualTo(plain);
    assertThat(FORMATS.read(source, "go", ignored -> {})).isEqualTo(plain);
  }

  @Test
  void refusesWhatNobodyKnowsAndSaysWhatIsKnown() {
    assertThatThrownBy(() -> FORMATS.read(Source.of("x", "hello".getBytes(UTF_8)), ignored -> {}))
        .hasMessage(
            "x: not benchmark results in any of: asv, autocannon, benchmark.js, catch2, criterion,"
                + " benchmarkdotnet, go, google-benchmark, hdrhistogram, hey, hyperfine, jmh, k6,"
                + " libtest, locust, mitata, hone, oha, perf-stat, pgbench, pyperf,"
                + " pytest-benchmark, hone-runs, tinybench, vegeta, vitest, wrk");
    assertThatThrownBy(() -> FORMATS.read(Source.of("x", new byte[0]), ignored -> {}))
        .hasMessage("x: empty");
    assertThatThrownBy(() -> FORMATS.read(Source.of("x", new byte[1]), "gatling", ignored -> {}))
        .hasMessageStartingWith("x: unknown format of benchmark results 'gatling', known: asv");
  }
}
