package hone.audit;

import hone.finding.Findings;
import java.util.List;
import java.util.Optional;

/// What a run of the loop has come to.
///
/// @param run        its id
/// @param service    name of the service
/// @param recorded   what was collected, once it was
/// @param findings   of the profiles, once they were analysed
/// @param contenders every candidate that was tried
public record Report(
    String run,
    String service,
    Optional<Recorded> recorded,
    Optional<Findings> findings,
    List<Contender> contenders) {

  public Report {
    contenders = List.copyOf(contenders);
  }
}
