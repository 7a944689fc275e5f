package hone.process;

/// Hears the lines a program writes, as they come.
///
/// Called from one thread for each stream, so from two at once. It must not wait: the program does.
@FunctionalInterface
public interface LineListener {

  /// Where a line was written.
  enum Channel {
    STDOUT,
    STDERR
  }

  /// One line, without its end; one longer than the limit is cut there.
  void line(Channel channel, String line);

  /// How many bytes of a line are kept.
  default int lineLimitBytes() {
    return 1 << 16;
  }

  /// Hears nothing.
  static LineListener none() {
    return (_, _) -> {};
  }
}
