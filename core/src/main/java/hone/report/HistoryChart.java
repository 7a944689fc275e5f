package hone.report;

import hone.gate.EffectText;
import hone.history.Chain;
import hone.history.Creep;
import hone.history.Figure;
import hone.history.History;
import hone.history.Revision;
import hone.history.Story;
import hone.history.Track;
import hone.input.Printable;
import hone.stat.ChangePoint;
import hone.unit.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A history as text, at most 80 columns wide: for each benchmark and metric a chart with a row for
/// each revision, then what changed.
///
/// ```
/// search  sec/op, lower is better
///   chained from 3 comparisons
///   6f1d20c3a    0.0 %  |●
///   0b7e9a411   +2.1 %  |  ●
///   since v1.2: +4.3 % [+2.9, +5.8] in 3 comparisons: within 5 %
/// ```
///
/// @param since the release that creep is judged from; empty for the whole line
/// @param rows  of each chart, the newest; 0 for all
public record HistoryChart(History.Watch watch, String since, int rows) {

  private static final int WIDTH = 80;

  /// The charts, each line ended.
  public String of(History history) {
    List<String> lines = new ArrayList<>();
    for (Story story : history.stories()) {
      lines.addAll(story(story));
      lines.add("");
    }
    if (history.stories().isEmpty()) {
      lines.add("nothing measured on this line of commits");
    }
    lines.add(
        "%d entries%s"
            .formatted(
                history.entries(),
                history.elsewhere() == 0
                    ? ""
                    : ", %d of commits that are not on this line".formatted(history.elsewhere())));
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(cut(line)).append('\n'));
    return text.toString();
  }

  private List<String> story(Story story) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s, %s is better"
            .formatted(
                Printable.of(story.benchmark(), WIDTH / 2),
                Printable.of(story.metric().name(), WIDTH / 4),
                story.metric().better()));
    lines.addAll(chain(story.chain()));
    for (Track track : story.tracks()) {
      boolean isChained = !story.chain().links().isEmpty();
      if (!isChained || !track.changes().isEmpty()) {
        lines.addAll(track(track, story));
      }
    }
    story.creep().ifPresent(creep -> lines.add("  " + creep(creep)));
    return lines;
  }

  private List<String> chain(Chain chain) {
    List<Plot.Row> plotted = new ArrayList<>();
    int segment = 0;
    for (Chain.Link link : chain.links()) {
      String note =
          link.segment() == segment || segment == 0 ? "" : "not compared with those above";
      segment = link.segment();
      plotted.add(
          new Plot.Row(
              link.revision().shortName(),
              EffectText.percent(link.level().effect()),
              link.level().effect(),
              note));
    }
    return plot("by comparisons within runs, on whatever machine", plotted);
  }

  private List<String> track(Track track, Story story) {
    Map<Integer, ChangePoint> changes = new HashMap<>();
    track.changes().forEach(change -> changes.put(change.at(), change));
    List<Plot.Row> plotted = new ArrayList<>();
    double first = track.points().getFirst().summary().median();
    for (int i = 0; i < track.points().size(); i++) {
      Track.Point point = track.points().get(i);
      double median = point.summary().median();
      ChangePoint change = changes.get(i);
      plotted.add(
          new Plot.Row(
              point.revision().shortName(),
              Printable.of(new Quantity(median, story.metric().unit()).toString(), 14),
              first == median ? 0 : first == 0 ? Double.POSITIVE_INFINITY : median / first - 1,
              change == null ? "" : "◀ change"));
    }
    String heading = "absolute, on machine " + track.machine().hash();
    if (plotted.size() > 1 && plotted.stream().allMatch(row -> row.share() == 0)) {
      return List.of(
          "  %s: %s in all %d".formatted(heading, plotted.getFirst().text(), plotted.size()));
    }
    List<String> lines = plot(heading, plotted);
    track.changes().forEach(change -> lines.add("  " + change(track, change)));
    return lines;
  }

  private List<String> plot(String heading, List<Plot.Row> plotted) {
    if (plotted.isEmpty()) {
      return new ArrayList<>();
    }
    int from = rows == 0 ? 0 : Math.max(0, plotted.size() - rows);
    List<String> lines = new ArrayList<>();
    lines.add("  " + heading + (from == 0 ? "" : "; %d earlier not shown".formatted(from)));
    lines.addAll(new Plot(plotted.subList(from, plotted.size())).lines());
    return lines;
  }

  private static String change(Track track, ChangePoint change) {
    String size =
        track.isRatio()
            ? change(track.change(change))
            : String.format(Locale.ROOT, "%+.4g in the unit", change.shift().estimate());
    return String.format(
        Locale.ROOT,
        "change at %s (%s to %s): %s, p = %.4f",
        name(track, change.at()),
        name(track, change.earliest()),
        name(track, change.latest()),
        size,
        change.adjustedP());
  }

  private static String name(Track track, int place) {
    Revision revision = track.points().get(place).revision();
    return revision.shortName();
  }

  private String creep(Creep creep) {
    return "since %s: %s in %d comparison%s: %s"
        .formatted(
            since.isEmpty() ? creep.from().shortName() : Printable.of(since, WIDTH / 4),
            change(creep.change()),
            creep.ratios(),
            creep.ratios() == 1 ? "" : "s",
            creep.verdict());
  }

  private static String change(Figure.Change change) {
    return EffectText.percent(change.effect())
        + " "
        + EffectText.interval(change.low(), change.high());
  }

  private static String cut(String text) {
    String line = Printable.line(text);
    return line.codePointCount(0, line.length()) <= WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
  }
}
