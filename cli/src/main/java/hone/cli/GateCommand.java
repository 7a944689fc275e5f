package hone.cli;

import hone.audit.Project;
import hone.audit.Revisions;
import hone.report.BudgetTable;
import hone.report.JudgementTable;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Opens or closes the gate for a change, by measurements alone.
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a change against where it left the default branch, and opens or closes the gate.",
      "Exit code 0: open; 1: closed; 4: could not judge. Writes perf-gate.json."
    },
    footer = {"", "Example: hone gate --base main"})
final class GateCommand implements Callable<Integer> {

  @Mixin private ProjectOptions project;
  @Mixin private MeasureOptions measure;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description = "The baseline (default: where HEAD left the default branch).")
  private @Nullable String base;

  @Option(names = "--head", paramLabel = "REF", description = "The change (default: HEAD).")
  private @Nullable String head;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Revisions.Judged judged =
          Revisions.of(bench.parts(), found, Optional.ofNullable(base), Optional.ofNullable(head))
              .judged(
                  measure.settings(Optional.empty(), List.of()),
                  Screens.listener(spec, project.json()));
      String document = GateScreen.document(judged).toPrettyString();
      AtomicFile.write(found.home().resolve("perf-gate.json"), document + "\n");
      show(judged, document);
      return GateScreen.exitCode(judged.result().state());
    }
  }

  private void show(Revisions.Judged judged, String document) {
    PrintWriter out = spec.commandLine().getOut();
    if (project.json()) {
      out.println(document);
      return;
    }
    out.print(JudgementTable.of(judged.result().judgements()));
    out.print(BudgetTable.of(judged.budgets()));
    out.println("gate: " + judged.result().state());
    judged.result().reasons().forEach(reason -> out.println("  " + reason));
  }
}
