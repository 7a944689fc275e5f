package hone.cli;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.input.BoundedPattern;
import hone.input.FormatException;
import hone.profile.Profile;
import hone.report.Diff;
import hone.report.DiffDocument;
import hone.report.DiffTable;
import hone.view.CallGraph;
import hone.view.Difference;
import hone.view.Filtered;
import hone.view.Filters;
import hone.view.Normalised;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what changed between two profiles.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what changed between two profiles, of any known formats.",
      "Plain arithmetic of one profile each: it says what differs, not whether that is chance."
    },
    footer = {"", "Example: hone diff --normalize before.prof after.prof"})
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BASE", description = "The profile to compare with.")
  private Path base;

  @Parameters(index = "1", paramLabel = "PROFILE", description = "The profile that is compared.")
  private Path file;

  @Mixin private TypeOption type;

  @Mixin private FilterOptions filters;

  @Option(
      names = "--granularity",
      paramLabel = "WHAT",
      defaultValue = "functions",
      description = "What is counted as one: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Granularity granularity;

  @Option(names = "--normalize", description = "Bring the values to the base's total first.")
  private boolean normalize;

  @Option(names = "--cum", description = "Order by the change of the cumulative value.")
  private boolean cumulative;

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
    Filters chosen = filters.filters(spec);
    ProfileFiles reading = new ProfileFiles(spec);
    Profile before = reading.one(base);
    Profile after = reading.one(file);
    int column = type.column(before, base);
    String wanted = before.types().get(column).name();
    int other =
        after
            .type(wanted)
            .orElseThrow(() ->
                new FormatException(
                    file.toString(), "has no value type '" + wanted + "', as " + base + " has"));
    if (!after.types().get(other).unit().equals(before.types().get(column).unit())) {
      throw new FormatException(
          file.toString(),
          "'%s' is in %s, in %s it is in %s"
              .formatted(
                  wanted,
                  after.types().get(other).unit().name(),
                  base,
                  before.types().get(column).unit().name()));
    }
    Diff diff = diff(before, column, after, other, chosen);
    if (json) {
      spec.commandLine().getOut().println(DiffDocument.of(diff));
    } else {
      spec.commandLine().getOut().print(DiffTable.of(diff));
    }
    return ExitCode.DONE;
  }

  private Diff diff(Profile before, int column, Profile after, int other, Filters chosen)
      throws FormatException {
    if (before.total(column) == 0 && after.total(other) == 0) {
      throw new FormatException(base.toString(), "neither profile has samples of this value type");
    }
    Profile scaled = normalize ? Normalised.of(after, other, before.total(column)) : after;
    CallGraph.Order order = cumulative ? CallGraph.Order.CUMULATIVE : CallGraph.Order.FLAT;
    Profile left;
    Profile right;
    try {
      left = Filtered.of(before, chosen).profile();
      right = Filtered.of(scaled, chosen).profile();
    } catch (BoundedPattern.ExpressionException endless) {
      throw new ParameterException(spec.commandLine(), endless.getMessage(), endless);
    }
    List<Difference> all =
        Difference.of(
            Difference.costs(left, column, granularity),
            Difference.costs(right, other, granularity),
            order);
    if (all.isEmpty()) {
      throw new FormatException(base.toString(), "nothing is left to compare");
    }
    List<Difference> changed =
        all.stream().filter(row -> row.change() != Difference.Change.SAME).toList();
    List<Difference> shown =
        changed.subList(0, count == 0 ? changed.size() : Math.min(count, changed.size()));
    return new Diff(
        new Diff.Side(before, column),
        new Diff.Side(after, other),
        normalize,
        evidence(before, column).or(evidence(after, other)),
        shown,
        changed.size() - shown.size());
  }

  private static EvidenceQuality evidence(Profile profile, int column) {
    return EvidenceQuality.of(profile, column, Circumstances.unknown());
  }
}
