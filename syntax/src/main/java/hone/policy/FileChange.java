package hone.policy;

import java.util.Optional;

/// One file that a patch touches.
///
/// @param base      its text in the base; empty where the patch adds it
/// @param candidate its text in the candidate; empty where the patch deletes it
/// @param isJudge   whether it is a test or a benchmark
public record FileChange(
    String path, Optional<String> base, Optional<String> candidate, boolean isJudge) {

  /// A file of the application that is in both.
  public static FileChange of(String path, String base, String candidate) {
    return new FileChange(path, Optional.of(base), Optional.of(candidate), false);
  }

  /// The way back.
  FileChange reversed() {
    return new FileChange(path, candidate, base, isJudge);
  }
}
