package hone.flame;

import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.profile.Profile;
import hone.unit.Quantity;
import hone.unit.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a flame graph shows, as tables that need neither eyes nor a script.
final class TextTwin {

  private static final int ROWS = 100;
  private static final double LEAST_SHARE = 0.01;

  private final FlameGraph graph;
  private final StringBuilder page = new StringBuilder();

  private TextTwin(FlameGraph graph) {
    this.graph = graph;
  }

  /// HTML, with every name escaped.
  static String of(FlameGraph graph) {
    TextTwin twin = new TextTwin(graph);
    twin.functions();
    twin.path();
    return twin.page.toString();
  }

  private void functions() {
    Map<String, Hotspot> base = new HashMap<>();
    if (graph.compared()) {
      Hotspots.of(graph.merged(), FlameGraph.BEFORE, Granularity.FUNCTIONS)
          .forEach(hotspot -> base.put(hotspot.function(), hotspot));
    }
    List<Hotspot> all =
        Hotspots.of(graph.merged(), FlameGraph.AFTER, Granularity.FUNCTIONS).stream()
            .sorted(
                Comparator.comparingLong((Hotspot hotspot) ->
                        -Math.max(hotspot.flat(), flat(base.get(hotspot.function()))))
                    .thenComparing(Hotspot::function))
            .toList();
    open(
        "Functions by what they cost themselves"
            + (all.size() > ROWS ? ", the first " + ROWS + " of " + all.size() : ""));
    header(
        graph.compared()
            ? List.of("function", "self", "self before", "total", "total before")
            : List.of("function", "self", "of all", "total", "of all"));
    for (Hotspot hotspot : all.stream().limit(ROWS).toList()) {
      row(hotspot, base.get(hotspot.function()));
    }
    page.append("</tbody></table>\n");
  }

  private static long flat(@Nullable Hotspot hotspot) {
    return hotspot == null ? 0 : hotspot.flat();
  }

  private void row(Hotspot hotspot, @Nullable Hotspot base) {
    String second = graph.compared() ? quantity(flat(base)) : share(hotspot.flat(), graph.total());
    String fourth =
        graph.compared()
            ? quantity(base == null ? 0 : base.cumulative())
            : share(hotspot.cumulative(), graph.total());
    cells(
        hotspot.function(),
        List.of(quantity(hotspot.flat()), second, quantity(hotspot.cumulative()), fourth));
  }

  /// From the root always the costliest call, as long as it matters.
  private void path() {
    Profile merged = graph.merged();
    int column = graph.total() > 0 ? FlameGraph.AFTER : FlameGraph.BEFORE;
    long[] totals = totals(merged, column);
    int[] heaviest = new int[merged.stackCount()];
    int first = Profile.NONE;
    Arrays.fill(heaviest, Profile.NONE);
    for (int stack = 0; stack < totals.length; stack++) {
      int caller = merged.stackCaller(stack);
      if (caller == Profile.NONE) {
        first = heavier(totals, first, stack);
      } else {
        heaviest[caller] = heavier(totals, heaviest[caller], stack);
      }
    }
    open("The costliest way down");
    header(List.of("function", "total", "of all"));
    List<Integer> way = new ArrayList<>();
    for (int at = first; at != Profile.NONE; at = heaviest[at]) {
      way.add(at);
    }
    for (int stack : way) {
      if (totals[stack] >= merged.total(column) * LEAST_SHARE) {
        cells(
            merged.frames().get(merged.stackFrame(stack)).function(),
            List.of(quantity(totals[stack]), share(totals[stack], merged.total(column))));
      }
    }
    page.append("</tbody></table>\n");
  }

  private static int heavier(long[] totals, int one, int other) {
    return one == Profile.NONE || totals[other] > totals[one] ? other : one;
  }

  private static long[] totals(Profile merged, int column) {
    long[] totals = new long[merged.stackCount()];
    for (int sample = 0; sample < merged.sampleCount(); sample++) {
      int stack = merged.sampleStack(sample);
      if (stack != Profile.NONE) {
        totals[stack] += merged.value(column, sample);
      }
    }
    for (int stack = totals.length - 1; stack >= 0; stack--) {
      int caller = merged.stackCaller(stack);
      if (caller != Profile.NONE) {
        totals[caller] += totals[stack];
      }
    }
    return totals;
  }

  private void open(String caption) {
    page.append("<table><caption>").append(Html.text(caption)).append("</caption>\n");
  }

  private void header(List<String> names) {
    page.append("<thead><tr>");
    names.forEach(
        name -> page.append("<th scope=\"col\">").append(Html.text(name)).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
  }

  private void cells(String name, List<String> numbers) {
    page.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th>");
    numbers.forEach(number -> page.append("<td>").append(Html.text(number)).append("</td>"));
    page.append("</tr>\n");
  }

  private String quantity(long value) {
    return new Quantity(value, graph.type().unit()).toString();
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "" : new Share((double) part / whole).toString();
  }
}
