package hone.optimise;

import hone.policy.ChangeKind;
import hone.workspace.Change;
import java.util.Optional;

/// What became of a candidate before anything was measured.
///
/// @param tree         id of its tree of files
/// @param fileCount    files the patch touches
/// @param addedLines   lines the patch adds
/// @param removedLines lines the patch takes away
/// @param kind         what it does to get faster; nothing where it fell before its trees were read
/// @param testCount    tests of the baseline that passed on it, where their output tells
/// @param rejection    nothing where it may be measured
public record Attempt(
    Candidate candidate,
    String tree,
    int fileCount,
    int addedLines,
    int removedLines,
    Optional<ChangeKind> kind,
    Optional<Integer> testCount,
    Optional<Rejection> rejection) {

  /// A candidate that was made and nothing else yet.
  static Attempt of(Candidate candidate, Change change) {
    return new Attempt(
        candidate,
        change.tree(),
        change.paths().size(),
        change.addedLines(),
        change.removedLines(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same, turned down.
  public Attempt rejected(Rejection.Kind station, String reason) {
    return new Attempt(
        candidate,
        tree,
        fileCount,
        addedLines,
        removedLines,
        kind,
        testCount,
        Optional.of(new Rejection(station, reason)));
  }

  /// The same, with its kind told.
  Attempt classified(Optional<ChangeKind> told) {
    return new Attempt(
        candidate, tree, fileCount, addedLines, removedLines, told, testCount, rejection);
  }

  /// The same, with the baseline's tests passed.
  Attempt tested(Optional<Integer> count) {
    return new Attempt(
        candidate, tree, fileCount, addedLines, removedLines, kind, count, rejection);
  }

  /// The size of the patch as people write it: `1 file, +3 −1`.
  public String size() {
    return "%d file%s, +%d −%d"
        .formatted(fileCount, fileCount == 1 ? "" : "s", addedLines, removedLines);
  }
}
