package hone.contrast;

/// How the row of one side was found on the other.
public enum Kinship {
  /// By the same name.
  SAME,
  /// By the same name in another spelling; several that differ only so are one row.
  SPELLING,
  /// By the end of its name, in another file, type or package.
  MOVED,
  /// By the function that calls it and the one it calls most.
  RENAMED
}
