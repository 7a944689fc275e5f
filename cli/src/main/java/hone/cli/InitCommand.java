package hone.cli;

import hone.input.JsonText;
import hone.input.Printable;
import hone.service.Delivery.Forge;
import hone.service.Language;
import hone.setup.Proposal;
import hone.setup.ProposedFile;
import hone.setup.RepositoryFiles;
import hone.setup.Setup;
import hone.workspace.Git;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes first settings and standards for a service.
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes hone.yaml, the performance section of AGENTS.md, the perf-auditor skill and the CI"
          + " workflow for the service in this directory.",
      "Shows first what would change; asks on a terminal, and writes without asking with --yes."
    },
    footer = {"", "Example: hone init --ci github"})
final class InitCommand implements Callable<Integer> {

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Directory of the service (default: the current one).")
  private Path directory;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "java, go, python or node (default: from the tracked files).")
  private @Nullable Language language;

  @Option(
      names = "--ci",
      paramLabel = "CI",
      description =
          "Workflow for github, gitlab or gitea, or none (default: from the tracked files).")
  private @Nullable Forge ci;

  @Option(names = "--yes", description = "Write without asking.")
  private boolean yes;

  @Option(
      names = "--force",
      description = "Replace settings, skill and workflow that are there; never standards.")
  private boolean force;

  @Option(names = "--json", description = "Print one JSON object; writes only with --yes.")
  private boolean json;

  @Spec private CommandSpec spec;

  /// What would be done, and where.
  private record Plan(Setup setup, Proposal proposal, List<ProposedFile> files) {

    List<ProposedFile> changes() {
      return files.stream().filter(file -> file.action() != ProposedFile.Action.KEEP).toList();
    }
  }

  @Override
  public Integer call() throws Refusal, IOException {
    Plan plan = plan(directory.toAbsolutePath().normalize());
    if (!json) {
      show(plan);
    }
    boolean write = !plan.changes().isEmpty() && (yes || (!json && agreed()));
    if (write) {
      for (ProposedFile file : plan.changes()) {
        plan.setup().write(file);
      }
    }
    if (json) {
      spec.commandLine().getOut().print(JsonText.page(document(plan, write)));
    } else {
      end(plan, write);
    }
    return ExitCode.DONE;
  }

  private Plan plan(Path home) throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Repository repository = Repository.holding(new Git(bench.parts().supervisor()), home);
      Path root = repository.root().toRealPath();
      String below = root.relativize(home.toRealPath()).toString().replace('\\', '/');
      String prefix = below.isEmpty() ? "" : below + "/";
      String head = repository.commit("HEAD");
      List<String> tracked = repository.files(head);
      List<String> paths =
          tracked.stream()
              .filter(path -> path.startsWith(prefix))
              .map(path -> path.substring(prefix.length()))
              .toList();
      Language chosen =
          Optional.ofNullable(language)
              .or(() -> Language.detected(paths))
              .orElseThrow(
                  () -> Refusal.input(home + ": cannot tell the language; choose with --language"));
      RepositoryFiles files =
          new RepositoryFiles(paths, path -> repository.text(head, prefix + path));
      Proposal proposal = Proposal.of(String.valueOf(home.getFileName()), chosen, files);
      Setup setup = new Setup(root, prefix, force);
      Forge forge = Optional.ofNullable(ci).orElseGet(() -> Setup.forge(tracked));
      return new Plan(setup, proposal, setup.files(proposal, forge));
    }
  }

  private void show(Plan plan) {
    PrintWriter out = spec.commandLine().getOut();
    for (ProposedFile file : plan.files()) {
      if (!file.note().isEmpty()) {
        out.println(file.path() + " " + file.note());
      }
      file.diff().forEach(line -> out.println(Printable.lines(line)));
    }
    if (!plan.changes().isEmpty() && !plan.proposal().guesses().isEmpty()) {
      out.println();
      out.println("Guessed, check in hone.yaml: " + String.join(", ", plan.proposal().guesses()));
    }
  }

  private void end(Plan plan, boolean written) {
    PrintWriter out = spec.commandLine().getOut();
    if (plan.changes().isEmpty()) {
      out.println("Nothing to do.");
    } else if (written) {
      plan.changes().forEach(file -> out.println(file.path() + " written"));
      out.println("Next: check hone.yaml, commit the files, then: hone audit");
    } else {
      out.println("Nothing was written; to write: hone init --yes");
    }
  }

  /// Asks where somebody can answer; nobody there means no.
  private boolean agreed() {
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    spec.commandLine().getOut().flush();
    return console
        .map(terminal -> terminal.readLine("%nWrite this? [y/N] "))
        .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y(es)?"))
        .isPresent();
  }

  private static ObjectNode document(Plan plan, boolean written) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("written", written);
    ArrayNode files = document.putArray("files");
    for (ProposedFile file : plan.files()) {
      ObjectNode entry = files.addObject().put("path", file.path());
      entry.put("action", file.action().text()).put("note", file.note());
      entry.put("diff", String.join("\n", file.diff()));
    }
    ArrayNode guesses = document.putArray("guesses");
    plan.proposal().guesses().forEach(guesses::add);
    return document;
  }
}
