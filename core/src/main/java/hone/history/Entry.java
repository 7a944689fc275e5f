package hone.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one run has measured: the unit that is added to a history and never changed.
///
/// @param id      tells it apart from every other: the run, and which candidate of it
/// @param source  what made it: `gate`, `measure`, `audit` or `import`
/// @param service in `hone.yaml`
/// @param base    what head was compared against, in the same runs
/// @param head    what was measured
/// @param seed    that decided the order of the runs; 0 where nobody knows
public record Entry(
    String id,
    String source,
    Instant madeAt,
    String service,
    Fingerprint machine,
    Optional<Revision> base,
    Revision head,
    long seed,
    List<Figure> figures) {

  public Entry {
    figures = List.copyOf(figures);
    if (id.isBlank()) {
      throw new IllegalArgumentException("entry has no id");
    }
  }
}
