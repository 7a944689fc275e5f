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

  /// One line, without its end; very long ones are cut.
  void line(Channel channel, String line);

  /// Hears nothing.
  static LineListener none() {
    return (_, _) -> {};
  }
}
