package hone.report;

import hone.contrast.Contrast;
import hone.contrast.Judgement;
import hone.contrast.Measure;
import hone.contrast.Member;
import hone.contrast.Row;
import hone.contrast.Settings;
import hone.input.Printable;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Two sides of profiles as text of 80 columns: medians of each side, the change as a share of the
/// base's total, and below each row what chance has to do with it.
final class ContrastTable {

  private static final int NAME_COLUMN = 34;

  private ContrastTable() {}

  static String of(Diff diff) {
    Contrast contrast = diff.contrast();
    StringBuilder text = new StringBuilder(Paragraph.of(0, heading(contrast)));
    text.append(DiffHeading.of(diff));
    text.append(columns("base", "new", "change")).append("function\n");
    for (Row row : diff.rows()) {
      String word = DiffTable.word(row.difference().change());
      String head =
          columns(
              figure(row.base(), contrast),
              figure(row.other(), contrast),
              percent(contrast, row.shift()));
      String name = DiffTable.name(row) + (word.isEmpty() ? "" : ", " + word);
      text.append(Paragraph.of(head, NAME_COLUMN, name));
      String judged = judged(row.judgement(), contrast);
      text.append(judged.isEmpty() ? "" : Paragraph.of(NAME_COLUMN, judged));
    }
    text.append(DiffTable.ending(diff));
    return text.append(family(contrast)).toString();
  }

  private static String heading(Contrast contrast) {
    Member first = contrast.base().getFirst();
    String counts = "%s, then %s".formatted(side(contrast.base()), side(contrast.other()));
    String value = Printable.of(first.valueType().name());
    return contrast.settings().measure() == Measure.SHARE
        ? "%s: %s; shares of each profile's total".formatted(value, counts)
        : "%s for each unit of work: %s in the base; %s"
            .formatted(value, figure(contrast.scale(), contrast), counts);
  }

  private static String side(List<Member> side) {
    return side.size() == 1 ? "1 profile" : side.size() + " profiles";
  }

  private static String columns(String base, String other, String change) {
    return String.format(Locale.ROOT, "%11s %11s %8s  ", base, other, change);
  }

  private static String figure(double value, Contrast contrast) {
    Unit unit = contrast.base().getFirst().valueType().unit();
    return contrast.settings().measure() == Measure.SHARE
        ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
        : Printable.of(new Quantity(value, unit).toString());
  }

  private static String percent(Contrast contrast, double shift) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * contrast.share(shift));
  }

  private static String judged(Judgement judgement, Contrast contrast) {
    return switch (judgement) {
      case Judgement.Untested() ->
          contrast.needed().isPresent()
              ? ""
              : String.format(
                  Locale.ROOT,
                  "not tested: below %.3g %% of all profiles",
                  100 * contrast.settings().floor());
      case Judgement.TooFew _ -> "";
      case Judgement.Tested tested ->
          switch (tested.change()) {
            case GREW -> "grew: " + figures(tested, contrast);
            case SHRANK -> "shrank: " + figures(tested, contrast);
            case UNDETECTED ->
                "may be chance: %s; %s"
                    .formatted(figures(tested, contrast), hidden(tested.detectable(), contrast));
          };
    };
  }

  private static String figures(Judgement.Tested tested, Contrast contrast) {
    return String.format(
        Locale.ROOT,
        "%s to %s, p = %.3g",
        end(tested.low(), contrast),
        end(tested.high(), contrast),
        tested.adjusted());
  }

  private static String end(double shift, Contrast contrast) {
    return Double.isFinite(shift) ? percent(contrast, shift) : "unbounded";
  }

  private static String hidden(OptionalDouble detectable, Contrast contrast) {
    return detectable.isEmpty()
        ? "no growth would have shown"
        : String.format(
            Locale.ROOT,
            "growth by %.1f %% would have shown",
            100 * contrast.share(detectable.getAsDouble()));
  }

  private static String family(Contrast contrast) {
    Settings settings = contrast.settings();
    if (contrast.family().rowCount() == 0) {
      return "";
    }
    return Paragraph.of(
        0,
        String.format(
            Locale.ROOT,
            "%d tested together over %,d splits of the profiles: one false alarm among all in"
                + " %.0f such comparisons at most, if the profiles were taken in turns",
            contrast.family().rowCount(),
            contrast.family().splitCount(),
            1 / settings.level()));
  }
}
