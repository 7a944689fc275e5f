package hone.standard;

import hone.input.FormatException;
import hone.input.Source;
import hone.service.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A team's performance standards.
///
/// What the clauses do not settle has the value of the article's own standards: 30 s under load,
/// 5 % of a change and of a hotspot, p < 0.05, six runs.
///
/// @param input   file they were read from
/// @param clauses in the order of the file
public record Standards(String input, List<Clause> clauses) {

  private static final Duration MINIMUM_DURATION = Duration.ofSeconds(30);
  private static final double THRESHOLD_SHARE = 0.05;
  private static final double SIGNIFICANCE = 0.05;

  /// Fewest runs a side that give a 95 % interval for a median.
  private static final int MINIMUM_RUNS = 6;

  public Standards {
    clauses = List.copyOf(clauses);
  }

  /// Reads the section *Performance Engineering Standards* of a Markdown file.
  ///
  /// @throws FormatException if there is no such section or more than one, or a clause reads like
  ///     a rule or a budget and is not understood, or two clauses contradict each other
  public static Standards read(Source source) throws IOException {
    List<Clause> clauses = new ArrayList<>();
    for (Statement statement : Section.statements(source)) {
      clauses.add(ClauseReader.read(source.name(), statement));
    }
    Standards standards = new Standards(source.name(), clauses);
    Contradictions.check(standards);
    return standards;
  }

  /// Standards that nobody wrote down.
  public static Standards defaults() {
    return new Standards("", List.of());
  }

  /// The budgets of a service; one for its language stands before one for all.
  public List<Budget> budgets(Language language) {
    Map<String, Budget> budgets = new LinkedHashMap<>();
    all(Budget.class)
        .filter(budget -> budget.holdsFor(language))
        .sorted(Comparator.comparing(budget -> budget.language().isPresent()))
        .forEach(budget -> budgets.put(budget.name(), budget));
    return List.copyOf(budgets.values());
  }

  /// How long profiles record at least.
  public Duration minimumDuration() {
    return all(Meaning.MinimumDuration.class)
        .map(minimum -> Duration.ofNanos(minimum.durationNanos()))
        .max(Comparator.naturalOrder())
        .orElse(MINIMUM_DURATION);
  }

  /// The smallest change that matters, as a share of the baseline.
  public double changeShare() {
    return threshold(Meaning.Threshold.Of.CHANGE);
  }

  /// The smallest part of the total that is worth optimising.
  public double hotspotShare() {
    return threshold(Meaning.Threshold.Of.HOTSPOT);
  }

  /// The probability of chance above which a difference is not believed.
  public double significance() {
    return all(Meaning.Significance.class)
        .map(Meaning.Significance::level)
        .min(Comparator.naturalOrder())
        .orElse(SIGNIFICANCE);
  }

  /// Fewest benchmark runs for each revision.
  public int minimumRunCount() {
    return all(Meaning.MinimumRuns.class)
        .map(Meaning.MinimumRuns::runCount)
        .max(Comparator.naturalOrder())
        .orElse(MINIMUM_RUNS);
  }

  /// The type that memory profiles must be of, where the standards name one.
  public Optional<String> memoryProfileType() {
    return all(Meaning.ProfileType.class).map(Meaning.ProfileType::name).findFirst();
  }

  /// The clauses that say such a thing, for counting and for passing on.
  public List<Clause> saying(Class<? extends Meaning> kind) {
    return clauses.stream()
        .filter(clause -> clause.meanings().stream().anyMatch(kind::isInstance))
        .toList();
  }

  /// All meanings of one kind, in the order of the file.
  <T extends Meaning> Stream<T> all(Class<T> kind) {
    return clauses.stream()
        .flatMap(clause -> clause.meanings().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private double threshold(Meaning.Threshold.Of of) {
    return all(Meaning.Threshold.class)
        .filter(threshold -> threshold.of() == of)
        .map(Meaning.Threshold::share)
        .findFirst()
        .orElse(THRESHOLD_SHARE);
  }
}
