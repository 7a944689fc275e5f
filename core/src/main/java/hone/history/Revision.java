package hone.history;

/// A state of the code, told apart by its files.
///
/// A pull request that is squashed, or a candidate that becomes a branch, is another commit with the
/// same tree: what was measured of the one is known of the other.
///
/// @param commit full id, or empty where the files were never committed
/// @param tree   full id of the files
public record Revision(String commit, String tree) {

  private static final int SHORT = 9;

  public Revision {
    if (tree.isBlank()) {
      throw new IllegalArgumentException("revision has no tree: '" + commit + "'");
    }
  }

  /// The first digits, as people write them.
  public String shortName() {
    String name = commit.isEmpty() ? tree : commit;
    return name.substring(0, Math.min(SHORT, name.length()));
  }
}
