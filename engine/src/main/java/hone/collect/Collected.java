package hone.collect;

import hone.live.EventLoop;
import hone.live.ProcessFigures;
import hone.load.LoadReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What a collection brought.
///
/// @param profiles   at least one
/// @param load       what the service was under while they were taken
/// @param processors how many processors the service kept busy meanwhile, where the system tells
/// @param eventLoop  how the service's event loop got on meanwhile, where it has one
/// @param clinic     what Clinic.js wrote in runs of its own, where it was run
/// @param warnings   what to know when judging them, one sentence each
public record Collected(
    List<CollectedProfile> profiles,
    LoadReport load,
    OptionalDouble processors,
    Optional<EventLoop> eventLoop,
    List<ClinicFolder> clinic,
    List<String> warnings) {

  public Collected {
    profiles = List.copyOf(profiles);
    clinic = List.copyOf(clinic);
    warnings = List.copyOf(warnings);
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("no profile was collected");
    }
  }

  /// What Clinic.js Doctor noted of the process under load.
  public Optional<ProcessFigures> doctor() {
    return clinic.stream().flatMap(folder -> folder.figures().stream()).findFirst();
  }

  /// The same, with what Clinic.js wrote, or why it did not.
  Collected with(List<ClinicFolder> folders, List<String> more) {
    List<String> sentences = Stream.concat(warnings.stream(), more.stream()).toList();
    return new Collected(profiles, load, processors, eventLoop, folders, sentences);
  }
}
