package hone.cli;

import java.io.PrintWriter;

/// The line of a terminal that is written over and over.
final class LiveLine {

  private static final String BEGIN_ANEW = "\r\033[K";

  private final PrintWriter out;
  private boolean shown;

  LiveLine(PrintWriter out) {
    this.out = out;
  }

  /// Shows a text in place of what is there.
  void show(String text) {
    out.print(BEGIN_ANEW + text);
    out.flush();
    shown = true;
  }

  /// Leaves nothing behind.
  void wipe() {
    if (shown) {
      out.print(BEGIN_ANEW);
      out.flush();
      shown = false;
    }
  }
}
