package hone.cli;

import hone.audit.Audit;
import hone.audit.Contender;
import hone.audit.Report;
import hone.input.JsonText;
import hone.project.Project;
import hone.project.Settings;
import hone.project.Stage;
import hone.service.AgentName;
import hone.service.Language;
import hone.setup.Sample;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the whole loop on a bundled service.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the whole loop on a bundled order service: profiles it under load, finds its"
          + " bottleneck, fixes it, proves the fix.",
      "Works in a copy, with no key, no network and no model."
    },
    footer = {"", "Example: hone demo --language go"})
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "java",
      description = "java, go, python or node (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Decides the order of the runs (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Workbench bench = Workbench.open()) {
      Sample sample = Sample.of(language, home());
      Path copy = sample.copy(bench.parts().supervisor());
      Project project = bench.project(copy, Optional.empty());
      if (!json) {
        out.println("The service  " + sample.description(project.service()));
        out.flush();
      }
      Settings settings =
          new Settings(seed, Settings.BLOCKS, Optional.of(AgentName.NONE), List.of());
      Report report =
          Audit.begin(bench.parts(), project, settings)
              .until(Stage.DELIVER, Screens.listener(spec, json));
      if (json) {
        out.println(JsonText.line(AuditScreen.document(report, project)));
      } else {
        next(report, copy, out);
      }
      return ExitCode.DONE;
    }
  }

  private static void next(Report report, Path copy, PrintWriter out) {
    out.println("Next: cd " + copy);
    for (Contender contender : report.contenders()) {
      contender.branch().ifPresent(branch -> out.println("  see the patch  git show " + branch));
      contender
          .evidence()
          .ifPresent(page -> out.println("  the evidence   " + copy.relativize(page)));
    }
    out.println("  your service   cd YOUR-SERVICE && hone init");
  }

  private static Path home() throws Refusal {
    String home = System.getProperty("hone.home", "");
    if (home.isEmpty()) {
      throw Refusal.tool("the bundled services are in hone's source tree: start hone with ./hone");
    }
    return Path.of(home);
  }
}
