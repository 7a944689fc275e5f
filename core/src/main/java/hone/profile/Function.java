package hone.profile;

/// A function as symbols describe it.
///
/// @param id         as the format numbers it
/// @param name       as people write it, or empty
/// @param systemName as the linker writes it, or empty
/// @param file       source path as the profiler gave it, or empty
/// @param startLine  line on which it begins, or 0
public record Function(long id, String name, String systemName, String file, long startLine) {

  /// Whether its frames go by its own name; where not, they go by that of the file they are in.
  public boolean isNamed() {
    return !Frame.isBlank(shownName());
  }

  String shownName() {
    return Frame.isBlank(name) ? systemName : name;
  }
}
