package hone.claim;

import hone.analysis.SourceTree;
import hone.finding.Finding;
import hone.finding.Findings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The source lines around the hotspots, hottest first.
final class Sources {

  private static final int LINES_BEFORE = 12;
  private static final int LINES_AFTER = 8;
  private static final int LINE_CHARACTERS = 160;

  private Sources() {}

  static void around(Page page, Findings findings, SourceTree tree, List<String> leftOut) {
    page.row("\nSource around the hotspots; > marks a hot line");
    Set<String> seen = new LinkedHashSet<>();
    int shown = 0;
    int all = 0;
    for (Finding finding : findings.material()) {
      if (seen.add(finding.file() + ":" + finding.line())) {
        all++;
        shown += page.row(excerpt(finding, tree)) ? 1 : 0;
      }
    }
    Page.count(leftOut, shown, all, "source excerpts");
  }

  /// The hot line and its neighbours, with their numbers, below the file's name.
  static String excerpt(Finding finding, SourceTree tree) {
    StringBuilder rows = new StringBuilder("  ");
    rows.append(Marked.of(finding.file(), Extract.NAME_CHARACTERS));
    int number = Math.max(1, finding.line() - LINES_BEFORE);
    List<String> lines =
        tree.textOf(finding.file())
            .orElse("")
            .lines()
            .skip(number - 1L)
            .limit(finding.line() + LINES_AFTER - number + 1L)
            .toList();
    for (String line : lines) {
      rows.append(
          String.format(
              Locale.ROOT,
              "\n%s%5d  %s",
              number == finding.line() ? ">" : " ",
              number,
              Marked.of(line.replace("\t", "    "), LINE_CHARACTERS)));
      number++;
    }
    return rows.toString();
  }
}
