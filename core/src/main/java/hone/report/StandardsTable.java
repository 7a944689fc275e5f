package hone.report;

import hone.standard.Budget;
import hone.standard.Clause;
import hone.standard.Meaning;
import hone.standard.Standards;
import hone.unit.Quantity;
import hone.unit.Share;
import hone.unit.Unit;
import java.util.stream.Collectors;

/// Standards for people, in 80 columns: what each line was understood to say,
/// and what hone does about it.
public final class StandardsTable {

  private static final int INDENT = 17;

  private StandardsTable() {}

  /// Every clause with its line and treatment, then the values that hold in the end.
  public static String of(Standards standards) {
    StringBuilder text = new StringBuilder();
    text.append(Paragraph.of(0, heading(standards))).append('\n');
    for (Clause clause : standards.clauses()) {
      text.append(
          Paragraph.of(
              "%5d %-10s".formatted(clause.line(), clause.treatment().text()),
              INDENT,
              clause.text()));
      String understood =
          clause.meanings().stream().map(Meaning::text).collect(Collectors.joining("; "));
      text.append(Paragraph.of(INDENT, "= " + understood));
      clause.meanings().stream()
          .map(Handling::of)
          .distinct()
          .forEach(done -> text.append(Paragraph.of(INDENT, "→ " + done)));
    }
    return text.append('\n').append(Paragraph.of(0, "Holds: " + values(standards))).toString();
  }

  /// `3 budgets, 4 constraints, 5.0 % threshold`.
  public static String counts(Standards standards) {
    int budgets = standards.saying(Budget.class).size();
    int constraints = standards.saying(Meaning.Constraint.class).size();
    return "%d %s, %d %s, %s threshold"
        .formatted(
            budgets,
            budgets == 1 ? "budget" : "budgets",
            constraints,
            constraints == 1 ? "constraint" : "constraints",
            new Share(standards.changeShare()));
  }

  private static String heading(Standards standards) {
    return standards.input() + ": " + counts(standards);
  }

  private static String values(Standards standards) {
    return "profiles of at least %s; changes from %s count, with p < %s; hotspots from %s; %d runs"
            .formatted(
                new Quantity(standards.minimumDuration().toNanos(), Unit.NANOSECONDS),
                new Share(standards.changeShare()),
                standards.significance(),
                new Share(standards.hotspotShare()),
                standards.minimumRunCount())
        + " or more for each revision.";
  }
}
