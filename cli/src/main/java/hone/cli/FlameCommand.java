package hone.cli;

import hone.flame.FlameGraph;
import hone.flame.FlamePage;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Printable;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Draws a profile as a page to walk through.
@Command(
    name = "flame",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a flame graph of a profile: one HTML file that works from disk, without a network.",
      "With --base it shows what changed against another profile, in any format."
    },
    footer = {"", "Example: hone flame cpu.prof"})
final class FlameCommand implements Callable<Integer> {

  private static final int HEAD_BYTES = 1024;

  @Parameters(paramLabel = "PROFILE", description = "A profile in any known format.")
  private Path file;

  @Option(
      names = "--base",
      paramLabel = "PROFILE",
      description = "An earlier profile to compare with.")
  private @Nullable Path base;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Value type, such as cpu or alloc_space (default: the profile's own).")
  private @Nullable String type;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The page (default: the profile's name and .html, here).")
  private @Nullable Path output;

  @Option(names = "--force", description = "Write over a file that is no flame graph of hone.")
  private boolean force;

  @Option(names = "--json", description = "Print one JSON object about the page.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, Refusal {
    Path page = Objects.requireNonNullElse(output, Path.of(file.getFileName() + ".html"));
    requireMine(page);
    FlameGraph graph = graph();
    if (graph.total() == 0 && graph.baseTotal() == 0) {
      throw new FormatException(
          file.toString(), "nothing was recorded of '" + graph.type().name() + "'");
    }
    String title =
        base == null
            ? String.valueOf(file.getFileName())
            : base.getFileName() + " → " + file.getFileName();
    AtomicFile.write(page, FlamePage.of(graph, title));
    show(page, graph);
    return ExitCode.DONE;
  }

  private void requireMine(Path page) throws IOException, Refusal {
    if (force || !Files.exists(page)) {
      return;
    }
    try (InputStream in = Files.newInputStream(page)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      if (!head.contains(FlamePage.GENERATOR)) {
        throw Refusal.input(page + ": is there and no flame graph of hone; --force writes over it");
      }
    }
  }

  private FlameGraph graph() throws IOException {
    Profile profile = Workbench.profiles().read(Source.of(file), this::tell);
    int column = column(file, profile, type);
    if (base == null) {
      return FlameGraph.of(profile, column);
    }
    Profile earlier = Workbench.profiles().read(Source.of(base), this::tell);
    ValueType measured = profile.types().get(column);
    OptionalInt same = earlier.type(measured.name());
    int before = same.isPresent() ? same.getAsInt() : column(base, earlier, type);
    ValueType compared = earlier.types().get(before);
    if (!compared.unit().equals(measured.unit())) {
      throw new FormatException(
          base.toString(),
          "'%s' is in %s, that of %s in %s; choose with --type"
              .formatted(compared.name(), compared.unit().name(), file, measured.unit().name()));
    }
    return FlameGraph.between(earlier, before, profile, column);
  }

  private static int column(Path input, Profile profile, @Nullable String type)
      throws FormatException {
    if (type == null) {
      return profile.defaultType();
    }
    String names = profile.types().stream().map(ValueType::name).collect(Collectors.joining(", "));
    return profile
        .type(type)
        .orElseThrow(() ->
            new FormatException(input.toString(), "no value type '" + type + "', has: " + names));
  }

  private void show(Path page, FlameGraph graph) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = JsonMapper.shared().createObjectNode();
      document.put("file", page.toString());
      document.put("type", graph.type().name()).put("unit", graph.type().unit().name());
      document.put("total", graph.total());
      if (base == null) {
        document.putNull("base_total");
      } else {
        document.put("base_total", graph.baseTotal());
      }
      document.put("functions", graph.functionCount()).put("bars", graph.nodeCount());
      document.put("left_out", graph.leftOut());
      out.println(document);
    } else {
      out.println(page + ": open it in a browser");
    }
  }

  private void tell(Diagnostic passedOver) {
    spec.commandLine().getErr().println("hone: " + Printable.of(passedOver.toString()));
  }
}
