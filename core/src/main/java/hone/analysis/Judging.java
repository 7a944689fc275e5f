package hone.analysis;

import hone.analysis.EvidenceQuality.Verdict;
import hone.profile.BlindSpot;
import hone.profile.Profile;
import hone.profile.Recording;
import hone.unit.Quantity;
import hone.unit.Share;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The judgement of one value type of a profile, reason by reason.
final class Judging {

  /// A share p of n samples is known to about ±2·√(p(1−p)/n): 10 % of 50 samples to ±8 points.
  private static final long FEWEST_SAMPLES = 50;

  /// 10 % of 400 samples are known to ±3 points.
  private static final long FEW_SAMPLES = 400;

  /// From here what is hidden may outweigh all that is seen.
  private static final double MOST = 0.5;

  /// From here a hotspot of high severity may be hidden.
  private static final double MUCH = 0.15;

  /// Lost samples make a profile thinner. Which are lost has little to do with what the program was
  /// at, so what is left stands for all of it, until hardly any is left.
  private static final double NEARLY_ALL = 0.9;

  /// From here a thinner profile is worth a word.
  private static final double A_TENTH = 0.1;

  /// Share of the stacks whose callers are charged too little; from here a hotspot of medium
  /// severity may be missed among them.
  private static final double SOME = 0.05;

  /// From here a program does nothing most of the time, and what it does is hardly its load.
  private static final double MOSTLY_IDLE = 0.9;

  /// More than all there is has been counted more than once.
  private static final double TOO_MUCH = 1.25;

  /// Less processor time than this says nothing of how well it was sampled.
  private static final long LEAST_CPU_NANOS = 1_000_000_000L;

  private final Profile profile;
  private final int type;
  private final Circumstances circumstances;
  private final Observations observations;
  private final List<String> reasons = new ArrayList<>();
  private Verdict verdict = Verdict.GOOD;

  Judging(Profile profile, int type, Circumstances circumstances) {
    this.profile = profile;
    this.type = type;
    this.circumstances = circumstances;
    observations = Observations.of(profile, type);
  }

  EvidenceQuality quality() {
    boolean empty = profile.sampleCount() == 0 || profile.total(type) == 0;
    if (empty) {
      add(Verdict.INSUFFICIENT, "nothing was recorded" + whyNothing());
    } else {
      samples();
      coverage();
      gaps();
      losses();
      names();
    }
    blindSpots();
    duration();
    if (circumstances.load() == Circumstances.Load.ABSENT) {
      add(Verdict.CARE, "recorded without load");
    }
    return new EvidenceQuality(verdict, reasons);
  }

  /// Go records contention only where the program asks for it.
  private String whyNothing() {
    boolean contention =
        profile.type("contentions").isPresent() && profile.type("delay").isPresent();
    return contention
        ? "; Go looks at waiting only after SetMutexProfileFraction or SetBlockProfileRate"
        : "";
  }

  private void samples() {
    long idle = observations.idleCount();
    long active = observations.count() - idle;
    Share idleShare = share(idle, observations.count());
    if (idleShare.value() >= MOSTLY_IDLE) {
      add(Verdict.CARE, idleShare + " of the samples are idle");
    } else if (idle == 0 && isCpuTime()) {
      busy();
    }
    if (!observations.counted()) {
      return;
    }
    String what = active == 1 ? "sample" : "samples";
    String which = idle == 0 ? "" : active == 1 ? " that is not idle" : " that are not idle";
    String few = "only %s %s%s".formatted(new Quantity(active, Unit.COUNT), what, which);
    if (active < FEWEST_SAMPLES) {
      add(Verdict.INSUFFICIENT, few + ", at least " + FEWEST_SAMPLES + " are needed");
    } else if (active < FEW_SAMPLES) {
      add(Verdict.CARE, few + ": small shares are uncertain");
    }
  }

  /// Profilers of processor time do not see a program that rests; its duration tells.
  private void busy() {
    OptionalLong duration = profile.recording().durationNanos();
    if (duration.isPresent()) {
      Share busy = share(profile.total(type), duration.getAsLong());
      if (busy.value() <= 1 - MOSTLY_IDLE) {
        add(Verdict.CARE, "the program ran for " + busy + " of the time only");
      }
    }
  }

  private void coverage() {
    OptionalDouble seen = seen();
    if (seen.isEmpty()) {
      return;
    }
    if (seen.getAsDouble() > TOO_MUCH) {
      add(
          Verdict.CARE,
          String.format(
              Locale.ROOT,
              "samples cover %.1f times the processor time used: counted twice?",
              seen.getAsDouble()));
    } else if (1 - seen.getAsDouble() >= MUCH) {
      Share share = new Share(Math.clamp(seen.getAsDouble(), 0, 1));
      hidden(1 - seen.getAsDouble(), "samples cover only " + share + " of the processor time used");
    }
  }

  /// Time in which a profiler should have looked and did not, by its own times. As with lost samples,
  /// when it is late has little to do with what the program is at, which may have stood still too.
  private void gaps() {
    Recording recording = profile.recording();
    Share unseen = share(recording.unseenNanos(), recording.durationNanos().orElse(0));
    if (unseen.value() >= MUCH) {
      Verdict weight = unseen.value() >= NEARLY_ALL ? Verdict.INSUFFICIENT : Verdict.CARE;
      add(weight, "no samples were taken for " + unseen + " of the time");
    }
  }

  /// The part of the processor time that samples stand for, where both are known; samples that were
  /// lost are a reason of their own, and count as taken here.
  private OptionalDouble seen() {
    Recording recording = profile.recording();
    OptionalLong used =
        recording.cpuNanos().isPresent() ? recording.cpuNanos() : circumstances.cpuNanos();
    if (!isCpuTime() || used.isEmpty() || used.getAsLong() < LEAST_CPU_NANOS) {
      return OptionalDouble.empty();
    }
    double lost = (double) recording.droppedCount() * recording.periodNanos().orElse(0);
    return OptionalDouble.of((profile.total(type) + lost) / used.getAsLong());
  }

  private boolean isCpuTime() {
    return profile.types().get(type).unit().equals(Unit.NANOSECONDS)
        && profile.types().get(type).name().equals("cpu");
  }

  /// Of a profile with several kinds of samples, losses are told for those that it puts first.
  private void losses() {
    if (observations.apart() && type != profile.defaultType()) {
      return;
    }
    Recording recording = profile.recording();
    long count = observations.count();
    long all = Math.addExact(Math.max(0, count), recording.droppedCount());
    Share lost = share(recording.droppedCount(), all);
    if (lost.value() >= A_TENTH) {
      Verdict weight = lost.value() >= NEARLY_ALL ? Verdict.INSUFFICIENT : Verdict.CARE;
      add(weight, lost + " of the samples were lost");
    }
    Share truncated = share(recording.truncatedCount(), count);
    if (truncated.value() >= SOME) {
      add(Verdict.CARE, truncated + " of the stacks were cut short by the profiler");
    }
  }

  private void names() {
    Share nameless = share(NamelessCode.value(profile, type), Math.max(0, profile.total(type)));
    hidden(nameless.value(), nameless + " is in code without symbols");
  }

  private void blindSpots() {
    OptionalDouble seen = seen();
    boolean covered = seen.isPresent() && 1 - seen.getAsDouble() < MUCH;
    for (BlindSpot spot : BlindSpot.values()) {
      if (!profile.recording().blindSpots().contains(spot)) {
        continue;
      }
      switch (spot) {
        case JAVA_CODE_ONLY -> {
          if (isCpuTime() && !covered) {
            add(Verdict.CARE, "jdk.ExecutionSample misses native code and intrinsics");
          }
        }
        case TWO_SAMPLERS ->
            add(Verdict.GOOD, "two samplers looked at the same time, one of them is counted");
        case WITHOUT_IDLE ->
            add(Verdict.GOOD, "the profiler may have left out threads that it took to be idle");
        case SWITCHED_OFF -> add(Verdict.INSUFFICIENT, "not recorded: its sampling period is 0");
      }
    }
  }

  private void duration() {
    OptionalLong lasted = profile.recording().durationNanos();
    OptionalLong asked = circumstances.minimumNanos();
    if (lasted.isPresent() && asked.isPresent() && lasted.getAsLong() < asked.getAsLong()) {
      add(
          Verdict.CARE,
          "recorded for %s, the standards ask for %s"
              .formatted(
                  new Quantity(lasted.getAsLong(), Unit.NANOSECONDS),
                  new Quantity(asked.getAsLong(), Unit.NANOSECONDS)));
    }
  }

  /// Weighs what is not seen.
  private void hidden(double part, String reason) {
    if (part >= MOST) {
      add(Verdict.INSUFFICIENT, reason);
    } else if (part >= MUCH) {
      add(Verdict.CARE, reason);
    }
  }

  private void add(Verdict atLeast, String reason) {
    verdict = atLeast.compareTo(verdict) > 0 ? atLeast : verdict;
    reasons.add(reason);
  }

  private static Share share(long part, long whole) {
    return whole <= 0 ? new Share(0) : new Share(Math.clamp((double) part / whole, 0, 1));
  }
}
