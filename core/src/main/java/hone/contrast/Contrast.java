package hone.contrast;

import hone.analysis.Granularity;
import hone.analysis.Place;
import hone.stat.FamilyTest;
import hone.stat.Medians;
import hone.view.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two sides set against each other, row by row.
///
/// @param scale  what shifts are shares of: the base's median total, in the unit of the measure
/// @param rows   those that are surely more or less first, each kind by the size of the change; ties
///               by name
/// @param family what was tested together
/// @param folded how many functions were counted for those they were inlined into
public record Contrast(
    List<Member> base,
    List<Member> other,
    Settings settings,
    double scale,
    List<Row> rows,
    Family family,
    int folded) {

  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row row) -> !row.significant())
          .thenComparing(Comparator.comparingDouble((Row row) -> Math.abs(row.shift())).reversed())
          .thenComparing(row -> row.difference().place().text());

  public Contrast {
    base = List.copyOf(base);
    other = List.copyOf(other);
    rows = List.copyOf(rows);
  }

  /// Sets sides against each other.
  ///
  /// @param base  at least one profile; with work where the measure divides by it
  /// @param other the same
  public static Contrast of(List<Member> base, List<Member> other, Settings settings) {
    Levelled levelled =
        settings.granularity() == Granularity.ADDRESSES
            ? new Levelled(base, other, 0)
            : Levelled.of(base, other);
    List<Costs> before = costs(levelled.base(), settings);
    List<Costs> after = costs(levelled.other(), settings);
    List<Match> matches = Matching.of(before, after, settings.granularity());
    List<Costs> named = named(before, Match.namesBefore(matches));
    List<Costs> others = named(after, Match.namesAfter(matches));
    List<Measured> measured = new ArrayList<>();
    for (Match match : matches) {
      measured.add(Measured.of(match.joined(), named, others, settings));
    }
    measured.sort(Comparator.comparing(row -> row.match().place().text()));
    Testing testing = Testing.of(measured, base, other, settings);
    List<Row> rows = new ArrayList<>();
    for (Measured each : measured) {
      rows.add(row(each, testing.judgements().getOrDefault(each, new Judgement.Untested())));
    }
    rows.sort(ORDER);
    return new Contrast(
        base, other, settings, scale(base, settings), rows, testing.family(), levelled.folded());
  }

  /// How many profiles there are on the smaller side.
  public int profilesASide() {
    return Math.min(base.size(), other.size());
  }

  /// How many profiles a side could tell change from chance, where these cannot.
  public Optional<Integer> needed() {
    return FamilyTest.leastP(base.size(), other.size()) <= settings.level()
        ? Optional.empty()
        : Optional.of(FamilyTest.needed(settings.level()));
  }

  /// The change of a row, as a share of the base's total.
  public double share(double shift) {
    return scale == 0 ? 0 : shift / scale;
  }

  private static List<Costs> costs(List<Member> side, Settings settings) {
    return side.stream().map(member -> Costs.of(member, settings.granularity())).toList();
  }

  private static List<Costs> named(List<Costs> side, Map<Place, Place> names) {
    return side.stream().map(costs -> costs.named(names)).toList();
  }

  private static double scale(List<Member> base, Settings settings) {
    return Medians.median(
        base.stream()
            .mapToDouble(member -> Measured.divided(member.total(), member, settings.measure()))
            .toArray());
  }

  private static Row row(Measured measured, Judgement judgement) {
    Match match = measured.match();
    return new Row(
        new Difference(match.place(), measured.before(), measured.after()),
        Optional.of(match.was()).filter(was -> !was.equals(match.place())),
        match.kinship(),
        Medians.median(measured.base()),
        Medians.median(measured.other()),
        judgement);
  }
}
