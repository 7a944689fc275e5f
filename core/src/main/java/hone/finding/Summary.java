package hone.finding;

import hone.analysis.Blame;
import hone.analysis.EvidenceQuality;
import hone.unit.Quantity;
import hone.unit.Share;
import hone.unit.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says in a few sentences what the leading profile shows, and what is to be doubted.
final class Summary {

  private static final double MUCH_UNATTRIBUTED = 0.10;

  private final Charged lead;
  private final Conditions conditions;
  private final EvidenceQuality evidence;
  private double missingShare;

  Summary(Charged lead, Conditions conditions, EvidenceQuality evidence) {
    this.lead = lead;
    this.evidence = evidence;
    this.conditions = conditions;
  }

  /// Counts cost at lines that are not in the repository.
  void missing(double share) {
    missingShare = Math.max(missingShare, share);
  }

  double durationSeconds() {
    return duration().map(known -> known.toNanos() / 1e9).orElse(0.0);
  }

  String text(List<Finding> findings) {
    List<String> sentences = new ArrayList<>();
    sentences.add(first(evidence, findings));
    sentences.add(recorded());
    if (evidence.verdict() == EvidenceQuality.Verdict.CARE) {
      sentences.add("To be read with care: " + String.join("; ", evidence.reasons()));
    }
    double outside = lead.share(lead.blame().unattributed());
    if (outside > MUCH_UNATTRIBUTED) {
      sentences.add(new Share(Math.min(outside, 1)) + " lies outside application code" + buckets());
    }
    if (missingShare > 0) {
      sentences.add(
          new Share(Math.min(missingShare, 1))
              + " or more lies on lines that the repository does not have:"
              + " is the profile of another revision?");
    }
    return String.join(". ", sentences).replace("?.", "?") + (missingShare > 0 ? "" : ".");
  }

  static String improvement(EvidenceQuality evidence, List<Finding> findings) {
    if (evidence.isInsufficient()) {
      return "not known: there is not enough evidence";
    }
    return findings.stream()
        .filter(Finding::material)
        .findFirst()
        .map(finding ->
            "at most %s less %s if the first hotspot came to cost nothing (Amdahl's bound)"
                .formatted(new Share(finding.improvementBound()), what(finding.profile())))
        .orElse("none: no hotspot reaches the threshold");
  }

  /// What the first of the findings says, in a sentence.
  static String first(EvidenceQuality evidence, List<Finding> findings) {
    if (evidence.isInsufficient()) {
      return "Not enough evidence to name a culprit: " + String.join("; ", evidence.reasons());
    }
    if (findings.isEmpty()) {
      return "No cost was found on lines of the application";
    }
    Finding worst = findings.getFirst();
    return "%s of %s is spent at %s:%d (%s): %s, %s"
        .formatted(
            new Share(worst.share()),
            what(worst.profile()),
            worst.file(),
            worst.line(),
            worst.function(),
            worst.category().text(),
            worst.severity().text());
  }

  private String recorded() {
    String samples = new Quantity(lead.blame().sampleCount(), Unit.COUNT) + " samples";
    String time =
        duration()
            .map(known -> String.format(Locale.ROOT, " in %.1f s", known.toNanos() / 1e9))
            .orElse("");
    return samples + time + (conditions.loaded() ? " under load" : " without known load");
  }

  private String buckets() {
    List<String> names = new ArrayList<>();
    for (Blame.Bucket bucket : lead.blame().buckets().stream().limit(3).toList()) {
      names.add(bucket.name() + " " + new Share(Math.min(1, lead.share(bucket.value()))));
    }
    return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
  }

  private Optional<Duration> duration() {
    return lead.durationNanos().isPresent()
        ? Optional.of(Duration.ofNanos(lead.durationNanos().getAsLong()))
        : conditions.duration();
  }

  private static String what(ProfileKind kind) {
    return switch (kind) {
      case CPU -> "CPU time";
      case MEMORY -> "allocated memory";
      case GOROUTINE -> "waiting";
      case EVENT_LOOP -> "event loop time";
    };
  }
}
