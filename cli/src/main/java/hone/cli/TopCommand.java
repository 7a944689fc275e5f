package hone.cli;

import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.analysis.Order;
import hone.report.HotspotTable;
import hone.report.Top;
import hone.report.TopDocument;
import hone.view.View;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the functions or lines that cost most.
@Command(
    name = "top",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the functions or lines that cost most in a profile.",
      "Reads pprof, speedscope, .cpuprofile, JFR, collapsed stacks and others, packed by gzip or",
      "not, and folders that Clinic.js left."
    },
    footer = {"", "Example: hone top --cum -n 50 cpu.prof"})
final class TopCommand implements Callable<Integer> {

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "PROFILE",
      description =
          "A profile in any known format, or a folder of Clinic.js; several are added up.")
  private List<Path> files;

  @Mixin private ViewOptions viewing;

  @Option(names = "--cum", description = "Order by cumulative value.")
  private boolean cumulative;

  @Option(names = "--lines", description = "Count lines instead of functions.")
  private boolean lines;

  @Mixin private RowsOption rows;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ViewOptions.Looked looked =
        viewing.look(spec, files, lines ? Granularity.LINES : Granularity.FUNCTIONS);
    View view = looked.view();
    List<Hotspot> shown =
        Hotspots.of(
            view.left(),
            view.type(),
            view.granularity(),
            cumulative ? Order.CUMULATIVE : Order.FLAT,
            rows.most());
    Top top =
        new Top(
            view.whole(), view.type(), view.granularity(), looked.evidence(), view.total(), shown);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TopDocument.of(top));
    } else {
      out.print(HotspotTable.of(top));
    }
    return ExitCode.DONE;
  }
}
