package hone.service;

import java.util.Arrays;
import java.util.Optional;

/// The signal that asks a service to end.
public enum StopSignal {
  TERM,
  INT,
  QUIT,
  HUP,
  USR1,
  USR2,
  KILL;

  /// The name people and `kill -s` know, with the prefix: `SIGTERM`.
  public String text() {
    return "SIG" + name();
  }

  static Optional<StopSignal> of(String text) {
    return Arrays.stream(values())
        .filter(signal -> signal.name().equals(text) || signal.text().equals(text))
        .findFirst();
  }
}
