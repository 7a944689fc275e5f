package hone.analysis;

/// What a frame is to the application.
public sealed interface FrameKind {

  /// Code of the application.
  ///
  /// @param file tracked path relative to the repository's root
  record Application(String file) implements FrameKind {}

  /// Code of others, under the name that reports give it.
  record Foreign(Layer layer, String bucket) implements FrameKind {}

  /// How far foreign code is from the application.
  enum Layer {
    /// Dispatch and plumbing around the application's handlers.
    FRAMEWORK,
    /// The language's runtime.
    RUNTIME,
    /// Anything else that is called.
    LIBRARY,
    /// The runtime's own work, such as collecting garbage.
    BACKGROUND,
    /// Waiting for work: no cost.
    IDLE
  }
}
