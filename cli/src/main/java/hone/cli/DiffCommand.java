package hone.cli;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.contrast.Contrast;
import hone.contrast.Measure;
import hone.contrast.Row;
import hone.contrast.Ruling;
import hone.contrast.Settings;
import hone.input.FormatException;
import hone.input.Printable;
import hone.report.Diff;
import hone.report.DiffDocument;
import hone.report.DiffTable;
import hone.view.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what changed between two profiles, or two sides of several.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what changed between two profiles, of any known formats.",
      "With several profiles a side, '--' between the sides, it also says which of the changes are",
      "more than chance: four a side are needed for any answer."
    },
    footer = {"", "Example: hone diff --fail-above 5%% old1.prof old2.prof -- new1.prof new2.prof"})
final class DiffCommand implements Callable<Integer> {

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "PROFILE",
      description = "The base and the other; or the base's profiles, '--', and the others.")
  private List<Path> files;

  @Mixin private TypeOption type;

  @Mixin private FilterOptions filters;

  @Option(
      names = "--granularity",
      paramLabel = "WHAT",
      defaultValue = "functions",
      description = "What is counted as one: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Granularity granularity;

  @Option(
      names = "--normalize",
      description = {
        "Bring the values to the base's total first;",
        "of several profiles a side shares are compared anyway."
      })
  private boolean normalize;

  @Mixin private WorkOption work;

  @Option(
      names = "--fail-above",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = {
        "End with 1 where anything surely costs more, by more than this part of the base's",
        "total; with 4 where the profiles cannot tell."
      })
  private @Nullable Double limit;

  @Option(
      names = "--floor",
      paramLabel = "PERCENT",
      defaultValue = "0.5%",
      converter = Percent.class,
      description = "Test what costs this much in the mean (default: ${DEFAULT-VALUE}).")
  private double floor;

  @Option(names = "--cum", description = "Compare and order by cumulative value.")
  private boolean cumulative;

  @Mixin private RowsOption rows;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Sides sides =
        Sides.read(spec, files, new Sides.Wanted(type, work, filters.filters(spec), normalize));
    Settings settings = new Settings(granularity, order(), sides.measure(), 0.05, 0.8, floor, 1);
    Contrast contrast = Contrast.of(sides.base(), sides.other(), settings);
    if (contrast.rows().isEmpty()) {
      throw new FormatException(files.getFirst().toString(), "nothing is left to compare");
    }
    Diff diff = diff(contrast, sides);
    if (json) {
      spec.commandLine().getOut().println(DiffDocument.of(diff));
    } else {
      spec.commandLine().getOut().print(DiffTable.of(diff));
    }
    return diff.guard().map(this::exitCode).orElse(ExitCode.DONE);
  }

  private Order order() {
    return cumulative ? Order.CUMULATIVE : Order.FLAT;
  }

  private Diff diff(Contrast contrast, Sides sides) {
    List<Row> changed = contrast.rows().stream().filter(row -> differs(row, contrast)).toList();
    List<Row> shown = changed.subList(0, Math.min(rows.most(), changed.size()));
    EvidenceQuality evidence =
        Stream.concat(sides.base().stream(), sides.other().stream())
            .map(member ->
                EvidenceQuality.of(member.whole(), member.type(), Circumstances.unknown()))
            .reduce(EvidenceQuality::or)
            .orElseThrow();
    return new Diff(
        contrast,
        normalize || contrast.settings().measure() == Measure.SHARE,
        evidence,
        notes(contrast, sides),
        shown,
        changed.size() - shown.size(),
        Optional.ofNullable(limit)
            .map(share -> new Diff.Guard(share, ruling(contrast, evidence, share))));
  }

  private boolean differs(Row row, Contrast contrast) {
    return contrast.settings().measure() == Measure.VALUE
        ? row.difference().change() != Difference.Change.SAME
        : row.shift() != 0 || row.significant() || isOnOneSide(row.difference());
  }

  /// Whether what is compared is there on one side only, in however few of its profiles.
  private boolean isOnOneSide(Difference difference) {
    return cumulative
        ? (difference.before().cumulative() == 0) != (difference.after().cumulative() == 0)
        : (difference.before().flat() == 0) != (difference.after().flat() == 0);
  }

  private static List<String> notes(Contrast contrast, Sides sides) {
    Stream<String> folded =
        contrast.folded() == 0
            ? Stream.empty()
            : Stream.of(
                "one side does not know what was inlined: %d functions that were are counted for"
                        .formatted(contrast.folded())
                    + " what they were inlined into");
    return Stream.concat(sides.notes().stream(), folded).toList();
  }

  private static Ruling ruling(Contrast contrast, EvidenceQuality evidence, double share) {
    return evidence.verdict() == EvidenceQuality.Verdict.INSUFFICIENT
        ? new Ruling.Unjudged("a profile is no evidence: " + String.join("; ", evidence.reasons()))
        : Ruling.of(contrast, share);
  }

  private int exitCode(Diff.Guard guard) {
    return switch (guard.ruling()) {
      case Ruling.Passed() -> ExitCode.DONE;
      case Ruling.Worse(List<Row> rows) -> {
        rows.forEach(row -> tell("costs more: " + row.difference().place().text()));
        yield ExitCode.GATE_CLOSED;
      }
      case Ruling.Unjudged(String reason) -> {
        tell("cannot judge: " + reason);
        yield ExitCode.TOOL;
      }
    };
  }

  private void tell(String line) {
    spec.commandLine().getErr().println("hone: " + Printable.of(line));
  }
}
