package hone.history;

import hone.bench.Metric;
import java.util.List;
import java.util.Optional;

/// One metric of one benchmark over time.
///
/// @param chain  across machines, by ratios
/// @param tracks on each machine, by absolute figures
/// @param creep  since the release, or whatever was asked for; empty where no run leads from there
public record Story(
    String benchmark, Metric metric, Chain chain, List<Track> tracks, Optional<Creep> creep) {

  public Story {
    tracks = List.copyOf(tracks);
  }
}
