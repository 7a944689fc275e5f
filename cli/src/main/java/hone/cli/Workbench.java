package hone.cli;

import hone.bench.ResultFormats;
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
import hone.format.Formats;
import hone.format.austin.AustinReader;
import hone.format.bubbleprof.BubbleprofReader;
import hone.format.callgrind.CallgrindReader;
import hone.format.chrometrace.ChrometraceReader;
import hone.format.collapsed.CollapsedReader;
import hone.format.cpuprofile.CpuprofileReader;
import hone.format.dhat.DhatReader;
import hone.format.firefox.FirefoxReader;
import hone.format.flamegraph.FlamegraphReader;
import hone.format.goroutines.GoroutinesReader;
import hone.format.heapprofile.HeapprofileReader;
import hone.format.heapsnapshot.HeapsnapshotReader;
import hone.format.jfr.JfrReader;
import hone.format.memray.MemrayReader;
import hone.format.otlp.OtlpReader;
import hone.format.perf.PerfReader;
import hone.format.pprof.PprofReader;
import hone.format.pproftext.CpuReader;
import hone.format.pproftext.PprofTextReader;
import hone.format.processstat.ProcessstatReader;
import hone.format.pstats.PstatsReader;
import hone.format.pyinstrument.PyinstrumentReader;
import hone.format.scalene.ScaleneReader;
import hone.format.speedscope.SpeedscopeReader;
import hone.format.tracemalloc.TracemallocReader;
import hone.format.v8log.V8logReader;
import hone.format.zerox.ZeroxReader;
import hone.input.Limits;
import hone.process.Supervisor;
import hone.project.Parts;
import hone.project.Project;
import hone.workspace.Git;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The parts put together for one command; closing it ends every program it started.
record Workbench(Parts parts) implements AutoCloseable {

  static Workbench open() throws IOException {
    LastWords.due();
    return new Workbench(
        new Parts(
            Supervisor.open(),
            profiles(),
            results(),
            cache(),
            System.getenv(),
            InstantSource.system()));
  }

  /// The formats of profiles there are.
  static Formats profiles() {
    return profiles(PprofReader.Uninteresting.DROPPED, JfrReader.Reading.ALL);
  }

  /// The same, for those who write profiles again or those who look at them, and as much of
  /// recordings as they need.
  static Formats profiles(PprofReader.Uninteresting uninteresting, JfrReader.Reading reading) {
    Limits limits = Limits.defaults();
    return new Formats(
        List.of(
            new PprofReader(limits, uninteresting),
            new SpeedscopeReader(limits),
            new CpuprofileReader(limits),
            new JfrReader(limits, reading),
            new PerfReader(limits),
            new PstatsReader(limits),
            new ScaleneReader(limits),
            new CpuReader(limits),
            new AustinReader(limits),
            new PyinstrumentReader(limits),
            new MemrayReader(limits),
            new DhatReader(limits),
            new TracemallocReader(limits),
            new CallgrindReader(limits),
            new PprofTextReader(limits),
            new GoroutinesReader(limits),
            new OtlpReader(limits),
            new HeapprofileReader(limits),
            new HeapsnapshotReader(limits),
            new ChrometraceReader(limits),
            new FlamegraphReader(limits),
            new ZeroxReader(limits),
            new BubbleprofReader(limits),
            new ProcessstatReader(limits),
            new FirefoxReader(limits),
            new V8logReader(limits),
            new CollapsedReader(limits)),
        limits);
  }

  /// The formats of benchmark results there are.
  static ResultFormats results() {
    return new ResultFormats(
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
  }

  /// The project a directory belongs to.
  Project project(Path directory, Optional<String> service) throws Refusal, IOException {
    return Project.of(new Git(parts.supervisor()), directory, service);
  }

  @Override
  public void close() {
    parts.supervisor().close();
  }

  private static Path cache() {
    String chosen = System.getenv("XDG_CACHE_HOME");
    Path home =
        chosen == null || chosen.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(chosen);
    return home.resolve("hone");
  }
}
