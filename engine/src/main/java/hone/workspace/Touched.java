package hone.workspace;

/// A file that a change adds, edits or deletes.
///
/// @param path       from the repository's root, with `/`
/// @param baseMode   as git writes it: `100644`, `100755`, `120000` for a symbolic link, `160000` for
///     a submodule; `000000` where the base has no such file
/// @param changeMode the same for the change; `000000` where it deletes the file
/// @param binary     whether git takes it for no text
public record Touched(String path, String baseMode, String changeMode, boolean binary) {

  /// The mode of a file that is not there.
  public static final String ABSENT = "000000";

  public boolean isAdded() {
    return baseMode.equals(ABSENT);
  }

  public boolean isDeleted() {
    return changeMode.equals(ABSENT);
  }
}
