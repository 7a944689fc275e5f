package hone.audit;

import hone.advice.Inquiry;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.input.Diagnostic;
import hone.input.Source;
import hone.project.Listener;
import hone.project.Parts;
import hone.project.Project;
import hone.project.Recorded;
import hone.project.RunDirectory;
import hone.project.RunState;
import hone.project.Stage;
import hone.report.FindingsDocument;
import hone.unit.Share;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/// Makes findings of what was collected, once for each run.
record AnalyseStage(Parts parts, Project project, RunDirectory run, RunState state) {

  Findings result(Recorded recorded, Listener listener) throws Refusal, IOException {
    if (!Files.exists(run.findingsFile())) {
      listener.begins(Stage.ANALYSE, "reading profiles");
      AtomicFile.write(run.findingsFile(), FindingsDocument.of(findings(recorded, listener)));
    }
    Findings findings = FindingsDocument.read(Source.of(run.findingsFile()));
    listener.ends(Stage.ANALYSE, summary(findings));
    return findings;
  }

  private Findings findings(Recorded recorded, Listener listener) throws Refusal, IOException {
    return inquiry(recorded, diagnostic -> listener.notes(diagnostic.toString())).findings();
  }

  /// The findings with all that they are made of, read anew.
  Inquiry inquiry(Recorded recorded, Consumer<Diagnostic> passedOver) throws Refusal, IOException {
    List<Analysis.Input> inputs =
        recorded.profiles().stream()
            .map(profile ->
                new Analysis.Input(
                    run.directory().relativize(profile.file()).toString(), profile.file()))
            .toList();
    return new Analysis(
            parts.formats(), project, state.base(), recorded.conditions(recorded.budgets(project)))
        .inquiry(inputs, passedOver);
  }

  private static String summary(Findings findings) {
    if (findings.hotspots().isEmpty() || findings.evidence().isInsufficient()) {
      return findings.summary();
    }
    Finding top = findings.hotspots().getFirst();
    return "%s:%d  %s  %s of %s  %s  %s"
        .formatted(
            top.file(),
            top.line(),
            top.function(),
            new Share(top.share()),
            top.profile().text(),
            top.category().text(),
            top.severity().text());
  }
}
