package hone.project;

import hone.unit.Share;

/// Who is told how the loop gets on.
public interface Listener {

  /// A stage has begun.
  ///
  /// @param work what it does, a few words
  void begins(Stage stage, String work);

  /// A stage got further.
  ///
  /// @param done of the whole stage
  void advances(Stage stage, Share done, String detail);

  /// A stage has ended.
  ///
  /// @param summary one line with the figures
  void ends(Stage stage, String summary);

  /// Something worth knowing that does not stop the loop.
  void notes(String line);
}
