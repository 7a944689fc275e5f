package hone.finding;

import hone.analysis.EvidenceQuality;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the profiles of one service show.
///
/// @param profile              kind of the profile that was looked at first
/// @param durationSeconds      how long was recorded; 0 where nobody knows
/// @param evidence             whether the leading profile can carry a conclusion; of findings that
///                             were read back without any hotspot it is not known
/// @param hotspots             by severity, then by share, largest first
/// @param summary              for people, with every reservation
/// @param estimatedImprovement for people: the bound of the first finding worth optimising
public record Findings(
    String service,
    ProfileKind profile,
    double durationSeconds,
    EvidenceQuality evidence,
    List<Finding> hotspots,
    String summary,
    String estimatedImprovement) {

  /// The order of findings: severity, then share, then place.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Comparator.comparingDouble(Finding::share).reversed())
          .thenComparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::function);

  public Findings {
    hotspots = hotspots.stream().sorted(ORDER).toList();
    if (!(durationSeconds >= 0 && Double.isFinite(durationSeconds))) {
      throw new IllegalArgumentException("duration is negative: " + durationSeconds);
    }
  }

  /// Those worth optimising, in order.
  public List<Finding> material() {
    return hotspots.stream().filter(Finding::material).toList();
  }

  /// The same findings, each changed, and put in order again; the summary begins with the one that
  /// is first now.
  public Findings with(UnaryOperator<Finding> change) {
    List<Finding> changed = hotspots.stream().map(change).sorted(ORDER).toList();
    String first = Summary.first(evidence, hotspots);
    String told =
        summary.startsWith(first)
            ? Summary.first(evidence, changed) + summary.substring(first.length())
            : summary;
    return new Findings(
        service,
        profile,
        durationSeconds,
        evidence,
        changed,
        told,
        Summary.improvement(evidence, changed));
  }

  /// The same findings, their summary with one more sentence.
  public Findings noted(String sentence) {
    return new Findings(
        service,
        profile,
        durationSeconds,
        evidence,
        hotspots,
        summary + " " + sentence,
        estimatedImprovement);
  }
}
