package hone.format;

import hone.format.chrometrace.ChrometraceReader;
import hone.format.collapsed.CollapsedReader;
import hone.format.cpuprofile.CpuprofileReader;
import hone.format.firefox.FirefoxReader;
import hone.format.flamegraph.FlamegraphReader;
import hone.format.heapprofile.HeapprofileReader;
import hone.format.heapsnapshot.HeapsnapshotReader;
import hone.format.jfr.JfrReader;
import hone.format.otlp.OtlpReader;
import hone.format.pprof.PprofReader;
import hone.format.speedscope.SpeedscopeReader;
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
        new OtlpReader(limits),
        new HeapprofileReader(limits),
        new HeapsnapshotReader(limits),
        new ChrometraceReader(limits),
        new FlamegraphReader(limits),
        new ZeroxReader(limits),
        new FirefoxReader(limits),
        new V8logReader(limits),
        new CollapsedReader(limits));
  }

  public static Formats formats() {
    return new Formats(all(), Limits.defaults());
  }
}
