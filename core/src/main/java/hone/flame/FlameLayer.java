package hone.flame;

import java.util.Locale;

/// How far a function is from the application's own code; each has a colour of its own.
public enum FlameLayer {
  /// The application, and libraries that no table names.
  CODE,
  FRAMEWORK,
  /// The language's standard library.
  LIBRARY,
  RUNTIME,
  /// The runtime's own work, such as collecting garbage.
  BACKGROUND,
  /// Waiting for work.
  IDLE;

  /// As the legend writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
