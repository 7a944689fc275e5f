package hone.cli;

import hone.audit.Analysis;
import hone.audit.Audit;
import hone.audit.Project;
import hone.audit.Report;
import hone.audit.RunDirectory;
import hone.audit.Stage;
import hone.finding.Circumstances;
import hone.finding.Findings;
import hone.input.Printable;
import hone.report.FindingsDocument;
import hone.report.FindingsTable;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes findings of profiles.
@Command(
    name = "analyse",
    aliases = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Makes findings of profiles of one service; without a file, of those of the latest run.",
      "Files and lines come from the profiles and exist in the repository's last commit."
    },
    footer = {"", "Example: hone analyse --loaded cpu.prof allocs.prof"})
final class AnalyseCommand implements Callable<Integer> {

  @Mixin private ProjectOptions project;

  @Parameters(paramLabel = "PROFILE", arity = "0..*", description = "Profiles in any known format.")
  private List<Path> profiles = new ArrayList<>();

  @Option(
      names = "--loaded",
      description = "The service was under load; without it no finding is critical.")
  private boolean loaded;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Also write the JSON document there.")
  private @Nullable Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Findings findings = profiles.isEmpty() ? ofLatestRun(bench, found) : ofFiles(bench, found);
      String document = FindingsDocument.of(findings);
      if (output != null) {
        AtomicFile.write(output, document);
      }
      spec.commandLine().getOut().print(project.json() ? document : FindingsTable.of(findings));
      return ExitCode.DONE;
    }
  }

  private Findings ofLatestRun(Workbench bench, Project found) throws Refusal, IOException {
    RunDirectory run = RunDirectory.existing(found.home(), Optional.empty());
    Report report =
        Audit.resume(bench.parts(), found, run)
            .until(Stage.ANALYSE, Screens.listener(spec, project.json()));
    return report.findings().orElseThrow();
  }

  private Findings ofFiles(Workbench bench, Project found) throws Refusal, IOException {
    Analysis analysis =
        new Analysis(
            bench.parts().formats(),
            found,
            found.repository().commit("HEAD"),
            new Circumstances(loaded, Optional.empty(), List.of()));
    return analysis.findings(
        profiles.stream().map(Analysis.Input::of).toList(),
        diagnostic ->
            spec.commandLine().getErr().println("hone: " + Printable.of(diagnostic.toString())));
  }
}
