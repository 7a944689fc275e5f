package hone.format;

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
import java.util.List;

/// All readers together, as the command line puts them together.
public final class Readers {

  private Readers() {}

  public static List<ProfileReader> all() {
    Limits limits = Limits.defaults();
    return List.of(
        new PprofReader(limits),
        new JfrReader(limits),
        new CpuprofileReader(limits),
        new SpeedscopeReader(limits),
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
        new CollapsedReader(limits));
  }

  public static Formats formats() {
    return new Formats(all(), Limits.defaults());
  }
}
