package hone.gate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Where to look for the reason of a regression. It decides nothing.
///
/// @param text      kinds of cause, each with what speaks for it, the likeliest first
/// @param kinds     the same as words for programs, such as `logging` and `dependency`
/// @param functions that got slower, and then those that the change touches, each with its file
/// @param profiled  what profiles of both sides show
public record LikelyCause(
    String text, List<String> kinds, List<String> functions, Profiled profiled) {

  /// What profiles of both sides show of a regression.
  ///
  /// @param scope   what they are of
  /// @param slower  functions that cost more, the most so first
  /// @param lines   of the change, `file:line` each: in those functions, or else all of them
  /// @param files   the profiles as they were taken, relative to the directory of the run
  /// @param failure why there is none; empty where there is
  public record Profiled(
      Scope scope, List<Slower> slower, List<String> lines, List<String> files, String failure) {

    public Profiled {
      slower = List.copyOf(slower);
      lines = List.copyOf(lines);
      files = List.copyOf(files);
    }

    /// No profile was taken.
    public static Profiled none(List<String> lines, String why) {
      return new Profiled(Scope.SUITE, List.of(), lines, List.of(), why);
    }
  }

  /// What was profiled.
  public enum Scope {
    /// One benchmark alone.
    BENCHMARK,
    /// Every benchmark, as the command line of hone.yaml runs them.
    SUITE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A function that costs more.
  ///
  /// @param file       in the repository where it lies there, else as the profiler gave it; or
  ///                   empty
  /// @param oldShare   of the base's profile, without what it calls
  /// @param newShare   of the head's profile, without what it calls
  /// @param flat       nanoseconds an operation that it costs more itself; absent where only shares
  ///                   are known
  /// @param cumulative nanoseconds an operation that it costs more with what it calls
  /// @param lines      of the change in it, `file:line` each
  public record Slower(
      String function,
      String file,
      double oldShare,
      double newShare,
      OptionalDouble flat,
      OptionalDouble cumulative,
      List<String> lines) {

    public Slower {
      lines = List.copyOf(lines);
    }
  }

  public LikelyCause {
    kinds = List.copyOf(kinds);
    functions = List.copyOf(functions);
  }
}
