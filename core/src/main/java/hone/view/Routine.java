package hone.view;

import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A function in one source file, and what its lines cost.
///
/// @param file       source path as the profiler gave it, or empty
/// @param flat       sum over the lines
/// @param cumulative sum over the lines, as in pprof: a call of itself from another line counts again
/// @param lines      in the order of their numbers; 0 where the profiler gave none
public record Routine(String function, String file, long flat, long cumulative, List<Line> lines) {

  /// A line with its cost.
  public record Line(int number, long flat, long cumulative) {}

  public Routine {
    lines = List.copyOf(lines);
  }

  /// The functions whose name is wanted, by name and then by file.
  ///
  /// @param type place of a value type of the profile
  public static List<Routine> of(Profile profile, int type, Predicate<String> function) {
    Map<String, Map<String, List<Line>>> found = new TreeMap<>();
    for (Hotspot hotspot : Hotspots.of(profile, type, Granularity.LINES)) {
      if (function.test(hotspot.function())) {
        found
            .computeIfAbsent(hotspot.function(), _ -> new TreeMap<>())
            .computeIfAbsent(hotspot.file(), _ -> new ArrayList<>())
            .add(new Line(hotspot.line(), hotspot.flat(), hotspot.cumulative()));
      }
    }
    List<Routine> routines = new ArrayList<>();
    found.forEach(
        (name, files) -> files.forEach((file, lines) -> routines.add(of(name, file, lines))));
    return List.copyOf(routines);
  }

  private static Routine of(String name, String file, List<Line> lines) {
    return new Routine(
        name,
        file,
        lines.stream().mapToLong(Line::flat).sum(),
        lines.stream().mapToLong(Line::cumulative).sum(),
        lines.stream().sorted(Comparator.comparingInt(Line::number)).toList());
  }
}
