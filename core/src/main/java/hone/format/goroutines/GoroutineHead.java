package hone.format.goroutines;

import java.util.Optional;

/// The line before a trace: `goroutine 7 [chan receive (leaked), 5 minutes]:`.
///
/// @param state what the goroutine does or waits for
record GoroutineHead(String state, boolean leaked) {

  private static final String BEGIN = "goroutine ";
  private static final String LEAKED = " (leaked)";

  static Optional<GoroutineHead> of(String line) {
    int open = line.indexOf('[');
    int close = line.indexOf(']', Math.max(open, 0));
    int number = BEGIN.length();
    boolean fits =
        line.startsWith(BEGIN)
            && line.length() > number
            && Character.isDigit(line.charAt(number))
            && open > number
            && close > open + 1
            && line.endsWith(":");
    if (!fits) {
      return Optional.empty();
    }
    String inside = line.substring(open + 1, close);
    int comma = inside.indexOf(',');
    String state = comma < 0 ? inside : inside.substring(0, comma);
    return Optional.of(
        new GoroutineHead(state.replace(LEAKED, "").strip(), inside.contains(LEAKED)));
  }
}
