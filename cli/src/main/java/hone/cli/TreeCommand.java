package hone.cli;

import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.report.Tree;
import hone.report.TreeDocument;
import hone.report.TreeTable;
import hone.view.CallGraph;
import hone.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the costliest functions, each with its callers and callees.
@Command(
    name = "tree",
    mixinStandardHelpOptions = true,
    description = "Prints the costliest functions of a profile, each with its callers and callees.",
    footer = {"", "Example: hone tree --focus main.render cpu.prof"})
final class TreeCommand implements Callable<Integer> {

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "PROFILE",
      description = "A profile in any known format; several are added up.")
  private List<Path> files;

  @Mixin private ViewOptions viewing;

  @Option(names = "--cum", description = "Order by cumulative value.")
  private boolean cumulative;

  @Mixin private RowsOption rows;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ViewOptions.Looked looked = viewing.look(spec, files, Granularity.FUNCTIONS);
    View view = looked.view();
    Order order = cumulative ? Order.CUMULATIVE : Order.FLAT;
    List<CallGraph.Node> nodes = CallGraph.of(view.left(), view.type(), view.granularity(), order);
    Tree tree =
        new Tree(view, looked.evidence(), nodes.subList(0, Math.min(rows.most(), nodes.size())));
    if (json) {
      spec.commandLine().getOut().println(TreeDocument.of(tree));
    } else {
      spec.commandLine().getOut().print(TreeTable.of(tree));
    }
    return ExitCode.DONE;
  }
}
