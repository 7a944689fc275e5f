package hone.finding;

import hone.analysis.Anchor;
import hone.profile.Frame;
import hone.standard.Budget;
import hone.unit.Share;
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

  /// Part of all allocated bytes from which a line that runs itself is taken to be allocating.
  private static final double ALLOCATING_SHARE = 0.5;

  /// Slower than this a function does not allocate fast enough to be worth looking at.
  private static final double LEAST_BYTES_PER_SECOND = 1e6;

  private static final int MOST_CALLEES = 5;

  private final Scope scope;
  private final Charged charged;
  private final Optional<Charged> memory;
  private final Breaches breaches;
  private final Diagnosis diagnosis;
  private final Coroutines coroutines;
  private final Map<String, Integer> places = new HashMap<>();

  Assessment(Scope scope, Charged charged, Optional<Charged> memory, Breaches breaches) {
    this.scope = scope;
    this.charged = charged;
    this.memory = memory;
    this.breaches = breaches;
    this.diagnosis = new Diagnosis(scope.rules());
    this.coroutines = new Coroutines(scope.tree());
  }

  Finding finding(Anchor anchor) {
    double share = charged.share(anchor.value());
    double lowShare = Math.min(share, Wilson.lower(share, charged.blame().sampleCount()));
    OptionalDouble memoryShare = memoryShare(charged -> charged.ofFunction(anchor));
    OptionalDouble rate = allocationRate(anchor);
    String line = scope.tree().line(anchor.file(), anchor.line()).orElse("");
    Cause cause = confirmed(diagnosis.cause(anchor, line), anchor, line, memoryShare);
    Evidence evidence =
        cause.visible()
            ? Evidence.PROOF
            : Evidence.of(charged.source().kind(), cause.category(), memoryShare);
    Optional<String> trifling = trifling(anchor, cause, share, rate);
    Optional<Budget> broken =
        trifling.isPresent() ? Optional.empty() : brokenBy(cause.category(), evidence);
    Finding.Impact impact = new Finding.Impact(rate, cause.blocking(), broken.map(Budget::name));
    Ceiling ceiling = ceiling(anchor, trifling, broken);
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
        Severity.of(lowShare, cause.confidence(), evidence, impact.raises())
            .within(ceiling.severity()),
        ceiling.severity(),
        ceiling.caveats(),
        cause.confidence(),
        evidence,
        cause.rule(),
        Optional.empty(),
        scope.rules().advice(cause, isHot(share, rate)),
        anchor.callPath().stream().map(Assessment::shown).toList(),
        callees(anchor),
        memoryShare,
        impact,
        trifling.isEmpty(),
        Optional.empty());
  }

  /// Where both time and bytes are spent: only there is it worth while to keep and reuse memory.
  private boolean isHot(double share, OptionalDouble rate) {
    return charged.source().kind() == ProfileKind.CPU
        && share >= scope.standards().hotspotShare()
        && rate.orElse(0) >= LEAST_BYTES_PER_SECOND;
  }

  /// What a CPU profile merely hints at is no reason for a breach.
  private Optional<Budget> brokenBy(Category category, Evidence evidence) {
    return evidence == Evidence.PROXY
        ? Optional.empty()
        : breaches.brokenBy(charged.source().kind(), category);
  }

  private Ceiling ceiling(Anchor anchor, Optional<String> trifling, Optional<Budget> broken) {
    Ceiling ceiling = Ceiling.of(scope, charged, anchor, broken.isPresent());
    if (trifling.isPresent()) {
      return ceiling.lowest(trifling.get());
    }
    if (broken.isPresent()) {
      return ceiling.noting(
          "the service breaks its budget: " + broken.get().text() + "; raised one step");
    }
    return breaches
        .perhapsBrokenBy(charged.source().kind())
        .map(budget ->
            ceiling.noting(
                "the service breaks its budget: "
                    + budget.text()
                    + "; whether this line is on its path is not known"))
        .orElse(ceiling);
  }

  /// Why a hotspot is not worth a look.
  private Optional<String> trifling(Anchor anchor, Cause cause, double share, OptionalDouble rate) {
    double least = scope.standards().hotspotShare();
    if (share < least) {
      return Optional.of("below " + new Share(least) + " of the total");
    }
    return switch (charged.source().kind()) {
      case CPU, EVENT_LOOP -> Optional.empty();
      case MEMORY ->
          rate.isPresent() && rate.getAsDouble() < LEAST_BYTES_PER_SECOND
              ? Optional.of("allocates less than 1 MB/s")
              : Optional.empty();
      case GOROUTINE -> trifling(anchor, cause);
    };
  }

  /// Shares of all waiting say nothing by themselves: a goroutine may be idle, and all waiting there
  /// is may be short.
  private Optional<String> trifling(Anchor anchor, Cause cause) {
    if (cause.rule().equals(Cause.WAIT)) {
      return Optional.of("waits for no lock; may be idle");
    }
    double nanos = scope.duration(charged).map(Duration::toNanos).orElse(0L);
    return anchor.value() < scope.standards().hotspotShare() * nanos
        ? Optional.of(
            String.format(
                Locale.ROOT, "waited %.3f s in %.1f s", anchor.value() / 1e9, nanos / 1e9))
        : Optional.empty();
  }

  /// Bytes that the anchor's function allocates in a second.
  private OptionalDouble allocationRate(Anchor anchor) {
    double seconds =
        memory.flatMap(scope::duration).map(duration -> duration.toNanos() / 1e9).orElse(0.0);
    return memory.isEmpty() || seconds == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(memory.get().ofFunction(anchor) / seconds);
  }

  /// A part of all allocated bytes, where they were recorded.
  private OptionalDouble memoryShare(ToLongFunction<Charged> bytes) {
    return memory.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(memory.get().share(bytes.applyAsLong(memory.get())));
  }

  /// What the kind of profile, a profile of allocations and the source add to a cause that stacks
  /// suggest.
  private Cause confirmed(Cause cause, Anchor anchor, String line, OptionalDouble memoryShare) {
    return switch (charged.source().kind()) {
      case MEMORY -> ofAllocation(cause, line);
      case GOROUTINE -> ofWaiting(cause);
      case CPU, EVENT_LOOP -> ofTime(cause, anchor, memoryShare);
    };
  }

  private Cause ofAllocation(Cause cause, String line) {
    if (cause.category() == Category.SERIALISATION) {
      return cause;
    }
    String site = scope.rules().site(line).map(RuleTable.Row::rule).orElse(Cause.SITE);
    boolean named = cause.category() == Category.ALLOCATION;
    return cause.allocating(Confidence.MEDIUM, named ? cause.rule() : site);
  }

  private static Cause ofWaiting(Cause cause) {
    boolean named = cause.category() == Category.LOCK_CONTENTION;
    return new Cause(
        Category.LOCK_CONTENTION,
        Confidence.MEDIUM,
        named ? cause.rule() : Cause.WAIT,
        true,
        false,
        Optional.empty());
  }

  /// Bytes of the same function are proof that it allocates: samplers of time may be a line off
  /// where allocations are not, as when a loop's work is charged to its jump back. That a line
  /// which runs itself does nothing but allocate needs the bytes of that very line.
  private Cause ofTime(Cause cause, Anchor anchor, OptionalDouble memoryShare) {
    boolean proven =
        Evidence.of(ProfileKind.CPU, Category.ALLOCATION, memoryShare) == Evidence.PROOF;
    if (cause.category() == Category.ALLOCATION && proven) {
      return cause.allocating(Confidence.HIGH, cause.rule());
    }
    boolean self = cause.rule().equals(Cause.SELF);
    boolean allocating =
        self && memoryShare(charged -> charged.ofLine(anchor)).orElse(0) >= ALLOCATING_SHARE;
    if (allocating) {
      return new Cause(
          Category.ALLOCATION, Confidence.MEDIUM, cause.rule(), true, false, cause.also());
    }
    return cause.category() == Category.IO_WAIT && isInCoroutine(anchor)
        ? cause.inCoroutine()
        : cause;
  }

  /// Whether the line, or one that leads to it, stands in a coroutine: whatever waits there, waits
  /// in the event loop's own thread.
  private boolean isInCoroutine(Anchor anchor) {
    return coroutines.holds(anchor.file(), anchor.line())
        || anchor.callPath().stream()
            .anyMatch(frame -> coroutines.holds(frame.file(), frame.line()));
  }

  private List<Finding.Callee> callees(Anchor anchor) {
    Map<String, Long> values = new HashMap<>();
    List<String> first = new ArrayList<>();
    for (Anchor.Call call : anchor.calls()) {
      first.add(call.isFirst() ? call.frame().function() : first.get(call.caller()));
      if (call.value() > 0) {
        values.merge(first.getLast(), call.value(), Math::addExact);
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
