package hone.report;

import hone.analysis.EvidenceQuality;
import hone.view.View;
import java.util.List;
import java.util.Optional;

/// The answer to "what do its lines cost".
///
/// @param revision the commit whose source is shown
public record Listings(
    View view, EvidenceQuality evidence, Optional<String> revision, List<Listing> functions) {

  public Listings {
    functions = List.copyOf(functions);
  }
}
