package hone.cli;

import hone.bench.Results;
import hone.bench.criterion.CriterionFolder;
import hone.gate.Compare;
import hone.gate.Judgement;
import hone.gate.Rules;
import hone.input.Diagnostic;
import hone.input.JsonText;
import hone.input.Printable;
import hone.input.Source;
import hone.report.JudgementDocument;
import hone.report.JudgementTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Compares two files of benchmark results.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two files of benchmark results from elsewhere, of any known format.",
      "Nobody vouches for the order of their runs, so nothing is more than suspected."
    },
    footer = {"", "Example: hone compare old.txt new.txt"})
final class CompareCommand implements Callable<Integer> {

  private static final int MOST_TOLD = 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Results of the baseline, then of the candidate;",
        "a folder is criterion's.",
        "With --compat any number of files, each as FILE or LABEL=FILE."
      })
  private List<String> files;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--compat",
      paramLabel = "TOOL",
      description = "Print what this tool prints, and take its options: benchstat.")
  private Optional<Compat> compat;

  @ArgGroup(exclusive = false, heading = "%nOptions of benchstat:%n")
  private BenchstatOptions benchstat = new BenchstatOptions();

  @Spec private CommandSpec spec;

  private long passedOverCount;

  /// Tools whose output hone can print.
  enum Compat {
    benchstat
  }

  @Override
  public Integer call() throws IOException {
    if (compat.isPresent()) {
      if (json) {
        throw wrong("--json and --compat print two different things: give one of them");
      }
      return benchstat.run(files, spec);
    }
    if (!benchstat.areAbsent()) {
      throw wrong("the options of benchstat need --compat=benchstat");
    }
    if (files.size() != 2) {
      throw wrong("expected two files, the baseline's and the candidate's, found " + files.size());
    }
    return compare(Path.of(files.getFirst()), Path.of(files.getLast()));
  }

  private int compare(Path old, Path candidate) throws IOException {
    Results before = results(old);
    Results after = results(candidate);
    tellTheRest();
    List<Judgement> judgements = Compare.unblocked(before, after, Rules.defaults());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonText.line(
              JudgementDocument.compare(judgements, 1 - Rules.defaults().significance())));
    } else {
      out.print(JudgementTable.of(judgements));
    }
    return ExitCode.DONE;
  }

  /// A folder is one that criterion.rs fills; nothing else keeps its results in many files.
  private Results results(Path path) throws IOException {
    return Files.isDirectory(path)
        ? CriterionFolder.read(path, this::tell)
        : Workbench.results().read(Source.of(path), this::tell);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void tell(Diagnostic passedOver) {
    if (passedOverCount++ < MOST_TOLD) {
      spec.commandLine().getErr().println("hone: " + Printable.of(passedOver.toString()));
    }
  }

  private void tellTheRest() {
    long more = passedOverCount - MOST_TOLD;
    if (more > 0) {
      spec.commandLine().getErr().println("hone: " + more + " more records were passed over");
    }
  }
}
