package hone.report;

import hone.analysis.EvidenceQuality;
import hone.input.Printable;

/// Whether a profile can carry a conclusion, for people: a line for each reason.
public final class EvidenceLines {

  private EvidenceLines() {}

  /// The lines, each ended; the verdict alone where there is no reason to name.
  public static String of(EvidenceQuality evidence) {
    StringBuilder lines = new StringBuilder();
    if (evidence.isInsufficient()) {
      lines.append("not enough evidence to name a culprit:\n");
    }
    String verdict = ProfileFields.verdict(evidence.verdict());
    if (evidence.reasons().isEmpty()) {
      lines.append("evidence: ").append(verdict).append('\n');
    }
    for (String reason : evidence.reasons()) {
      lines
          .append("evidence (")
          .append(verdict)
          .append("): ")
          .append(Printable.of(reason))
          .append('\n');
    }
    return lines.toString();
  }
}
