package hone.project;

import java.util.Locale;

/// The stages of the loop, in order.
public enum Stage {
  STANDARDS(1),
  COLLECT(2),
  ANALYSE(3),
  OPTIMISE(4),
  MEASURE(5),
  GATE(6),
  DELIVER(7);

  private final int number;

  Stage(int number) {
    this.number = number;
  }

  /// Place in the loop, from 1.
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
