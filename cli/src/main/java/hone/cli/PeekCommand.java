package hone.cli;

import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.analysis.Place;
import hone.input.FormatException;
import hone.report.Tree;
import hone.report.TreeDocument;
import hone.report.TreeTable;
import hone.view.CallGraph;
import hone.view.RowId;
import hone.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints callers and callees of chosen functions.
@Command(
    name = "peek",
    mixinStandardHelpOptions = true,
    description = "Prints the callers and callees of the functions whose name matches.",
    footer = {"", "Example: hone peek 'main\\.render$' cpu.prof"})
final class PeekCommand implements Callable<Integer> {

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

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Predicate<String> wanted = FilterOptions.functions(spec, expression);
    ViewOptions.Looked looked = viewing.look(spec, files, Granularity.FUNCTIONS);
    View view = looked.view();
    List<CallGraph.Node> nodes =
        CallGraph.of(view.left(), view.type(), view.granularity(), Order.FLAT).stream()
            .filter(node -> wanted.test(name(node.place())))
            .toList();
    if (nodes.isEmpty()) {
      throw new FormatException(expression, "finds no function that costs anything");
    }
    Tree tree = new Tree(view, looked.evidence(), nodes);
    if (json) {
      spec.commandLine().getOut().println(TreeDocument.of(tree));
    } else {
      spec.commandLine().getOut().print(TreeTable.of(tree));
    }
    return ExitCode.DONE;
  }

  /// An id is of the function alone.
  private String name(Place place) {
    return RowId.isOne(expression) ? place.function() : place.text();
  }
}
