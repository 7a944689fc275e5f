package hone.cli;

/// Exit codes, which scripts rely on.
final class ExitCode {

  /// Done, or the gate is open.
  static final int DONE = 0;

  /// The gate is closed.
  static final int GATE_CLOSED = 1;

  /// The arguments make no sense.
  static final int USAGE = 2;

  /// An input is bad or missing.
  static final int INPUT = 3;

  /// Could not judge, or a program that hone needs failed.
  static final int TOOL = 4;

  /// A bug of hone.
  static final int BUG = 70;

  private ExitCode() {}
}
