package hone.analysis;

import hone.profile.Profile;
import hone.profile.Recording;
import hone.unit.Quantity;
import hone.unit.Share;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/// Whether a profile is good enough to name what is slow.
///
/// The number of samples decides first: a share p of n samples is known to about ±2·√(p(1−p)/n), so
/// 400 samples tell 10 % to ±3 points and 50 samples to ±8.
///
/// @param verdict the worst that any reason asks for
/// @param reasons each a sentence without a full stop; none where the verdict is good
public record EvidenceQuality(Verdict verdict, List<String> reasons) {

  /// How far to trust a profile.
  public enum Verdict {
    GOOD,
    /// Usable, but no finding from it is critical.
    CARE,
    /// No culprit can be named from it.
    INSUFFICIENT
  }

  private static final long FEWEST_SAMPLES = 50;
  private static final long FEW_SAMPLES = 400;
  private static final double MUCH_LOST = 0.5;
  private static final double SOME_LOST = 0.1;
  private static final double SOME_TRUNCATED = 0.05;
  private static final double MOSTLY_IDLE = 0.9;
  private static final double MOSTLY_NAMELESS = 0.5;

  public EvidenceQuality {
    reasons = List.copyOf(reasons);
  }

  /// Judges one value type of a profile.
  ///
  /// @param type place of a value type of the profile
  public static EvidenceQuality of(Profile profile, int type, Circumstances circumstances) {
    Judging judging = new Judging();
    judging.samples(profile, type);
    judging.losses(profile);
    judging.names(profile, type);
    judging.circumstances(profile.recording(), circumstances);
    return new EvidenceQuality(judging.verdict, judging.reasons);
  }

  /// The verdict so far.
  private static final class Judging {

    private Verdict verdict = Verdict.GOOD;
    private final List<String> reasons = new ArrayList<>();

    void samples(Profile profile, int type) {
      Observations observations = Observations.of(profile);
      if (profile.sampleCount() == 0 || profile.total(type) == 0) {
        add(Verdict.INSUFFICIENT, "nothing was recorded");
        return;
      }
      long idle = observations.idleCount();
      long active = observations.count() - idle;
      Share idleShare = share(idle, observations.count());
      if (idleShare.value() >= MOSTLY_IDLE) {
        add(Verdict.CARE, idleShare + " of the samples are idle");
      }
      if (!observations.counted()) {
        return;
      }
      String which = idle > 0 ? "samples that are not idle" : "samples";
      String few = "only %s %s".formatted(new Quantity(active, Unit.COUNT), which);
      if (active < FEWEST_SAMPLES) {
        add(Verdict.INSUFFICIENT, few + ", at least " + FEWEST_SAMPLES + " are needed");
      } else if (active < FEW_SAMPLES) {
        add(Verdict.CARE, few + ": small shares are uncertain");
      }
    }

    void losses(Profile profile) {
      Recording recording = profile.recording();
      long count = Observations.of(profile).count();
      long all = Math.addExact(Math.max(0, count), recording.droppedCount());
      Share lost = share(recording.droppedCount(), all);
      if (lost.value() >= SOME_LOST) {
        Verdict worst = lost.value() >= MUCH_LOST ? Verdict.INSUFFICIENT : Verdict.CARE;
        add(worst, lost + " of the samples were lost");
      }
      Share truncated = share(recording.truncatedCount(), count);
      if (truncated.value() >= SOME_TRUNCATED) {
        add(Verdict.CARE, truncated + " of the stacks were cut short by the profiler");
      }
    }

    void names(Profile profile, int type) {
      long nameless = 0;
      for (Hotspot hotspot : Hotspots.of(profile, type, Granularity.FUNCTIONS)) {
        if (hotspot.function().equals("<unknown>") || hotspot.function().matches("\\[.*\\.so.*]")) {
          nameless += Math.max(0, hotspot.flat());
        }
      }
      Share share = share(nameless, profile.total(type));
      if (share.value() >= MOSTLY_NAMELESS) {
        add(Verdict.CARE, share + " is in code without symbols");
      }
    }

    void circumstances(Recording recording, Circumstances circumstances) {
      if (recording.durationNanos().isPresent()
          && circumstances.minimumNanos().isPresent()
          && recording.durationNanos().getAsLong() < circumstances.minimumNanos().getAsLong()) {
        Quantity lasted = new Quantity(recording.durationNanos().getAsLong(), Unit.NANOSECONDS);
        Quantity asked = new Quantity(circumstances.minimumNanos().getAsLong(), Unit.NANOSECONDS);
        add(Verdict.CARE, "recorded for %s, the standards ask for %s".formatted(lasted, asked));
      }
      if (circumstances.load() == Circumstances.Load.ABSENT) {
        add(Verdict.CARE, "recorded without load");
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
}
