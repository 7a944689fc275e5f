package hone.cli;

import hone.input.Printable;
import hone.project.Listener;
import hone.project.Stage;
import hone.unit.Share;
import java.io.PrintWriter;
import java.util.Locale;

/// Shows how the loop gets on: a line for each stage that has ended, and on a terminal a line with
/// a bar for the one under way.
final class ProgressLines implements Listener {

  private static final int BAR_CELLS = 10;
  private static final int INDENT = 14;

  private final PrintWriter results;
  private final LiveLine live;
  private final Terminal terminal;

  /// Nothing shown yet.
  ///
  /// @param results gets the lines of ended stages
  /// @param live    gets the line that is written over, where it is a terminal
  ProgressLines(PrintWriter results, PrintWriter live, Terminal terminal) {
    this.results = results;
    this.live = new LiveLine(live);
    this.terminal = terminal;
  }

  @Override
  public void begins(Stage stage, String work) {
    advances(stage, new Share(0), work);
  }

  @Override
  public void advances(Stage stage, Share done, String detail) {
    if (!terminal.live()) {
      return;
    }
    int room = terminal.columns() - INDENT - BAR_CELLS - 9;
    String shown = Printable.of(detail);
    String text = shown.length() > room ? shown.substring(0, Math.max(0, room - 1)) + "…" : shown;
    int full = (int) Math.round(done.value() * BAR_CELLS);
    live.show(
        String.format(
            Locale.ROOT,
            "%s%-" + room + "s  %s%s %3.0f %%",
            head(stage),
            text,
            "█".repeat(full),
            "░".repeat(BAR_CELLS - full),
            done.percentage()));
  }

  @Override
  public void ends(Stage stage, String summary) {
    live.wipe();
    results.println(
        Paragraph.wrapped(head(stage), Printable.of(summary), terminal.columns(), INDENT));
    results.flush();
  }

  @Override
  public void notes(String line) {
    live.wipe();
    String indent = " ".repeat(INDENT);
    results.println(Paragraph.wrapped(indent, Printable.of(line), terminal.columns(), INDENT));
    results.flush();
  }

  private static String head(Stage stage) {
    return String.format(Locale.ROOT, " %d %-11s", stage.number(), stage);
  }
}
