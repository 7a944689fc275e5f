package hone.notice;

import hone.gate.EffectText;
import hone.input.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A gate's result as a Markdown page: a job's summary, or a comment on a pull request.
///
/// The page is at most 60,000 characters long, which every forge takes; what is left out is
/// counted.
public final class NoticePage {

  private static final int LONGEST = 60_000;
  private static final int MOST_WORDS = 20;
  private static final int NAMED_LINES = 6;
  private static final int SHORT_ID = 12;
  private static final String TABLE =
      "| benchmark | metric | change | verdict |\n|---|---|---|---|\n";

  /// How many rows a page shows.
  private record Room(int closing, int others) {}

  /// Tried in this order until the page is short enough; the last one always is.
  private static final List<Room> ROOMS =
      List.of(new Room(20, 80), new Room(20, 20), new Room(10, 0), new Room(3, 0));

  private final Notice notice;
  private final Room room;
  private final StringBuilder page = new StringBuilder();

  private NoticePage(Notice notice, Room room) {
    this.notice = notice;
    this.room = room;
  }

  /// The page.
  public static String of(Notice notice) {
    return ROOMS.stream()
        .map(room -> new NoticePage(notice, room).written())
        .filter(page -> page.length() <= LONGEST)
        .findFirst()
        .orElseGet(() -> "## Performance gate: " + notice.state() + "\n");
  }

  private String written() {
    String service = notice.service().isEmpty() ? "" : " of " + Markdown.code(notice.service());
    line("## Performance gate" + service + ": " + notice.state());
    line("");
    line(summary());
    accepted();
    reasons();
    closing();
    notice.blocking().stream().limit(room.closing()).forEach(this::regression);
    budgets();
    others();
    offer();
    commits();
    return page.toString();
  }

  private String summary() {
    return switch (notice.state()) {
      case OPEN -> "Nothing that closes the gate is proven.";
      case CLOSED -> {
        long broken = notice.budgets().stream().filter(Budget::closes).count();
        List<String> parts = new ArrayList<>();
        Stream.of("regressed", "missing", "failed")
            .forEach(verdict -> {
              long count =
                  notice.closing().stream().filter(row -> row.verdict().equals(verdict)).count();
              if (count > 0) {
                parts.add("%d %s".formatted(count, verdict));
              }
            });
        if (broken > 0) {
          parts.add("%d budget%s broken".formatted(broken, broken == 1 ? "" : "s"));
        }
        yield "**" + String.join(", ", parts) + ".**";
      }
      case UNDECIDED -> "**It could not be judged.**";
    };
  }

  /// First of all, what is let through and by whom.
  private void accepted() {
    if (!notice.accepted().isEmpty()) {
      line("");
      line("> [!WARNING]");
      line("> **Accepted, not mended: " + notice.accepted().size() + "**");
      line(">");
      notice.accepted().stream().limit(MOST_WORDS).forEach(each -> line("> - " + sentence(each)));
      left("> - ", notice.accepted().size());
    }
    if (!notice.refused().isEmpty()) {
      line("");
      line("Acknowledgements that do not hold:");
      line("");
      words(notice.refused());
    }
  }

  private static String sentence(Accepted accepted) {
    String limit =
        accepted.upTo().isEmpty() ? "" : ", accepted up to " + Markdown.plain(accepted.limit());
    String effect =
        accepted.effect().isEmpty()
            ? ""
            : " " + EffectText.percent(accepted.effect().getAsDouble());
    return "%s %s: %s%s%s, by **%s** until **%s**: %s (%s)"
        .formatted(
            Markdown.code(accepted.benchmark()),
            Markdown.code(accepted.metric()),
            Markdown.plain(accepted.verdict()),
            effect,
            limit,
            Markdown.plain(accepted.owner()),
            Markdown.plain(accepted.expires()),
            Markdown.plain(accepted.reason()),
            Markdown.code(accepted.place()));
  }

  /// Those that the tables do not show.
  private void reasons() {
    List<String> shown = notice.rows().stream().map(row -> Printable.of(row.sentence())).toList();
    List<String> rest =
        notice.reasons().stream()
            .map(Printable::of)
            .filter(reason -> !shown.contains(reason))
            .filter(reason -> !reason.startsWith("accepted: "))
            .filter(reason -> !notice.refused().contains(reason))
            .toList();
    if (!rest.isEmpty()) {
      line("");
      words(rest);
    }
  }

  private void words(List<String> sentences) {
    sentences.stream().limit(MOST_WORDS).forEach(each -> line("- " + Markdown.plain(each)));
    left("- ", sentences.size());
  }

  private void left(String head, int all) {
    if (all > MOST_WORDS) {
      line(head + (all - MOST_WORDS) + " more");
    }
  }

  private void closing() {
    table(notice.closing(), room.closing());
  }

  private void table(List<Row> rows, int most) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    if (most > 0) {
      page.append(TABLE);
    }
    for (Row row : rows.subList(0, Math.min(most, rows.size()))) {
      line(
          "| %s | %s | %s | %s |"
              .formatted(
                  Markdown.code(row.benchmark()),
                  Markdown.code(row.metric()),
                  row.figures().isEmpty() ? "–" : row.figures(),
                  Markdown.plain(row.verdict())));
    }
    if (rows.size() > most) {
      line("");
      line((rows.size() - most) + " more are not shown.");
    }
  }

  private void regression(Regression regression) {
    Row row = regression.row();
    if (regression.slower().isEmpty() && regression.cause().isEmpty()) {
      return;
    }
    line("");
    line("### %s %s".formatted(Markdown.code(row.benchmark()), Markdown.code(row.metric())));
    if (!regression.slower().isEmpty()) {
      line("");
      line("| slower by profiles of both sides | change |\n|---|---|");
      regression
          .slower()
          .forEach(each ->
              line(
                  "| %s | %s |"
                      .formatted(Markdown.code(each.function()), Markdown.plain(each.change()))));
    }
    if (!regression.places().isEmpty()) {
      line("");
      List<String> places =
          regression.places().stream()
              .limit(NAMED_LINES)
              .map(place -> Markdown.code(place.toString()))
              .toList();
      int more = regression.places().size() - places.size();
      line(
          "Lines of the change there: "
              + String.join(", ", places)
              + (more > 0 ? " and " + more + " more" : ""));
    }
    if (!regression.cause().isEmpty()) {
      line("");
      line("Likely cause, by the change alone: " + Markdown.plain(regression.cause()));
    }
    regression
        .advice()
        .ifPresent(advice -> {
          line("");
          line("Advice, which decides nothing: " + Markdown.plain(advice));
        });
  }

  private void budgets() {
    List<Budget> broken = notice.budgets().stream().filter(Budget::closes).toList();
    if (!broken.isEmpty()) {
      line("");
      broken.forEach(budget -> line("- budget broken: " + Markdown.plain(budget.name())));
    }
  }

  private void others() {
    List<Row> others =
        notice.rows().stream()
            .filter(row -> !row.closes())
            .sorted((one, other) -> Boolean.compare(one.isUnchanged(), other.isUnchanged()))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    line("");
    line("<details><summary>%d that close nothing</summary>".formatted(others.size()));
    table(others, room.others());
    line("");
    line("</details>");
  }

  /// How a team lets one through: by words of its own, in the repository.
  private void offer() {
    if (notice.blocking().isEmpty()) {
      return;
    }
    line("");
    line("<details><summary>Accept one</summary>");
    line("");
    line("In `hone-accepted.yaml` beside hone.yaml, in this very change:");
    line("");
    page.append(Markdown.block("yaml", Acknowledgement.of(notice.blocking().getFirst().row())));
    line("");
    line("</details>");
  }

  private void commits() {
    if (!notice.base().isEmpty()) {
      line("");
      line(
          "Base %s, head %s. Numbers decide; causes and advice do not."
              .formatted(
                  Markdown.code(shortened(notice.base())),
                  Markdown.code(shortened(notice.head()))));
    }
  }

  private static String shortened(String id) {
    return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
