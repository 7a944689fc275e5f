package hone.cli;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.flame.FlameGraph;
import hone.flame.FlamePage;
import hone.input.BoundedPattern;
import hone.input.FormatException;
import hone.input.Printable;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.report.EvidenceLines;
import hone.report.FlameDocument;
import hone.view.Filters;
import hone.view.View;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Draws a profile as a page to walk through.
@Command(
    name = "flame",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a flame graph of a profile: one HTML file that works from disk, without a network.",
      "With --diff-base it shows what changed against another profile, in any format.",
      "Where the format has times, a part of the time can be chosen in the page."
    },
    footer = {"", "Example: hone flame cpu.prof"})
final class FlameCommand implements Callable<Integer> {

  private static final int HEAD_BYTES = 1024;

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "PROFILE",
      description =
          "A profile in any known format, or a folder of Clinic.js; several are added up.")
  private List<Path> files;

  @Mixin private TypeOption type;
  @Mixin private FilterOptions filters;

  @Option(
      names = "--diff-base",
      paramLabel = "PROFILE",
      description = "An earlier profile to compare with, in any format.")
  private @Nullable Path base;

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
    Path first = files.getFirst();
    Path page = Objects.requireNonNullElse(output, Path.of(name(first) + ".html"));
    requireMine(page);
    Drawn drawn = drawn();
    FlameGraph graph = drawn.graph;
    if (graph.total() == 0 && graph.baseTotal() == 0) {
      throw new FormatException(
          first.toString(), "nothing of '" + graph.type().name() + "' is left to show");
    }
    String title = base == null ? name(first) : name(base) + " → " + name(first);
    NamedFile.write(spec.commandLine().getOut(), page, FlamePage.of(graph, title, drawn.evidence));
    show(page, drawn);
    return ExitCode.DONE;
  }

  /// What standard input is called, a page of it would else be an option of every other program.
  private static String name(Path profile) {
    return profile.equals(Path.of("-")) ? "stdin" : String.valueOf(profile.getFileName());
  }

  private void requireMine(Path page) throws IOException, Refusal {
    NamedFile.requireNoDirectory(page);
    if (force || !Files.exists(page) || NamedFile.isStream(page)) {
      return;
    }
    try (InputStream in = Files.newInputStream(page)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      if (!head.contains(FlamePage.GENERATOR)) {
        throw Refusal.input(page + ": is there and no flame graph of hone; --force writes over it");
      }
    }
  }

  /// A graph, and how good the evidence of its profiles is.
  private record Drawn(FlameGraph graph, EvidenceQuality evidence) {}

  private Drawn drawn() throws IOException {
    ProfileFiles reading = base == null ? ProfileFiles.timed(spec) : new ProfileFiles(spec);
    Path first = files.getFirst();
    Profile profile = reading.sum(files);
    int column = type.column(profile, first);
    Filters chosen = filters.filters(spec);
    if (base == null) {
      return new Drawn(
          FlameGraph.of(left(profile, column, chosen), column), evidence(profile, column));
    }
    Profile earlier = reading.one(base);
    ValueType measured = profile.types().get(column);
    OptionalInt same = earlier.type(measured.name());
    int before = same.isPresent() ? same.getAsInt() : type.column(earlier, base);
    ValueType compared = earlier.types().get(before);
    if (!compared.unit().equals(measured.unit())) {
      throw new FormatException(
          base.toString(),
          "'%s' is in %s, that of %s in %s; choose with --type"
              .formatted(compared.name(), compared.unit().name(), first, measured.unit().name()));
    }
    return new Drawn(
        FlameGraph.between(
            left(earlier, before, chosen), before, left(profile, column, chosen), column),
        evidence(earlier, before).or(evidence(profile, column)));
  }

  private static EvidenceQuality evidence(Profile profile, int column) {
    return EvidenceQuality.of(profile, column, Circumstances.unknown());
  }

  private Profile left(Profile profile, int column, Filters chosen) {
    try {
      View view = View.of(profile, column, Granularity.FUNCTIONS, chosen);
      view.unmatched()
          .forEach(phrase -> spec.commandLine().getErr().println("hone: " + Printable.of(phrase)));
      return view.left();
    } catch (BoundedPattern.ExpressionException endless) {
      throw new ParameterException(spec.commandLine(), endless.getMessage(), endless);
    }
  }

  private void show(Path page, Drawn drawn) {
    // Of a page that goes to a stream, the standard output may be the other end.
    boolean stream = NamedFile.isStream(page);
    PrintWriter out = stream ? spec.commandLine().getErr() : spec.commandLine().getOut();
    if (json) {
      out.println(FlameDocument.of(page.toString(), drawn.graph, drawn.evidence));
    } else {
      out.print(EvidenceLines.of(drawn.evidence));
      out.println(page + ": open it in a browser");
    }
  }
}
