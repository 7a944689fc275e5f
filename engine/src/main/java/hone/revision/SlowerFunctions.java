package hone.revision;

import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.gate.Judgement;
import hone.gate.LikelyCause.Profiled;
import hone.gate.LikelyCause.Scope;
import hone.gate.LikelyCause.Slower;
import hone.profile.Profile;
import hone.regression.SidesProfiled;
import hone.unit.Unit;
import hone.view.Slowdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Turns profiles of both sides into what they tell of a regression.
///
/// @param changed lines of the change
/// @param run     directory of the run
/// @param base    top of the base's checkout
/// @param head    top of the head's checkout
record SlowerFunctions(ChangedLines changed, Path run, Path base, Path head) {

  private static final int MOST = 10;

  /// What is less than this part of the regression is not worth a line.
  private static final double LEAST = 0.05;

  /// @param time what one operation takes on both sides; nothing where the profiles are not of one
  ///             benchmark
  Profiled of(SidesProfiled profiled, Optional<Judgement> time) {
    return switch (profiled) {
      case SidesProfiled.Failed failed -> Profiled.none(changed.all(), failed.reason());
      case SidesProfiled.Taken taken -> of(taken, time);
    };
  }

  private Profiled of(SidesProfiled.Taken taken, Optional<Judgement> time) {
    boolean alone = taken.scope() == Scope.BENCHMARK && time.isPresent();
    double operation = alone ? time.get().oldMedian() : Double.NaN;
    double ratio = alone && operation > 0 ? time.get().newMedian() / operation : 1;
    Slowdown.Side old = new Slowdown.Side(taken.base(), base.toString());
    Slowdown.Side now = new Slowdown.Side(taken.head(), head.toString());
    List<Slower> slower = new ArrayList<>();
    for (Slowdown slowdown : Slowdown.of(old, now, taken.head().defaultType(), ratio)) {
      List<String> lines = changed.within(slowdown.file(), lines(now, slowdown));
      if (isWorthALine(slowdown, lines, ratio)) {
        slower.add(
            slower(slowdown, lines, alone ? OptionalDouble.of(operation) : OptionalDouble.empty()));
      }
    }
    slower.sort(Comparator.comparingDouble(each -> -rank(each)));
    List<Slower> first = slower.stream().limit(MOST).toList();
    List<String> lines = first.stream().flatMap(each -> each.lines().stream()).distinct().toList();
    return new Profiled(
        taken.scope(), first, lines.isEmpty() ? changed.all() : lines, files(taken), "");
  }

  private static boolean isWorthALine(Slowdown slowdown, List<String> lines, double ratio) {
    double whole = Math.max(ratio - 1, LEAST);
    return slowdown.ofItself()
        ? slowdown.flat() >= LEAST * whole
        : !lines.isEmpty() && slowdown.cumulative() >= LEAST * whole;
  }

  /// A function that the change touches stands for all it calls; another one for itself.
  private static double rank(Slower slower) {
    double itself = slower.flat().orElse(slower.newShare() - slower.oldShare());
    return slower.lines().isEmpty() ? itself : Math.max(itself, slower.cumulative().orElse(itself));
  }

  private Slower slower(Slowdown slowdown, List<String> lines, OptionalDouble operation) {
    return new Slower(
        slowdown.function(),
        changed.path(slowdown.file()),
        slowdown.oldShare(),
        slowdown.newShare(),
        times(slowdown.flat(), operation),
        times(slowdown.cumulative(), operation),
        lines);
  }

  private static OptionalDouble times(double operations, OptionalDouble operation) {
    return operation.isPresent()
        ? OptionalDouble.of(operations * operation.getAsDouble())
        : OptionalDouble.empty();
  }

  private static Set<Integer> lines(Slowdown.Side side, Slowdown slowdown) {
    Profile profile = side.profile();
    Set<Integer> lines = new HashSet<>();
    for (Hotspot hotspot : Hotspots.of(profile, profile.defaultType(), Granularity.LINES)) {
      if (hotspot.function().equals(slowdown.function())
          && side.file(hotspot.file()).equals(slowdown.file())) {
        lines.add(hotspot.line());
      }
    }
    return lines;
  }

  private List<String> files(SidesProfiled.Taken taken) {
    return taken.files().stream()
        .map(file -> run.relativize(file.toAbsolutePath()).toString().replace('\\', '/'))
        .toList();
  }

  /// Whether a judgement tells what one operation takes.
  static boolean isTime(Judgement judgement) {
    return judgement.figures().isPresent()
        && judgement.metric().unit().equals(Unit.NANOSECONDS)
        && judgement.metric().isSpeed();
  }
}
