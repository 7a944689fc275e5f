package hone.cli;

import hone.bench.ResultFormats;
import hone.bench.Results;
import hone.gate.Compare;
import hone.gate.Judgement;
import hone.gate.Rules;
import hone.input.Diagnostic;
import hone.input.Printable;
import hone.input.Source;
import hone.report.JudgementDocument;
import hone.report.JudgementTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Parameters(index = "0", paramLabel = "OLD", description = "Results of the baseline.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "Results of the candidate.")
  private Path candidate;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ResultFormats formats = Workbench.results();
    Results before = formats.read(Source.of(old), this::tell);
    Results after = formats.read(Source.of(candidate), this::tell);
    List<Judgement> judgements = Compare.unblocked(before, after, Rules.defaults());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JudgementDocument.compare(judgements, 1 - Rules.defaults().significance()));
    } else {
      out.print(JudgementTable.of(judgements));
    }
    return ExitCode.DONE;
  }

  private void tell(Diagnostic passedOver) {
    spec.commandLine().getErr().println("hone: " + Printable.of(passedOver.toString()));
  }
}
