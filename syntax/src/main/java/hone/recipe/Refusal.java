package hone.recipe;

/// A precondition that does not hold, in plain words about the code at hand.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  Refusal(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /// Refuses where a precondition does not hold.
  static void unless(boolean holds, String reason) throws Refusal {
    if (!holds) {
      throw new Refusal(reason);
    }
  }
}
