package hone.workspace;

/// The work cannot go on, for a reason outside this program; the message is one line for people.
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  /// Whose turn it is.
  public enum Fault {
    /// A file, a setting or the repository is not as it must be.
    INPUT,
    /// A program that was run, or the machine, did not do its part.
    TOOL
  }

  private final Fault fault;

  /// Refuses to go on.
  ///
  /// @param message names what was looked at first, advice last
  public Refusal(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public static Refusal input(String message) {
    return new Refusal(Fault.INPUT, message);
  }

  public static Refusal tool(String message) {
    return new Refusal(Fault.TOOL, message);
  }

  public Fault fault() {
    return fault;
  }
}
