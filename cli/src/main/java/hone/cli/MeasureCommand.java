package hone.cli;

import hone.gate.GateResult;
import hone.input.JsonText;
import hone.input.Printable;
import hone.project.Project;
import hone.report.BudgetTable;
import hone.report.JudgementTable;
import hone.revision.Revisions;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures two revisions against each other.
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = "Runs the benchmarks of two revisions, randomised and interleaved.",
    footer = {"", "Example: hone measure main my-branch --seed 7"})
final class MeasureCommand implements Callable<Integer> {

  @Mixin private ProjectOptions project;
  @Mixin private MeasureOptions measure;
  @Mixin private RevisionOptions revision;
  @Mixin private HistoryOptions history;

  @Parameters(index = "0", paramLabel = "BASE", description = "The baseline: a commit or branch.")
  private String base;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HEAD",
      description = "What is measured against it (default: HEAD).")
  private @Nullable String head;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Revisions revisions =
          Revisions.of(bench.parts(), found, Optional.of(base), Optional.ofNullable(head));
      Revisions.Judged judged =
          revisions.judged(
              measure.settings(), revision.manner(), Screens.listener(spec, project.json()));
      history.add("measure", found, judged, bench.parts().clock());
      show(found, judged);
      return judged.result().state() == GateResult.State.UNDECIDED ? ExitCode.TOOL : ExitCode.DONE;
    }
  }

  private void show(Project found, Revisions.Judged judged) {
    if (project.json()) {
      spec.commandLine().getOut().println(JsonText.line(GateScreen.document(found, judged)));
    } else {
      PrintWriter out = spec.commandLine().getOut();
      out.print(JudgementTable.of(judged.result().judgements()));
      out.print(BesideTable.of(judged.beside()));
      out.print(BudgetTable.of(judged.budgets()));
      judged
          .result()
          .reasons()
          .forEach(reason -> out.println(Paragraph.wrapped("  ", Printable.of(reason), 80, 4)));
    }
  }
}
