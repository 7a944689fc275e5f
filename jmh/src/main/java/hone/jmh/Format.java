package hone.jmh;

import hone.format.ProfileReader;
import hone.format.collapsed.CollapsedReader;
import hone.format.collapsed.CollapsedWriter;
import hone.format.cpuprofile.CpuprofileReader;
import hone.format.perf.PerfReader;
import hone.format.pprof.PprofReader;
import hone.format.pprof.PprofWriter;
import hone.format.speedscope.SpeedscopeReader;
import hone.format.speedscope.SpeedscopeWriter;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// A format whose reading is measured.
public enum Format {
  PPROF,
  COLLAPSED,
  CPUPROFILE,
  SPEEDSCOPE,
  PERF;

  ProfileReader reader() {
    Limits limits = Limits.defaults();
    return switch (this) {
      case PPROF -> new PprofReader(limits);
      case COLLAPSED -> new CollapsedReader(limits);
      case CPUPROFILE -> new CpuprofileReader(limits);
      case SPEEDSCOPE -> new SpeedscopeReader(limits);
      case PERF -> new PerfReader(limits);
    };
  }

  Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("tree", bytes), _ -> {});
  }

  /// The profile in this format.
  byte[] written(Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (this) {
      case PPROF -> PprofWriter.write(profile, out);
      case COLLAPSED -> CollapsedWriter.write(profile, 0, out);
      case CPUPROFILE -> out.writeBytes(Texts.cpuprofile(profile));
      case SPEEDSCOPE -> SpeedscopeWriter.write(profile, 0, out);
      case PERF -> out.writeBytes(Texts.perf(profile));
    }
    return out.toByteArray();
  }
}
