package hone.profile;

import java.util.Set;

/// A file of the program, as it was mapped into memory.
///
/// @param id      as the format numbers it
/// @param start   first address
/// @param limit   first address behind it
/// @param offset  where in the file it begins
/// @param file    path as the profiler gave it, or empty
/// @param buildId of the file, or empty
/// @param known   what the profiler says it resolved for its locations
public record Mapping(
    long id,
    long start,
    long limit,
    long offset,
    String file,
    String buildId,
    Set<Resolved> known) {

  /// Of a program of which nobody says what was mapped.
  static final Mapping NAMELESS = new Mapping(1, 0, 0, 0, "", "", Set.of());

  public Mapping {
    known = Set.copyOf(known);
  }

  /// What symbols tell of a location.
  public enum Resolved {
    FUNCTIONS,
    FILES,
    LINES,
    INLINED_CALLS
  }

  /// The last part of the path, in brackets: how code without a symbol is called.
  public String shortName() {
    return file.isBlank()
        ? Code.UNKNOWN_FUNCTION
        : "[" + file.substring(file.lastIndexOf('/') + 1) + "]";
  }
}
