package hone.analysis;

import hone.profile.Profile;
import java.util.List;

/// Whether a profile is good enough to name what is slow.
///
/// Every reason measures something that the profile does not show, and one rule weighs it: where
/// half is hidden, what is hidden may outweigh all that is seen, and no culprit can be named; where
/// 15 % is hidden, a hotspot of high severity may be among it. `docs/concepts/evidence.md` has each
/// threshold with its source.
///
/// @param verdict the worst that any reason asks for
/// @param reasons each a sentence without a full stop; one that only notes something leaves the
///                verdict good
public record EvidenceQuality(Verdict verdict, List<String> reasons) {

  /// How far to trust a profile.
  public enum Verdict {
    GOOD,
    /// Usable by those who know the reasons.
    CARE,
    /// No culprit can be named from it.
    INSUFFICIENT
  }

  public EvidenceQuality {
    reasons = List.copyOf(reasons);
  }

  /// Judges one value type of a profile.
  ///
  /// @param type place of a value type of the profile
  public static EvidenceQuality of(Profile profile, int type, Circumstances circumstances) {
    return new Judging(profile, type, circumstances).quality();
  }

  /// The worse of two, or the first of equals.
  public EvidenceQuality or(EvidenceQuality other) {
    return verdict.compareTo(other.verdict) >= 0 ? this : other;
  }

  /// Whether nothing can be concluded.
  public boolean isInsufficient() {
    return verdict == Verdict.INSUFFICIENT;
  }
}
