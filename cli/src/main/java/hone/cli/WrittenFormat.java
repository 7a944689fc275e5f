package hone.cli;

import hone.format.collapsed.CollapsedWriter;
import hone.format.otlp.OtlpWriter;
import hone.format.pprof.PprofWriter;
import hone.format.speedscope.SpeedscopeWriter;
import hone.profile.Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A format that profiles can be written in.
enum WrittenFormat {
  PPROF,
  SPEEDSCOPE,
  COLLAPSED,
  OTLP;

  private static final int BUFFER_BYTES = 1 << 16;

  /// As the command line writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format that the ending of a file's name stands for.
  static Optional<WrittenFormat> byName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (plain.matches(".*\\.(pb|pprof|prof)")) {
      return Optional.of(PPROF);
    }
    if (plain.endsWith(".speedscope.json")) {
      return Optional.of(SPEEDSCOPE);
    }
    if (plain.endsWith(".otlp")) {
      return Optional.of(OTLP);
    }
    return plain.matches(".*\\.(collapsed|folded)") ? Optional.of(COLLAPSED) : Optional.empty();
  }

  /// Whether what it writes is no text.
  boolean isBinary(boolean packed) {
    return packed
        || switch (this) {
          case PPROF, OTLP -> true;
          case SPEEDSCOPE, COLLAPSED -> false;
        };
  }

  /// Writes a profile; pprof is always packed by gzip, as its users expect.
  ///
  /// @param column place of the value type, where the format holds only one
  void write(Profile profile, int column, OutputStream out, boolean packed) throws IOException {
    boolean gzip = packed || this == PPROF;
    try (OutputStream to =
        new BufferedOutputStream(gzip ? new QuickGzip(out) : out, BUFFER_BYTES)) {
      switch (this) {
        case PPROF -> PprofWriter.write(profile, to);
        case SPEEDSCOPE -> SpeedscopeWriter.write(profile, column, to);
        case COLLAPSED -> CollapsedWriter.write(profile, column, to);
        case OTLP -> OtlpWriter.write(profile, to);
      }
    }
  }

  /// What a profile has that the format has no place for, and how many of it.
  Map<String, Long> notKept(Profile profile, int column) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("times of samples", (long) profile.timeCount());
    counts.put("lost samples", profile.recording().droppedCount());
    counts.put("truncated stacks", profile.recording().truncatedCount());
    counts.put("blind spots of the profiler", (long) profile.recording().blindSpots().size());
    counts.put(
        "counts of the processor time", profile.recording().cpuNanos().isPresent() ? 1L : 0L);
    counts.put("warnings", (long) profile.recording().warnings().size());
    switch (this) {
      case PPROF -> {}
      case OTLP -> beside(profile, counts);
      case SPEEDSCOPE -> single(profile, column, counts);
      case COLLAPSED -> {
        single(profile, column, counts);
        counts.put("samples without a stack", stackless(profile, column));
        counts.put("files without a line", lineless(profile));
      }
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static void single(Profile profile, int column, Map<String, Long> counts) {
    counts.put("value types", profile.types().size() - 1L);
    beside(profile, counts);
    counts.put("values not above zero", notPositive(profile, column));
  }

  private static void beside(Profile profile, Map<String, Long> counts) {
    counts.put("labels", (long) profile.labelCount());
    counts.put("addresses", (long) profile.code().locations().size());
    counts.put("comments", (long) profile.origin().comments().size());
  }

  private static long notPositive(Profile profile, int column) {
    long count = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      count += profile.value(column, sample) > 0 ? 0 : 1;
    }
    return count;
  }

  private static long lineless(Profile profile) {
    return profile.frames().stream()
        .filter(frame -> !frame.file().isEmpty() && frame.line() <= 0)
        .count();
  }

  private static long stackless(Profile profile, int column) {
    long count = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      boolean lost =
          profile.value(column, sample) > 0 && profile.sampleStack(sample) == Profile.NONE;
      count += lost ? 1 : 0;
    }
    return count;
  }

  /// Packs as quickly as gzip can, as pprof does.
  private static final class QuickGzip extends GZIPOutputStream {

    QuickGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
