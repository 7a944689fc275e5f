package hone.notice;

/// One of the team's budgets as the gate judged it.
public record Budget(String name, String verdict, String reason) {

  /// Whether it closes a gate.
  public boolean closes() {
    return verdict.equals("breached");
  }
}
