package hone.view;

import hone.input.BoundedPattern;
import java.util.Optional;

/// Which samples, frames and labels to look at, by pprof's options of the same names.
///
/// @param names   by function, source file or mapped file
/// @param tags    by label
/// @param inlined whether calls that the compiler inlined are frames of their own
public record Filters(Names names, Tags tags, Inlined inlined) {

  /// Nothing is left out.
  public static final Filters NONE =
      new Filters(
          new Names(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          new Tags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          Inlined.SHOWN);

  /// What becomes of inlined calls.
  public enum Inlined {
    SHOWN,
    /// Their cost is that of the function they were inlined into.
    MERGED
  }

  /// Filters by name.
  ///
  /// @param focus     only samples with such a frame
  /// @param ignore    no samples with such a frame
  /// @param hide      without such frames
  /// @param show      only such frames
  /// @param showFrom  without the callers of the outermost such frame
  /// @param pruneFrom without what the innermost such function calls
  public record Names(
      Optional<BoundedPattern> focus,
      Optional<BoundedPattern> ignore,
      Optional<BoundedPattern> hide,
      Optional<BoundedPattern> show,
      Optional<BoundedPattern> showFrom,
      Optional<BoundedPattern> pruneFrom) {

    boolean choosesSamples() {
      return focus.isPresent() || ignore.isPresent() || hide.isPresent() || show.isPresent();
    }
  }

  /// Filters by label.
  ///
  /// @param focus  only samples with such a label
  /// @param ignore no samples with such a label
  /// @param show   only labels with such a key
  /// @param hide   no labels with such a key
  public record Tags(
      Optional<TagFilter> focus,
      Optional<TagFilter> ignore,
      Optional<BoundedPattern> show,
      Optional<BoundedPattern> hide) {}
}
