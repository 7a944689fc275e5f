package hone.format.scalene;

import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The lines of all files; shares become times only when the whole time is known.
final class LineCosts {

  private static final double NANOS_PER_PERCENT = 1e9 / 100;
  private static final double MEBIBYTE = 1 << 20;

  private final String input;
  private final Limits limits;
  private final List<Line> lines = new ArrayList<>();

  LineCosts(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /// Reads the object of files the document stands at.
  void read(JsonDocument document) throws IOException {
    document.object(file -> {
      document.object(field -> {
        if (!field.equals("lines")) {
          return false;
        }
        document.array(() -> line(document, file));
        return true;
      });
      return true;
    });
  }

  void addTo(ProfileBuilder builder, double elapsedSeconds) throws FormatException {
    double nanos = elapsedSeconds * NANOS_PER_PERCENT;
    for (Line line : lines) {
      long python = whole(line.python * nanos);
      long other = whole(line.other * nanos);
      long system = whole(line.system * nanos);
      long cpu = whole((double) python + other + system);
      long allocated = whole(line.mebibytes * MEBIBYTE);
      if (cpu > 0 || allocated > 0) {
        int stack = builder.stack(builder.frame(frame(line)), Profile.NONE);
        builder.sample(stack, allocated, python, other, system, cpu);
      }
    }
  }

  private void line(JsonDocument document, String file) throws IOException {
    double[] found = new double[5];
    document.object(field -> {
      int place =
          switch (field) {
            case "lineno" -> 0;
            case "n_cpu_percent_python" -> 1;
            case "n_cpu_percent_c" -> 2;
            case "n_sys_percent" -> 3;
            case "n_malloc_mb" -> 4;
            default -> -1;
          };
      if (place < 0) {
        return false;
      }
      found[place] = document.decimal();
      return true;
    });
    limits.checkCount(input, "lines", lines.size() + 1L);
    int number = (int) Math.clamp(found[0], 0, Integer.MAX_VALUE);
    lines.add(new Line(file, number, found[1], found[2], found[3], found[4]));
  }

  /// A file's name stands for the function, which Scalene does not tell.
  private static Frame frame(Line line) {
    String name = line.file.substring(line.file.lastIndexOf('/') + 1);
    return new Frame(name.isBlank() ? "<unknown>" : name, line.file, line.number);
  }

  private long whole(double value) throws FormatException {
    if (!(Math.abs(value) < 0x1p62)) {
      throw new FormatException(input, "'" + value + "' does not fit 64 bits");
    }
    return Math.round(Math.max(0, value));
  }

  private record Line(
      String file, int number, double python, double other, double system, double mebibytes) {}
}
