package hone.cli;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.input.BoundedPattern;
import hone.input.FormatException;
import hone.input.Printable;
import hone.profile.BlindSpot;
import hone.profile.Merge;
import hone.profile.Profile;
import hone.view.Filters;
import hone.view.Normalised;
import hone.view.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What every command that looks at profiles takes.
final class ViewOptions {

  @Mixin private TypeOption type;

  @Mixin private FilterOptions filters;

  @Option(
      names = "--granularity",
      paramLabel = "WHAT",
      description = "What is counted as one: ${COMPLETION-CANDIDATES} (default: functions).")
  private @Nullable Granularity granularity;

  @Option(
      names = "--diff-base",
      paramLabel = "PROFILE",
      description = "Show what there is more or less than in this one, with shares of it.")
  private @Nullable Path diffBase;

  @Option(
      names = "--base",
      paramLabel = "PROFILE",
      description = "Take this one away, an earlier one of the same run.")
  private @Nullable Path base;

  @Option(
      names = "--normalize",
      description = "With a base: bring the values to the base's total first.")
  private boolean normalize;

  /// What there is to look at, and how good its evidence is.
  ///
  /// @param judging what goes on while something is made of the view
  record Looked(View view, CompletableFuture<EvidenceQuality> judging) {

    EvidenceQuality evidence() {
      return judging.join();
    }
  }

  /// Reads, filters and checks that something is left; what filters did not find is told.
  ///
  /// @param files at least one; several are added up
  /// @param usual the granularity where none is asked for
  Looked look(CommandSpec spec, List<Path> files, Granularity usual) throws IOException {
    Filters chosen = filters.filters(spec);
    ProfileFiles reading =
        type.isProcessorTime() ? ProfileFiles.ofProcessorTime(spec) : new ProfileFiles(spec);
    Profile profile = reading.sum(files);
    int column = type.column(profile, files.getFirst());
    Granularity rows = granularity == null ? usual : granularity;
    View view;
    try {
      view = View.of(profile, column, rows, chosen);
      if (base != null || diffBase != null) {
        view = less(spec, reading, view, chosen);
      } else if (normalize) {
        throw new ParameterException(spec.commandLine(), "--normalize needs --base or --diff-base");
      }
    } catch (BoundedPattern.ExpressionException endless) {
      throw new ParameterException(spec.commandLine(), endless.getMessage(), endless);
    }
    tellUnmatched(spec, view);
    if (view.isEmpty()) {
      throw nothing(view, files.getFirst());
    }
    return new Looked(
        view,
        CompletableFuture.supplyAsync(
            () -> EvidenceQuality.of(profile, column, Circumstances.unknown())));
  }

  private View less(CommandSpec spec, ProfileFiles reading, View view, Filters chosen)
      throws IOException {
    if (base != null && diffBase != null) {
      throw new ParameterException(
          spec.commandLine(), "--base and --diff-base cannot be taken both");
    }
    Path file = Objects.requireNonNull(base == null ? diffBase : base);
    Profile other = reading.one(file);
    Merge.objection(view.whole(), other)
        .ifPresent(why -> {
          throw new UncheckedIOException(new FormatException(file.toString(), why));
        });
    Profile own = normalize ? Normalised.of(view.whole(), other) : view.whole();
    Profile taken = base == null ? Normalised.negatedBase(other) : Normalised.negated(other);
    Profile difference = Merge.of(List.of(own, taken));
    return diffBase == null
        ? View.of(difference, view.type(), view.granularity(), chosen)
        : View.less(view.whole(), other, difference, view, chosen);
  }

  private static void tellUnmatched(CommandSpec spec, View view) {
    view.unmatched()
        .forEach(phrase -> spec.commandLine().getErr().println("hone: " + Printable.of(phrase)));
  }

  private static FormatException nothing(View view, Path file) {
    boolean off = view.whole().recording().blindSpots().contains(BlindSpot.SWITCHED_OFF);
    String name = view.whole().types().get(view.type()).name();
    boolean none = view.whole().sampleCount() == 0 || view.total() == 0;
    return new FormatException(
        file.toString(),
        none
            ? "has no samples of '"
                + name
                + "'"
                + (off ? ": nobody looked, its sampling period is 0" : unlessTold(name))
            : "nothing of '" + name + "' is left to show");
  }

  /// An empty profile of Go's locks does not say whether anybody looked.
  private static String unlessTold(String type) {
    return type.equals("delay") || type.equals("contentions")
        ? ", which is no proof that nothing waited: Go records it only after"
            + " runtime.SetMutexProfileFraction or SetBlockProfileRate"
        : "";
  }
}
