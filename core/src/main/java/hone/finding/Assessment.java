package hone.finding;

import hone.analysis.Anchor;
import hone.profile.Frame;
import hone.standard.Budget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/// Judges the anchors of one profile.
final class Assessment {

  /// Fewest samples that a severity above medium may rest on.
  private static final long FEWEST_SAMPLES = 25;

  /// Part of all allocated bytes from which a line that runs itself is taken to be allocating.
  private static final double ALLOCATING_SHARE = 0.5;

  /// Profilers stop a little early; a recording this near its minimum is long enough.
  private static final double DURATION_SLACK = 0.95;

  private static final int MOST_CALLEES = 5;

  private final Scope scope;
  private final Charged charged;
  private final Optional<Charged> memory;
  private final Diagnosis diagnosis;
  private final Map<String, Integer> places = new HashMap<>();

  Assessment(Scope scope, Charged charged, Optional<Charged> memory) {
    this.scope = scope;
    this.charged = charged;
    this.memory = memory;
    this.diagnosis = new Diagnosis(scope.rules());
  }

  Finding finding(Anchor anchor) {
    double share = charged.share(anchor.value());
    double lowShare = Math.min(share, Wilson.lower(share, charged.blame().sampleCount()));
    OptionalDouble memoryShare = memoryShare(charged -> charged.ofFunction(anchor));
    String line = scope.tree().line(anchor.file(), anchor.line()).orElse("");
    Cause cause = confirmed(diagnosis.cause(anchor, line), anchor, memoryShare);
    Evidence evidence =
        cause.visible()
            ? Evidence.PROOF
            : Evidence.of(charged.source().kind(), cause.category(), memoryShare);
    boolean material = share >= scope.standards().hotspotShare();
    List<String> caveats = new ArrayList<>();
    Severity ceiling = ceiling(anchor, material, caveats);
    return new Finding(
        id(anchor),
        charged.source().kind(),
        anchor.function(),
        anchor.file(),
        anchor.line(),
        share,
        lowShare,
        charged.share(anchor.selfValue()),
        anchor.sampleCount(),
        cause.category(),
        cause.also(),
        Severity.of(lowShare, cause.confidence(), evidence, ceiling),
        ceiling,
        caveats,
        cause.confidence(),
        evidence,
        cause.rule(),
        Optional.empty(),
        scope.rules().advice(cause),
        anchor.callPath().stream().map(Assessment::shown).toList(),
        callees(anchor),
        memoryShare,
        material,
        Optional.empty());
  }

  /// A part of all allocated bytes, where they were recorded.
  private OptionalDouble memoryShare(ToLongFunction<Charged> bytes) {
    return memory.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(memory.get().share(bytes.applyAsLong(memory.get())));
  }

  /// What an allocation profile adds to a cause that CPU time suggests. Bytes of the same function
  /// are proof that it allocates: samplers of time may be a line off where allocations are not, as
  /// when a loop's work is charged to its jump back. That a line which runs itself does nothing but
  /// allocate needs the bytes of that very line.
  private Cause confirmed(Cause cause, Anchor anchor, OptionalDouble memoryShare) {
    if (charged.source().kind() == ProfileKind.MEMORY) {
      return cause.category() == Category.SERIALISATION
          ? cause
          : new Cause(
              Category.ALLOCATION,
              Confidence.MEDIUM,
              allocationRule(cause),
              true,
              Optional.empty());
    }
    boolean proven =
        Evidence.of(ProfileKind.CPU, Category.ALLOCATION, memoryShare) == Evidence.PROOF;
    if (cause.category() == Category.ALLOCATION && proven) {
      return new Cause(Category.ALLOCATION, Confidence.HIGH, cause.rule(), true, Optional.empty());
    }
    boolean allocating =
        cause.rule().equals(Cause.SELF)
            && memoryShare(charged -> charged.ofLine(anchor)).orElse(0) >= ALLOCATING_SHARE;
    return allocating
        ? new Cause(Category.ALLOCATION, Confidence.MEDIUM, cause.rule(), true, cause.also())
        : cause;
  }

  private static String allocationRule(Cause cause) {
    return cause.category() == Category.ALLOCATION ? cause.rule() : "allocation-site";
  }

  private Severity ceiling(Anchor anchor, boolean material, List<String> caveats) {
    Severity ceiling = Severity.CRITICAL;
    if (!scope.circumstances().loaded()) {
      caveats.add("recorded without load");
      ceiling = Severity.HIGH;
    }
    Optional<Duration> duration = duration();
    Duration minimum = scope.standards().minimumDuration();
    if (duration.isEmpty() || duration.get().toNanos() < minimum.toNanos() * DURATION_SLACK) {
      caveats.add(
          duration.map(known -> "recorded " + seconds(known)).orElse("recorded for unknown time")
              + " of at least "
              + seconds(minimum));
      ceiling = Severity.HIGH;
    }
    if (anchor.sampleCount() < FEWEST_SAMPLES) {
      caveats.add("fewer than " + FEWEST_SAMPLES + " samples");
      ceiling = Severity.MEDIUM;
    }
    if (charged.source().kind() == ProfileKind.MEMORY) {
      ceiling = Severity.milder(ceiling, breaksAllocationBudget(caveats));
    }
    if (!material) {
      caveats.add("below the threshold of hotspots");
      ceiling = Severity.LOW;
    }
    return ceiling;
  }

  /// Bytes are no time: an allocation site matters more than moderately only where the service
  /// allocates faster than its budget.
  private Severity breaksAllocationBudget(List<String> caveats) {
    Optional<Duration> duration = duration();
    if (duration.isEmpty() || duration.get().isZero()) {
      return Severity.MEDIUM;
    }
    double bytesPerSecond = charged.blame().total() / (duration.get().toNanos() / 1e9);
    Optional<Budget> broken =
        scope.standards().budgets(scope.service().language().orElseThrow()).stream()
            .filter(budget -> budget.measure() == Budget.Measure.ALLOCATION_RATE)
            .filter(budget -> bytesPerSecond > budget.limit().value())
            .findFirst();
    broken.ifPresent(budget -> caveats.add("the service breaks its budget: " + budget.text()));
    return broken.isPresent() ? Severity.HIGH : Severity.MEDIUM;
  }

  private Optional<Duration> duration() {
    return charged.durationNanos().isPresent()
        ? Optional.of(Duration.ofNanos(charged.durationNanos().getAsLong()))
        : scope.circumstances().duration();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
  }

  private List<Finding.Callee> callees(Anchor anchor) {
    Map<String, Long> values = new HashMap<>();
    for (Anchor.Chain chain : anchor.chains()) {
      if (!chain.frames().isEmpty()) {
        values.merge(chain.frames().getFirst().function(), chain.value(), Math::addExact);
      }
    }
    return values.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_CALLEES)
        .map(entry -> new Finding.Callee(entry.getKey(), charged.share(entry.getValue())))
        .toList();
  }

  /// Made of the text of the line, so that lines added above do not change it.
  private String id(Anchor anchor) {
    String text = scope.tree().line(anchor.file(), anchor.line()).orElse("");
    String place =
        String.join("\n", scope.service().name(), anchor.file(), anchor.function(), text);
    int earlier = places.merge(place, 1, Math::addExact);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((place + "\n" + earlier).getBytes(StandardCharsets.UTF_8));
      return charged.source().kind().text() + "-" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String shown(Frame frame) {
    return frame.function() + " (" + frame.file() + ":" + frame.line() + ")";
  }
}
