package hone.history;

import hone.stat.ChangePoint;
import hone.stat.ChangePoints;
import java.util.Arrays;
import java.util.List;

/// One metric of one benchmark on one machine: absolute figures, in the order of the revisions.
///
/// @param points  a revision measured several times has several, in the order of time
/// @param changes where the level shifts; their shifts are ratios less 1 where all figures are above
///                zero, and in the metric's unit where one is not
/// @param isRatio whether the shifts are ratios
public record Track(
    Fingerprint machine, List<Point> points, List<ChangePoint> changes, boolean isRatio) {

  /// Largest p of a change point.
  public static final double LEVEL = 0.005;

  /// Decides the resamples.
  public static final long SEED = 1;

  public Track {
    points = List.copyOf(points);
    changes = List.copyOf(changes);
  }

  /// What one entry measured of one revision.
  public record Point(Revision revision, int place, Entry entry, Figure.Summary summary) {}

  static Track of(Fingerprint machine, List<Point> points) {
    double[] medians = points.stream().mapToDouble(point -> point.summary().median()).toArray();
    boolean isRatio = Arrays.stream(medians).allMatch(median -> median > 0);
    double[] series = isRatio ? Arrays.stream(medians).map(Math::log).toArray() : medians;
    return new Track(machine, points, ChangePoints.of(series, LEVEL, SEED), isRatio);
  }

  /// How far a change goes: head ÷ base − 1 with its interval, where the shifts are ratios.
  public Figure.Change change(ChangePoint point) {
    return new Figure.Change(
        Math.expm1(point.shift().estimate()),
        Math.expm1(point.shift().low()),
        Math.expm1(point.shift().high()));
  }
}
