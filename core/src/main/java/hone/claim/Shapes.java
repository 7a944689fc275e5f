package hone.claim;

import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.finding.ProfileOf;
import hone.profile.Profile;
import hone.view.CallGraph;
import hone.view.RowId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How the functions of a profile hang together: its costliest stacks, and who calls the costliest
/// functions and whom they call.
final class Shapes {

  private static final int MOST_STACKS = 12;
  private static final int MOST_FUNCTIONS = 12;
  private static final int MOST_CALLS = 4;
  private static final int MOST_FRAMES = 10;
  private static final int FRAME_CHARACTERS = 60;

  private Shapes() {}

  /// The costliest stacks, each with its last frames, root first.
  static void stacks(Page page, ProfileOf profile, List<String> leftOut) {
    Profile read = profile.profile();
    Map<Integer, Long> values = values(read);
    page.row("\nStacks by " + profile.kind().text() + ": %, frames root first");
    Set<Integer> shown = new HashSet<>();
    values.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Integer, Long> entry) -> -entry.getValue())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_STACKS)
        .forEach(entry -> {
          if (page.row(stack(read, entry.getKey(), entry.getValue()))) {
            shown.add(entry.getKey());
          }
        });
    if (shown.size() < values.size()) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d stacks of %s (%s)",
              values.size() - shown.size(),
              values.size(),
              profile.kind().text(),
              LeftOut.of(read, shown::contains)));
    }
  }

  private static Map<Integer, Long> values(Profile profile) {
    Map<Integer, Long> values = new HashMap<>();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long value = profile.value(profile.defaultType(), sample);
      if (profile.sampleStack(sample) != Profile.NONE && value != 0) {
        values.merge(profile.sampleStack(sample), value, Long::sum);
      }
    }
    return values;
  }

  private static String stack(Profile profile, int leaf, long value) {
    List<String> frames = new ArrayList<>();
    int at = leaf;
    while (at != Profile.NONE && frames.size() < MOST_FRAMES) {
      String name = profile.frames().get(profile.stackFrame(at)).function();
      frames.add(Marked.of(name, FRAME_CHARACTERS));
      at = profile.stackCaller(at);
    }
    return String.format(
        Locale.ROOT,
        "%6.1f  %s%s",
        Tables.percent(value, profile.total(profile.defaultType())),
        at == Profile.NONE ? "" : "… > ",
        String.join(" > ", frames.reversed()));
  }

  /// The costliest functions by cumulative value, each with its callers and callees.
  static void calls(Page page, ProfileOf profile, List<String> leftOut) {
    Profile read = profile.profile();
    List<CallGraph.Node> nodes =
        CallGraph.of(read, read.defaultType(), Granularity.FUNCTIONS, Order.CUMULATIVE);
    page.row(
        "\nCalls by cumulative " + profile.kind().text() + ": % of the total, function, calls");
    int shown = 0;
    for (CallGraph.Node node : nodes.stream().limit(MOST_FUNCTIONS).toList()) {
      shown += page.row(calls(node, read.total(read.defaultType()))) ? 1 : 0;
    }
    Page.count(
        leftOut, shown, nodes.size(), "functions with their calls by " + profile.kind().text());
  }

  private static String calls(CallGraph.Node node, long total) {
    return String.format(
            Locale.ROOT,
            "%6.1f  %s  %s",
            Tables.percent(node.cumulative(), total),
            RowId.of(node.place().function()),
            Marked.of(node.place().function(), FRAME_CHARACTERS))
        + edges("from", node.callers(), total)
        + edges("to", node.callees(), total);
  }

  private static String edges(String word, List<CallGraph.Edge> edges, long total) {
    StringBuilder text = new StringBuilder();
    for (CallGraph.Edge edge : edges.stream().limit(MOST_CALLS).toList()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%14s %.1f %s",
              word,
              Tables.percent(edge.value(), total),
              Marked.of(edge.other().function(), FRAME_CHARACTERS)));
    }
    if (edges.size() > MOST_CALLS) {
      text.append(String.format(Locale.ROOT, "%n%14s %d more", word, edges.size() - MOST_CALLS));
    }
    return text.toString();
  }
}
