package hone.cli;

import hone.gate.EffectText;
import hone.gate.Judgement;
import hone.gate.WarmUp;
import hone.measure.Beside;
import hone.report.JudgementDocument;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What runs tell beside the verdicts, for people and for programs.
final class BesideTable {

  private static final int WIDTH = 80;

  private BesideTable() {}

  /// Processor time of whole runs and whether the benchmarks were warm, in 80 columns; nothing
  /// where there were no runs.
  static String of(Beside beside) {
    StringBuilder text = new StringBuilder();
    if (!beside.wholeRuns().isEmpty()) {
      text.append("whole runs, start-up included; no verdict rests on this:\n");
    }
    for (Judgement whole : beside.wholeRuns()) {
      String line =
          "%s %s, %s".formatted(whole.metric().name(), EffectText.figures(whole), whole.verdict());
      text.append(Paragraph.wrapped("  ", line, WIDTH, 4)).append('\n');
    }
    if (!beside.warmUps().isEmpty()) {
      text.append("warm-up: ").append(beside.counts()).append('\n');
    }
    return text.toString();
  }

  /// The same as `whole_runs` and `warm_up` of the gate's document.
  static void into(ObjectNode document, Beside beside) {
    ArrayNode whole = document.putArray("whole_runs");
    beside.wholeRuns().forEach(each -> whole.add(JudgementDocument.of(each)));
    ArrayNode warmUps = document.putArray("warm_up");
    for (WarmUp each : beside.warmUps()) {
      ObjectNode object = warmUps.addObject();
      object.put("benchmark", each.benchmark()).put("metric", each.metric().name());
      object.put("state", each.state().name().toLowerCase(Locale.ROOT));
      object.put("effect", each.effect()).put("p", each.p()).put("runs", each.runCount());
      object.put("unsettled", each.unsettled());
    }
  }
}
