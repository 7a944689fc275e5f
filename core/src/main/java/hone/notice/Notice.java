package hone.notice;

import hone.gate.GateResult;
import java.util.List;

/// What a gate says of a change.
///
/// Its texts are as the document has them, cut where they are very long: each output escapes them.
///
/// @param service  name of the service
/// @param settings path of its hone.yaml in the repository
/// @param base     id of a commit
/// @param head     id of a commit
/// @param reasons  what closes the gate or keeps it undecided; for an open gate, what to know
/// @param rows     every benchmark and metric
/// @param blocking the regressions that close the gate
/// @param accepted what would have closed it too
/// @param refused  acknowledgements that do not hold, a sentence each
public record Notice(
    GateResult.State state,
    String service,
    String settings,
    String base,
    String head,
    List<String> reasons,
    List<Row> rows,
    List<Regression> blocking,
    List<Accepted> accepted,
    List<String> refused,
    List<Budget> budgets) {

  public Notice {
    reasons = List.copyOf(reasons);
    rows = List.copyOf(rows);
    blocking = List.copyOf(blocking);
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
    budgets = List.copyOf(budgets);
  }

  /// Whether a row would close the gate, and somebody accepted it.
  public boolean isAccepted(Row row) {
    return accepted.stream().anyMatch(each -> each.is(row));
  }

  /// Rows that close the gate.
  List<Row> closing() {
    return rows.stream().filter(row -> row.closes() && !isAccepted(row)).toList();
  }

  /// Where a finding on a row is shown: at the change where it is known, else at the settings.
  Place placeOf(Row row) {
    return blocking.stream()
        .filter(regression -> regression.row().name().equals(row.name()))
        .flatMap(regression -> regression.places().stream())
        .findFirst()
        .orElseGet(this::settingsPlace);
  }

  Place settingsPlace() {
    return Place.of(settings, 1).orElseGet(() -> new Place("hone.yaml", 1));
  }

  /// What is known of the reason of a row's regression.
  List<Regression> regressionsOf(Row row) {
    return blocking.stream()
        .filter(regression -> regression.row().name().equals(row.name()))
        .toList();
  }
}
