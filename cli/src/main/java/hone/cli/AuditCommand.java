package hone.cli;

import hone.audit.Audit;
import hone.audit.Report;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.Stage;
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
import picocli.CommandLine.Spec;

/// Runs the whole loop on a service.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole loop on a service: standards, collect, analyse, optimise, measure, gate,"
          + " deliver.",
      "Everything is kept in .hone/runs/<id>; a run that was ended goes on with --resume."
    },
    footer = {"", "Example: hone audit --seed 7"})
final class AuditCommand implements Callable<Integer> {

  @Mixin private ProjectOptions project;
  @Mixin private MeasureOptions measure;
  @Mixin private AgentOptions agent;
  @Mixin private HistoryOptions history;

  @Option(
      names = "--candidate",
      paramLabel = "PATCH",
      description = "A patch to try beside those of the recipes; may be given several times.")
  private List<Path> candidates = new ArrayList<>();

  @Option(
      names = "--resume",
      arity = "0..1",
      paramLabel = "RUN",
      fallbackValue = "",
      description = "Go on with this run, or with the latest one.")
  private @Nullable String resume;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Audit audit = audit(bench, found);
      Report report = audit.until(Stage.DELIVER, Screens.listener(spec, project.json()));
      history.add(found, audit, report);
      AuditScreen.show(report, found, spec.commandLine().getOut(), project.json());
      return ExitCode.DONE;
    }
  }

  private Audit audit(Workbench bench, Project found) throws Refusal, IOException {
    if (resume == null) {
      return Audit.begin(bench.parts(), found, measure.settings(agent.name(), candidates));
    }
    Optional<String> id = resume.isEmpty() ? Optional.empty() : Optional.of(resume);
    return Audit.resume(bench.parts(), found, RunDirectory.existing(found.home(), id));
  }
}
