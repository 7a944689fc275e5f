package hone.process;

/// Signals a program may be asked to end with.
public enum Signal {
  HUP,
  INT,
  QUIT,
  KILL,
  USR1,
  USR2,
  TERM;

  /// The signal of that name, with or without `SIG` in front.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Signal named(String name) {
    String bare = name.startsWith("SIG") ? name.substring(3) : name;
    for (Signal signal : values()) {
      if (signal.name().equals(bare)) {
        return signal;
      }
    }
    throw new IllegalArgumentException("unknown signal: '" + name + "'");
  }
}
