package hone.cli;

import hone.analysis.ApplicationFiles;
import hone.analysis.Granularity;
import hone.analysis.SourceTree;
import hone.input.FormatException;
import hone.process.Supervisor;
import hone.profile.Frame;
import hone.project.FileLines;
import hone.project.RunDirectory;
import hone.project.Trees;
import hone.report.LinesDocument;
import hone.report.LinesTable;
import hone.report.Listing;
import hone.report.Listings;
import hone.view.Routine;
import hone.view.View;
import hone.workspace.Git;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the source of chosen functions with the cost of each line.
@Command(
    name = "lines",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the lines of the functions whose name matches, each with its cost.",
      "Source is read from git at the revision that is named, never from the path in the profile."
    },
    footer = {"", "Example: hone lines --revision HEAD 'main\\.render$' cpu.prof"})
final class LinesCommand implements Callable<Integer> {

  private static final String NO_REVISION = "no source without a revision: name it by --revision";
  private static final FileLines.Found NOT_THERE =
      new FileLines.Found(List.of(), Optional.of("no such file in the revision"));

  @Parameters(
      index = "0",
      paramLabel = "REGEX",
      description =
          "Finds the functions: an expression in Go's syntax, or an id such as f-1a2b3c4d.")
  private String expression;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PROFILE",
      description = "A profile in any known format; several are added up.")
  private List<Path> files;

  @Mixin private ViewOptions viewing;

  @Option(
      names = "--revision",
      paramLabel = "REF",
      description = {
        "The commit that was profiled (default: that of the run the profile is of).",
        "Without any no source is shown."
      })
  private @Nullable String revision;

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "A directory of the repository (default: the current one).")
  private Path directory;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Predicate<String> wanted = FilterOptions.functions(spec, expression);
    ViewOptions.Looked looked = viewing.look(spec, files, Granularity.LINES);
    View view = looked.view();
    List<Routine> routines = Routine.of(view.left(), view.type(), wanted);
    if (routines.isEmpty()) {
      throw new FormatException(expression, "finds no function that costs anything");
    }
    Optional<String> profiled =
        revision == null ? RunDirectory.revisionOf(files.getFirst()) : Optional.of(revision);
    Listings listings =
        profiled.isPresent()
            ? sourced(looked, routines, profiled.get())
            : new Listings(view, looked.evidence(), Optional.empty(), unsourced(routines));
    if (json) {
      spec.commandLine().getOut().println(LinesDocument.of(listings));
    } else {
      spec.commandLine().getOut().print(LinesTable.of(listings));
    }
    return ExitCode.DONE;
  }

  private static List<Listing> unsourced(List<Routine> routines) {
    return routines.stream()
        .map(routine -> new Listing(routine, Optional.empty(), List.of(), Optional.of(NO_REVISION)))
        .toList();
  }

  private Listings sourced(ViewOptions.Looked looked, List<Routine> routines, String reference)
      throws Refusal, IOException {
    try (Supervisor supervisor = Supervisor.open()) {
      Repository repository = Repository.holding(new Git(supervisor), directory);
      String commit = repository.commit(reference);
      SourceTree tree = Trees.of(repository, commit);
      ApplicationFiles files = new ApplicationFiles(tree, "", List.of(""));
      FileLines lines = new FileLines(repository, commit, tree);
      List<Listing> listings = new ArrayList<>();
      for (Routine routine : routines) {
        Optional<String> path = files.file(new Frame(routine.function(), routine.file(), 0));
        FileLines.Found found = path.isPresent() ? lines.of(path.get()) : NOT_THERE;
        listings.add(new Listing(routine, path, found.lines(), found.unread()));
      }
      return new Listings(looked.view(), looked.evidence(), Optional.of(commit), listings);
    }
  }
}
