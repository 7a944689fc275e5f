package hone.cli;

import hone.gate.Acceptances;
import hone.gate.GateResult;
import hone.gate.Judgement;
import hone.gate.SelfTest;
import hone.project.Project;
import hone.report.AcceptedDocument;
import hone.report.BudgetDocument;
import hone.report.JudgementDocument;
import hone.revision.Revisions;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The gate's result for programs.
final class GateScreen {

  private GateScreen() {}

  /// The document of `hone gate --json`, which is also `perf-gate.json`.
  static ObjectNode document(Project project, Revisions.Judged judged) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("gate", judged.result().state().toString());
    document.put("exit", exitCode(judged.result().state()));
    document.put("service", project.service().name());
    document.put("settings", settings(project));
    document.put("base", judged.plan().base()).put("head", judged.plan().candidate());
    document.put("threshold", judged.threshold());
    List<Judgement> all = judged.result().judgements();
    List<Judgement> accepted =
        judged.accepted().accepted().stream().map(Acceptances.Accepted::judgement).toList();
    List<Judgement> held = all.stream().filter(each -> !accepted.contains(each)).toList();
    document.set(
        "blocking_regressions",
        JudgementDocument.blocking(held, regression -> judged.causes().of(regression, all)));
    document.set("accepted", AcceptedDocument.accepted(judged.accepted(), judged.words()));
    document.set("acceptances_refused", AcceptedDocument.refused(judged.accepted()));
    ArrayNode benchmarks = document.putArray("benchmarks");
    judged.result().judgements().forEach(each -> benchmarks.add(JudgementDocument.of(each)));
    document.set("budgets", BudgetDocument.of(judged.budgets()));
    BesideTable.into(document, judged.beside());
    ArrayNode reasons = document.putArray("reasons");
    judged.result().reasons().forEach(reasons::add);
    document.set("self_test", selfTest(judged.result()));
    return document.put("seed", judged.plan().seed()).put("run", judged.run().id());
  }

  /// Where the settings lie in the repository.
  private static String settings(Project project) {
    return project
        .repository()
        .root()
        .relativize(project.home().resolve("hone.yaml"))
        .toString()
        .replace('\\', '/');
  }

  private static JsonNode selfTest(GateResult result) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    if (result.selfTest().isEmpty()) {
      return document.nullNode();
    }
    SelfTest test = result.selfTest().get();
    document.put("unchanged", test.unchanged().toString());
    document.put("injected", test.injected().toString());
    return document.put("benchmark", test.benchmark()).put("effect", test.effect());
  }

  /// What a gate in this position tells its caller.
  static int exitCode(GateResult.State state) {
    return switch (state) {
      case OPEN -> ExitCode.DONE;
      case CLOSED -> ExitCode.GATE_CLOSED;
      case UNDECIDED -> ExitCode.TOOL;
    };
  }
}
