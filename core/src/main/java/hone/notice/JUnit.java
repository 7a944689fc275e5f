package hone.notice;

import hone.gate.GateResult;
import hone.input.Printable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A gate's result as JUnit's XML, as CI servers read it: a test case for each benchmark and
/// metric, and one for each budget.
///
/// What closes the gate is a failure. What could not be compared is an error, and so is a gate that
/// nothing could decide. What was accepted, or not proven either way, is skipped.
public final class JUnit {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  /// How a test case ended.
  private enum Outcome {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private final StringBuilder cases = new StringBuilder();
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  private JUnit() {}

  /// The document.
  public static String text(Notice notice) {
    JUnit unit = new JUnit();
    notice.rows().forEach(row -> unit.add(notice, row));
    notice.budgets().forEach(unit::add);
    if (notice.state() == GateResult.State.UNDECIDED) {
      unit.add("gate", "verdict", Outcome.ERROR, "undecided", String.join("; ", notice.reasons()));
    }
    return unit.document();
  }

  private String document() {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    String sums =
        "name=\"hone gate\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
            .formatted(all, count(Outcome.FAILURE), count(Outcome.ERROR), count(Outcome.SKIPPED));
    return HEAD
        + "<testsuites %s>\n  <testsuite %s>\n%s  </testsuite>\n</testsuites>\n"
            .formatted(sums, sums, cases);
  }

  private int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  private void add(Notice notice, Row row) {
    String text = Explanation.of(notice, row);
    add(row.benchmark(), row.metric(), outcome(notice, row), row.verdict(), text);
  }

  private void add(Budget budget) {
    Outcome outcome =
        budget.closes()
            ? Outcome.FAILURE
            : budget.verdict().equals("met") ? Outcome.PASSED : Outcome.SKIPPED;
    add("budgets", budget.name(), outcome, budget.verdict(), budget.reason());
  }

  private static Outcome outcome(Notice notice, Row row) {
    if (row.closes()) {
      return notice.isAccepted(row) ? Outcome.SKIPPED : Outcome.FAILURE;
    }
    return switch (row.verdict()) {
      case "incomparable" -> Outcome.ERROR;
      case "inconclusive" -> Outcome.SKIPPED;
      default -> Outcome.PASSED;
    };
  }

  private void add(String group, String name, Outcome outcome, String type, String text) {
    counts.merge(outcome, 1, Integer::sum);
    cases
        .append("    <testcase classname=\"")
        .append(escaped(group))
        .append("\" name=\"")
        .append(escaped(name))
        .append('"');
    Optional<String> tag = tag(outcome);
    if (tag.isEmpty()) {
      cases.append("/>\n");
      return;
    }
    cases.append(">\n      <").append(tag.get());
    if (outcome != Outcome.SKIPPED) {
      cases.append(" type=\"").append(escaped(type)).append('"');
    }
    cases.append(" message=\"").append(escaped(text)).append("\"/>\n    </testcase>\n");
  }

  private static Optional<String> tag(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Optional.empty();
      case FAILURE -> Optional.of("failure");
      case ERROR -> Optional.of("error");
      case SKIPPED -> Optional.of("skipped");
    };
  }

  /// Fit for the value of an attribute: XML has no character at all for most of what [Printable]
  /// writes out.
  private static String escaped(String text) {
    return Printable.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
