package hone.process;

import java.time.Duration;

/// How running a program ended.
public sealed interface Outcome {

  /// It ended by itself, or was stopped.
  ///
  /// @param code exit code; 128 + n where signal n ended it
  record Exited(int code, Captured stdout, Captured stderr, long wallNanos) implements Outcome {

    public boolean succeeded() {
      return code == 0;
    }
  }

  /// It was ended at its time limit, with all it had started.
  record TimedOut(Duration limit, Captured stdout, Captured stderr) implements Outcome {}

  /// There was nothing to run.
  ///
  /// @param reason what is missing, with its name
  record NotStarted(String reason) implements Outcome {}
}
