package hone.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A hotspot with its cause, and what could be done about it.
///
/// @param id               the same for the same line of source in every run
/// @param profile          kind of profile the shares are of
/// @param function         as the profiler names it
/// @param file             tracked path relative to the repository's root, with `/`
/// @param line             1-based, within the file
/// @param share            of the profile's total, idle time left out, in [0, 1]
/// @param lowShare         lower 95 % bound of `share`
/// @param selfShare        part of the total where the line itself was running
/// @param sampleCount      samples charged to the line
/// @param also             second category, where the first is not dominant
/// @param ceiling          worst severity that the circumstances of the profile allow
/// @param caveats          why the ceiling is what it is, each a phrase
/// @param rule             row of the rule tables that named the category
/// @param recipe           built-in cure that applies to the line
/// @param callPath         application frames to the line, root first
/// @param boundary         foreign functions the line calls, with their share of the total
/// @param memoryShare      part of all allocated bytes that its function allocates, where
///                         allocations were recorded too
/// @param impact           what it does to the service while it is under load
/// @param material         whether it is worth optimising under the team's threshold
/// @param advice           what a coding agent adds, in its words
public record Finding(
    String id,
    ProfileKind profile,
    String function,
    String file,
    int line,
    double share,
    double lowShare,
    double selfShare,
    long sampleCount,
    Category category,
    Optional<Category> also,
    Severity severity,
    Severity ceiling,
    List<String> caveats,
    Confidence confidence,
    Evidence evidence,
    String rule,
    Optional<String> recipe,
    String suggestedApproach,
    List<String> callPath,
    List<Callee> boundary,
    OptionalDouble memoryShare,
    Impact impact,
    boolean material,
    Optional<Advice> advice) {

  public Finding {
    caveats = List.copyOf(caveats);
    callPath = List.copyOf(callPath);
    boundary = List.copyOf(boundary);
    check(share, "share");
    check(lowShare, "lower bound of share");
    check(selfShare, "self share");
    memoryShare.ifPresent(known -> check(known, "memory share"));
    if (id.isBlank() || function.isBlank() || file.isBlank()) {
      throw new IllegalArgumentException("id, function or file is blank");
    }
    if (file.startsWith("/") || ("/" + file + "/").contains("/../")) {
      throw new IllegalArgumentException("file is not inside the repository: \"" + file + "\"");
    }
    if (line < 1 || sampleCount < 0) {
      throw new IllegalArgumentException("line or sample count is out of range: " + line);
    }
  }

  /// Words that nothing is computed from.
  ///
  /// @param author name of the agent
  public record Advice(String author, String text) {}

  /// A foreign function below a line.
  ///
  /// @param share of the profile's total, in [0, 1]
  public record Callee(String function, double share) {
    public Callee {
      check(share, "share of callee");
    }
  }

  /// What a line does to the service while it is under load.
  ///
  /// @param allocationRate  bytes that its function allocates in a second, where they were recorded
  /// @param blocksEventLoop whether nothing else of the service runs meanwhile
  /// @param breachedBudget  name of the budget that the service breaks and the line is a part of,
  ///                        by which the severity was raised one step
  public record Impact(
      OptionalDouble allocationRate, boolean blocksEventLoop, Optional<String> breachedBudget) {

    /// Nothing is known.
    public static Impact none() {
      return new Impact(OptionalDouble.empty(), false, Optional.empty());
    }

    boolean raises() {
      return breachedBudget.isPresent();
    }
  }

  /// Where it is, as `file:line`.
  public String place() {
    return file + ":" + line;
  }

  /// The most that the whole can gain if this line came to cost nothing, by Amdahl's law, from the
  /// lower bound of its share.
  public double improvementBound() {
    return lowShare;
  }

  /// Whether its profile measures that cause, and does not only hint at it.
  public boolean proves(Category cause) {
    return Evidence.of(profile, cause, memoryShare) == Evidence.PROOF;
  }

  /// The same finding, its cause confirmed by the shape of the source code.
  ///
  /// @param name     of the recipe that cures it
  /// @param approach what the recipe does, for people
  public Finding withRecipe(String name, Category confirmed, String approach) {
    Confidence sure = Confidence.HIGH;
    Evidence shown =
        confirmed == category ? evidence : Evidence.of(profile, confirmed, memoryShare);
    return new Finding(
        id,
        profile,
        function,
        file,
        line,
        share,
        lowShare,
        selfShare,
        sampleCount,
        confirmed,
        Optional.empty(),
        Severity.of(lowShare, sure, shown, impact.raises()).within(ceiling),
        ceiling,
        caveats,
        sure,
        shown,
        rule,
        Optional.of(name),
        approach,
        callPath,
        boundary,
        memoryShare,
        impact,
        material,
        advice);
  }

  /// The same as a mere fact: nothing can be concluded from its profile.
  Finding unproven(String caveat) {
    List<String> more = new ArrayList<>(caveats);
    more.add(caveat);
    return new Finding(
        id,
        profile,
        function,
        file,
        line,
        share,
        lowShare,
        selfShare,
        sampleCount,
        category,
        also,
        Severity.LOW,
        Severity.LOW,
        more,
        confidence,
        evidence,
        rule,
        recipe,
        suggestedApproach,
        callPath,
        boundary,
        memoryShare,
        impact,
        false,
        advice);
  }

  /// The same finding with a coding agent's words beside its own.
  public Finding withAdvice(Advice added) {
    return new Finding(
        id,
        profile,
        function,
        file,
        line,
        share,
        lowShare,
        selfShare,
        sampleCount,
        category,
        also,
        severity,
        ceiling,
        caveats,
        confidence,
        evidence,
        rule,
        recipe,
        suggestedApproach,
        callPath,
        boundary,
        memoryShare,
        impact,
        material,
        Optional.of(added));
  }

  private static void check(double share, String what) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(what + " is not in [0, 1]: " + share);
    }
  }
}
