package hone.cli;

import hone.audit.Audit;
import hone.audit.Report;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.Stage;
import hone.service.AgentName;
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

/// The stages of the loop as commands of their own: each takes the run on to its stage's end.
final class StageCommands {

  private StageCommands() {}

  /// Profiles a service under load.
  @Command(
      name = "collect",
      mixinStandardHelpOptions = true,
      description = {
        "Starts the service, waits until it is ready, drives its load and profiles it meanwhile.",
        "Begins a new run; the profiles are in .hone/runs/<id>/profiles."
      },
      footer = {"", "Example: hone collect && hone analyse"})
  static final class Collect implements Callable<Integer> {

    @Mixin private ProjectOptions project;
    @Mixin private MeasureOptions measure;
    @Mixin private AgentOptions agent;

    @Option(
        names = "--candidate",
        paramLabel = "PATCH",
        description = "A patch that hone optimise will try; may be given several times.")
    private List<Path> candidates = new ArrayList<>();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Refusal, IOException {
      try (Workbench bench = Workbench.open()) {
        Project found = bench.project(project.directory(), project.service());
        Audit audit = Audit.begin(bench.parts(), found, measure.settings(agent.name(), candidates));
        Report report = audit.until(Stage.COLLECT, Screens.listener(spec, project.json()));
        AuditScreen.show(report, found, spec.commandLine().getOut(), project.json());
        return ExitCode.DONE;
      }
    }
  }

  /// Makes candidates for the findings of a run.
  @Command(
      name = "optimise",
      aliases = "optimize",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a candidate for each finding that a recipe cures, builds and tests it.",
        "An agent may be asked about critical and high findings that no recipe cures."
      },
      footer = {"", "Example: hone optimise"})
  static final class Optimise implements Callable<Integer> {

    @Mixin private Going going;
    @Mixin private AgentOptions agent;

    @Override
    public Integer call() throws Refusal, IOException {
      return going.on(Stage.OPTIMISE, agent.name(), Optional.empty());
    }
  }

  /// Measures, judges and delivers the candidates of a run.
  @Command(
      name = "deliver",
      mixinStandardHelpOptions = true,
      description =
          "Measures and judges the candidates of a run; makes branches of those that hold.",
      footer = {"", "Example: hone deliver"})
  static final class Deliver implements Callable<Integer> {

    @Mixin private Going going;
    @Mixin private HistoryOptions history;

    @Override
    public Integer call() throws Refusal, IOException {
      return going.on(Stage.DELIVER, Optional.empty(), Optional.of(history));
    }
  }

  /// Goes on with a run.
  static final class Going {

    @Mixin private ProjectOptions project;

    @Option(names = "--run", paramLabel = "RUN", description = "Which run (default: the latest).")
    private @Nullable String run;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// @param agent   to ask for changes; nothing for the one that the run began with
    /// @param history to add results to
    int on(Stage last, Optional<AgentName> agent, Optional<HistoryOptions> history)
        throws Refusal, IOException {
      try (Workbench bench = Workbench.open()) {
        Project found = bench.project(project.directory(), project.service());
        RunDirectory directory = RunDirectory.existing(found.home(), Optional.ofNullable(run));
        Audit begun = Audit.resume(bench.parts(), found, directory);
        Audit audit = agent.isPresent() ? begun.asking(agent.get()) : begun;
        Report report = audit.until(last, Screens.listener(spec, project.json()));
        history.ifPresent(each -> each.add(found, audit, report));
        AuditScreen.show(report, found, spec.commandLine().getOut(), project.json());
        return ExitCode.DONE;
      }
    }
  }
}
