package hone.cli;

import hone.input.BoundedPattern;
import hone.view.Filters;
import hone.view.RowId;
import hone.view.TagFilter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// pprof's filters, under pprof's names.
final class FilterOptions {

  @Option(names = "--focus", paramLabel = "REGEX", description = "Only samples with such a frame.")
  private @Nullable String focus;

  @Option(names = "--ignore", paramLabel = "REGEX", description = "No samples with such a frame.")
  private @Nullable String ignore;

  @Option(names = "--hide", paramLabel = "REGEX", description = "Leave out such frames.")
  private @Nullable String hide;

  @Option(names = "--show", paramLabel = "REGEX", description = "Leave out all other frames.")
  private @Nullable String show;

  @Option(
      names = "--show-from",
      paramLabel = "REGEX",
      description = "Leave out what calls the outermost such frame, and samples without one.")
  private @Nullable String showFrom;

  @Option(
      names = "--prune-from",
      paramLabel = "REGEX",
      description = "Leave out what the innermost such function calls.")
  private @Nullable String pruneFrom;

  @Option(
      names = "--tagfocus",
      paramLabel = "TAG",
      description = {
        "Only samples with such a label:",
        "REGEX, KEY=REGEX or a range such as 4kb:64kb."
      })
  private @Nullable String tagFocus;

  @Option(names = "--tagignore", paramLabel = "TAG", description = "No samples with such a label.")
  private @Nullable String tagIgnore;

  @Option(
      names = "--tagshow",
      paramLabel = "REGEX",
      description = "Leave out labels with other keys.")
  private @Nullable String tagShow;

  @Option(
      names = "--taghide",
      paramLabel = "REGEX",
      description = "Leave out labels with such keys.")
  private @Nullable String tagHide;

  @Option(
      names = "--noinlines",
      description = "Count inlined calls for the function they were inlined into.")
  private boolean noInlines;

  /// The filters; an expression that cannot be read is wrong use.
  Filters filters(CommandSpec spec) {
    return new Filters(
        new Filters.Names(
            pattern(spec, "--focus", focus),
            pattern(spec, "--ignore", ignore),
            pattern(spec, "--hide", hide),
            pattern(spec, "--show", show),
            pattern(spec, "--show-from", showFrom),
            pattern(spec, "--prune-from", pruneFrom)),
        new Filters.Tags(
            read(spec, "--tagfocus", tagFocus, TagFilter::of),
            read(spec, "--tagignore", tagIgnore, TagFilter::of),
            pattern(spec, "--tagshow", tagShow),
            pattern(spec, "--taghide", tagHide)),
        noInlines ? Filters.Inlined.MERGED : Filters.Inlined.SHOWN);
  }

  /// The functions that the argument of a command names: by id, or by an expression; one that cannot
  /// be read is wrong use.
  static Predicate<String> functions(CommandSpec spec, String text) {
    if (RowId.isOne(text)) {
      return RowId.finding(text);
    }
    return read(spec, "REGEX", text, BoundedPattern::of)
            .orElseThrow(() -> new ParameterException(spec.commandLine(), "REGEX is empty"))
        ::finds;
  }

  private static Optional<BoundedPattern> pattern(
      CommandSpec spec, String name, @Nullable String text) {
    return read(spec, name, text, BoundedPattern::of);
  }

  private static <T> Optional<T> read(
      CommandSpec spec, String name, @Nullable String text, Function<String, T> reading) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(text));
    } catch (BoundedPattern.ExpressionException bad) {
      throw new ParameterException(spec.commandLine(), name + ": " + bad.getMessage(), bad);
    }
  }
}
