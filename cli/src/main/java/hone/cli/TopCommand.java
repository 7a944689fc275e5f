package hone.cli;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.report.HotspotTable;
import hone.report.Top;
import hone.report.TopDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
      paramLabel = "PROFILE",
      description = "A profile in any known format, or a folder of Clinic.js.")
  private Path file;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Value type, such as cpu or alloc_space (default: the profile's own).")
  private @Nullable String type;

  @Option(names = "--cum", description = "Order by cumulative value.")
  private boolean cumulative;

  @Option(names = "--lines", description = "Count lines instead of functions.")
  private boolean lines;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many; 0 for all (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Profile profile = Workbench.profiles().read(Source.of(ProfileFolder.file(file)), this::tell);
    int column = column(profile);
    Granularity granularity = lines ? Granularity.LINES : Granularity.FUNCTIONS;
    List<Hotspot> hotspots = Hotspots.of(profile, column, granularity);
    List<Hotspot> shown =
        hotspots.stream()
            .sorted(cumulative ? Hotspots.cumulativeFirst() : Hotspots.flatFirst())
            .limit(count == 0 ? hotspots.size() : count)
            .toList();
    EvidenceQuality evidence = EvidenceQuality.of(profile, column, Circumstances.unknown());
    Top top = new Top(profile, column, granularity, evidence, shown);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TopDocument.of(top));
    } else {
      out.print(HotspotTable.of(top));
    }
    return ExitCode.DONE;
  }

  private int column(Profile profile) throws FormatException {
    if (type == null) {
      return profile.defaultType();
    }
    String names = profile.types().stream().map(ValueType::name).collect(Collectors.joining(", "));
    return profile
        .type(type)
        .orElseThrow(() ->
            new FormatException(file.toString(), "no value type '" + type + "', has: " + names));
  }

  private void tell(Diagnostic passedOver) {
    spec.commandLine().getErr().println("hone: " + Printable.of(passedOver.toString()));
  }
}
