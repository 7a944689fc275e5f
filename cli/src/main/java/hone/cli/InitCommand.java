package hone.cli;

import hone.service.Language;
import hone.setup.Proposal;
import hone.workspace.AtomicFile;
import hone.workspace.Git;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes first settings and standards for a service.
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes hone.yaml and the performance section of AGENTS.md for the service in this directory.",
      "Shows what it would write, and writes with --yes; what is there already stays as it is."
    },
    footer = {"", "Example: hone init --yes"})
final class InitCommand implements Callable<Integer> {

  private static final String HEADING = "Performance Engineering Standards";

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

  @Option(names = "--yes", description = "Write the files.")
  private boolean write;

  @Option(names = "--force", description = "Replace a hone.yaml that is there.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    Path home = directory.toAbsolutePath().normalize();
    Proposal proposal = proposal(home);
    settings(home.resolve("hone.yaml"), proposal.settings());
    standards(home.resolve("AGENTS.md"), proposal.standards());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        write
            ? "Next: check hone.yaml, commit both files, then: hone audit"
            : "Nothing was written; to write: hone init --yes");
    return ExitCode.DONE;
  }

  private Proposal proposal(Path home) throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Repository repository = Repository.holding(new Git(bench.parts().supervisor()), home);
      String prefix = repository.root().toRealPath().relativize(home.toRealPath()).toString();
      List<String> paths =
          repository.files(repository.commit("HEAD")).stream()
              .filter(path -> prefix.isEmpty() || path.startsWith(prefix + "/"))
              .map(path -> prefix.isEmpty() ? path : path.substring(prefix.length() + 1))
              .toList();
      Language chosen =
          Optional.ofNullable(language)
              .or(() -> Language.detected(paths))
              .orElseThrow(
                  () -> Refusal.input(home + ": cannot tell the language; choose with --language"));
      return Proposal.of(String.valueOf(home.getFileName()), chosen, paths);
    }
  }

  private void settings(Path file, String text) throws IOException {
    if (Files.exists(file) && !force) {
      said(file, "is there already: left as it is (--force replaces it)");
      return;
    }
    put(file, text);
  }

  private void standards(Path file, String section) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    if (before.contains(HEADING)) {
      said(file, "has the section '" + HEADING + "' already: left as it is");
      return;
    }
    put(file, before.isEmpty() ? section : before.stripTrailing() + "\n\n" + section);
  }

  private void put(Path file, String text) throws IOException {
    if (write) {
      AtomicFile.write(file, text);
      said(file, "written");
      return;
    }
    said(file, "would be:");
    text.lines().forEach(line -> spec.commandLine().getOut().println("    " + line));
  }

  private void said(Path file, String what) {
    spec.commandLine().getOut().println(file.getFileName() + " " + what);
  }
}
