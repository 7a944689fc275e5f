package hone.cli;

import hone.audit.Contender;
import hone.audit.Report;
import hone.finding.Findings;
import hone.input.JsonText;
import hone.policy.ChangeKind;
import hone.project.Project;
import hone.report.BudgetDocument;
import hone.report.BudgetTable;
import hone.report.EvidenceDocument;
import hone.report.FindingsDocument;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a run of the loop has come to, for people and for programs.
final class AuditScreen {

  private static final JsonMapper JSON = JsonMapper.shared();

  private AuditScreen() {}

  static void show(Report report, Project project, PrintWriter out, boolean json) {
    if (json) {
      out.println(JsonText.line(document(report, project)));
    } else {
      out.print(BudgetTable.of(report.budgets()));
      if (report.breaksBudget()) {
        out.println("Gate closed: the service breaks a budget of its standards.");
      }
      out.println("Run " + report.run() + " is in " + Path.of(".hone", "runs", report.run()));
      report
          .contenders()
          .forEach(contender ->
              contender
                  .branch()
                  .ifPresent(branch -> out.println("See the patch: git show " + branch)));
    }
  }

  /// The document of `hone audit --json`.
  static ObjectNode document(Report report, Project project) {
    ObjectNode document = JSON.createObjectNode();
    document.put("run", report.run()).put("service", report.service());
    document.put("gate", report.breaksBudget() ? "closed" : "open");
    document.set("budgets", BudgetDocument.of(report.budgets()));
    report
        .findings()
        .ifPresent(findings -> document.set("evidence", EvidenceDocument.of(findings.evidence())));
    document.set(
        "findings", report.findings().map(AuditScreen::hotspots).orElse(JSON.createArrayNode()));
    ArrayNode candidates = document.putArray("candidates");
    for (Contender contender : report.contenders()) {
      candidates.add(candidate(contender, project));
    }
    return document;
  }

  private static ArrayNode hotspots(Findings findings) {
    return (ArrayNode) JSON.readTree(FindingsDocument.of(findings)).required("hotspots");
  }

  private static ObjectNode candidate(Contender contender, Project project) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("finding", contender.attempt().candidate().finding().orElse(null));
    entry.put("source", contender.attempt().candidate().source());
    entry.put("kind", contender.attempt().kind().map(ChangeKind::text).orElse(null));
    entry.put("verdict", contender.verdict());
    entry.put("reason", contender.rejection().map(fallen -> fallen.reason()).orElse(""));
    contender
        .headline()
        .ifPresent(best -> {
          entry.put("benchmark", best.benchmark()).put("metric", best.metric().name());
          entry.put("effect", best.effect());
          entry.putArray("interval").add(best.low()).add(best.high());
          entry.put("p", best.p());
        });
    ArrayNode warnings = entry.putArray("warnings");
    contender.warnings().forEach(warnings::add);
    entry.put("branch", contender.branch().orElse(null));
    entry.put("pull_request", contender.pullRequest().orElse(null));
    Optional<Path> evidence = contender.evidence();
    entry.put(
        "evidence", evidence.map(page -> project.home().relativize(page).toString()).orElse(null));
    return entry;
  }
}
