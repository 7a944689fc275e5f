package hone.gate;

import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import hone.bench.SeriesKey;
import hone.stat.Corrections;
import hone.stat.Medians;
import hone.stat.SignedRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Whether the measurements inside a run are still on their way: warm-up judged, not assumed.
///
/// Of each run the median of the first half is set against that of the second, as a difference of
/// logarithms. If nothing changes while a process runs, whatever its measurements have to do with
/// each other, that difference is as likely its negative: so the differences of all runs of both
/// sides are tested by their signed ranks, and Holm corrects for all that was judged. A process is
/// the unit, as everywhere here.
///
/// @param benchmark  whose measurements
/// @param state      what can be said
/// @param effect     median of the first halves ÷ median of the second − 1, over the runs; 0 where
///                   nothing can be said
/// @param p          corrected; 1 where nothing can be said
/// @param runCount   runs that were looked at
/// @param unsettled  how many measurements of a run come before they stay where they end, about
public record WarmUp(
    String benchmark,
    Metric metric,
    State state,
    double effect,
    double p,
    int runCount,
    int unsettled) {

  /// What can be said of the start of the runs.
  public enum State {
    /// No difference that matters between the halves of the runs.
    STEADY,
    /// The first half differs from the second.
    WARMING,
    /// The tool gives too few measurements of a run, or they are sorted.
    UNKNOWN
  }

  private static final int FEWEST_SAMPLES = 4;

  /// Below which two-sided signed ranks cannot come under 0.05.
  private static final int FEWEST_RUNS = 6;

  /// Share of the threshold by which the halves must differ to matter.
  private static final double MATTERS = 0.5;

  /// One for each benchmark whose speed was measured, in the order of the first run.
  ///
  /// @param runs of both sides, each with its measurements in the order they were made
  public static List<WarmUp> of(List<Results> runs, Rules rules) {
    Map<SeriesKey, List<Series>> found = new LinkedHashMap<>();
    for (Results run : runs) {
      for (Series series : run.series()) {
        if (series.metric().isSpeed()) {
          found.computeIfAbsent(SeriesKey.of(series), key -> new ArrayList<>()).add(series);
        }
      }
    }
    List<List<Series>> all = List.copyOf(found.values());
    double[] adjusted = Corrections.holm(all.stream().mapToDouble(WarmUp::p).toArray());
    return IntStream.range(0, all.size())
        .mapToObj(i -> judged(all.get(i), adjusted[i], rules))
        .toList();
  }

  private static WarmUp judged(List<Series> runs, double p, Rules rules) {
    Series one = runs.getFirst();
    if (!isOrdered(runs)) {
      return new WarmUp(one.benchmark(), one.metric(), State.UNKNOWN, 0, 1, runs.size(), 0);
    }
    double effect = Math.expm1(Medians.median(differences(runs)));
    double matters = MATTERS * rules.threshold();
    boolean warming = p <= rules.significance() && Math.abs(effect) >= matters;
    return new WarmUp(
        one.benchmark(),
        one.metric(),
        warming ? State.WARMING : State.STEADY,
        effect,
        p,
        runs.size(),
        warming ? unsettled(runs, matters) : 0);
  }

  private static double p(List<Series> runs) {
    return isOrdered(runs) ? SignedRank.of(differences(runs)).twoSided() : 1;
  }

  /// Tools that sort what they measured sort every run of it.
  private static boolean isOrdered(List<Series> runs) {
    return runs.size() >= FEWEST_RUNS
        && runs.stream().allMatch(run -> run.samples().size() >= FEWEST_SAMPLES)
        && !runs.stream().allMatch(run -> isSorted(run.values()));
  }

  private static boolean isSorted(double[] values) {
    return IntStream.range(1, values.length).allMatch(i -> values[i - 1] <= values[i])
        && values[0] < values[values.length - 1];
  }

  private static double[] differences(List<Series> runs) {
    return runs.stream()
        .mapToDouble(run -> {
          double[] values = run.values();
          return Math.log(
              Medians.median(Arrays.copyOf(values, values.length / 2)) / settled(values));
        })
        .toArray();
  }

  /// The median of the second half.
  private static double settled(double[] values) {
    return Medians.median(Arrays.copyOfRange(values, (values.length + 1) / 2, values.length));
  }

  /// How many places at the start lie off the second half, in the median over the runs.
  private static int unsettled(List<Series> runs, double matters) {
    int places = runs.stream().mapToInt(run -> run.samples().size()).min().orElse(0);
    for (int place = 0; place < places; place++) {
      int at = place;
      double off =
          Medians.median(
              runs.stream()
                  .mapToDouble(run -> Math.log(run.values()[at] / settled(run.values())))
                  .toArray());
      if (Math.abs(Math.expm1(off)) < matters) {
        return place;
      }
    }
    return places;
  }

  /// For people: `Bench.total: its first measurements of a run are 8.1 % higher …`.
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s %s: the first half of a run is %s off the second (p %s %.4f, %d runs): %s",
        benchmark,
        metric.name(),
        EffectText.percent(effect),
        p < 0.0001 ? "<" : "=",
        Math.max(p, 0.0001),
        runCount,
        unsettled > 0
            ? "warm up for about %d more of its measurements".formatted(unsettled)
            : "warm up for longer");
  }
}
