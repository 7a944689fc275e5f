package hone.finding;

import java.util.Locale;
import java.util.OptionalDouble;

/// Whether a profile can show a cause at all.
public enum Evidence {
  /// This kind of profile measures it.
  PROOF,
  /// This kind of profile hints at it: a CPU profile holds no waiting.
  PROXY;

  /// Part of the allocated bytes from which an allocation profile speaks for a line.
  private static final double ALLOCATION_SHARE = 0.05;

  /// What a profile of a kind is to a cause.
  ///
  /// @param memoryShare part of all allocated bytes that the same line allocates, where a profile
  ///     of allocations is at hand
  static Evidence of(ProfileKind kind, Category category, OptionalDouble memoryShare) {
    boolean allocates = memoryShare.isPresent() && memoryShare.getAsDouble() >= ALLOCATION_SHARE;
    boolean proof =
        switch (kind) {
          case CPU ->
              switch (category) {
                case ALGORITHMIC, SERIALISATION -> true;
                case ALLOCATION -> allocates;
                case IO_WAIT, LOCK_CONTENTION -> false;
              };
          case MEMORY -> category == Category.ALLOCATION || category == Category.SERIALISATION;
          case GOROUTINE -> category == Category.IO_WAIT || category == Category.LOCK_CONTENTION;
          case EVENT_LOOP -> false;
        };
    return proof ? PROOF : PROXY;
  }

  /// As documents write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
