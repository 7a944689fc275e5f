package hone.report;

import hone.analysis.EvidenceQuality;
import tools.jackson.databind.node.ObjectNode;

/// Whether a profile can carry a conclusion, as every document on profiles says it.
public final class EvidenceDocument {

  private EvidenceDocument() {}

  /// An object of `verdict` and `reasons`.
  public static ObjectNode of(EvidenceQuality evidence) {
    return ProfileFields.evidence(evidence);
  }
}
