package hone.cli;

/// Where the output goes, as the launcher saw it.
///
/// @param output  whether standard output is a terminal
/// @param errors  whether standard error is a terminal
/// @param columns width of the terminal, 80 where it is not known
record Terminal(boolean output, boolean errors, int columns) {

  private static final int USUAL_COLUMNS = 80;

  /// The terminal of this process; none where the launcher said nothing.
  static Terminal current() {
    String descriptors = System.getProperty("hone.terminal", "");
    int columns = Math.max(40, Integer.getInteger("hone.columns", USUAL_COLUMNS));
    return new Terminal(descriptors.contains("1"), descriptors.contains("2"), columns);
  }

  /// Whether a line that is written over and over may be shown.
  boolean live() {
    return errors;
  }
}
