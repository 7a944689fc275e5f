package hone.project;

import hone.collect.RuntimeEnvironment;
import hone.measure.Comparison;
import hone.service.Benchmarks;
import hone.workspace.Checkouts;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where revisions of one project are checked out, built, tested and run.
///
/// @param shell     with the environment of the service
/// @param checkouts of one run
public record Workshop(Shell shell, Checkouts checkouts, Comparison comparison) {

  /// The workshop of one run of a project.
  ///
  /// @param base full id of the baseline's commit
  public static Workshop of(Parts parts, Project project, RunDirectory run, String base) {
    Shell shell = new Shell(parts.supervisor(), RuntimeEnvironment.of(project.service()));
    String place =
        UUID.nameUUIDFromBytes(run.directory().toString().getBytes(StandardCharsets.UTF_8))
            .toString()
            .substring(0, 8);
    Path home = parts.cache().resolve("checkouts").resolve(place);
    Checkouts checkouts = new Checkouts(project.repository(), build(project), shell, base, home);
    return new Workshop(shell, checkouts, new Comparison(shell, parts.results(), parts.clock()));
  }

  /// The service's benchmarks.
  ///
  /// @throws Refusal if it has none: nothing can be proven without
  public static Benchmarks benchmarks(Project project) throws Refusal {
    return project
        .service()
        .benchmarks()
        .orElseThrow(() ->
            Refusal.input(
                project.home().resolve("hone.yaml")
                    + ": no benchmarks; nothing can be proven without: add benchmarks: {run: …}"));
  }

  private static Checkouts.Build build(Project project) {
    List<String> lines =
        Stream.of(
                project.service().build(),
                project.service().benchmarks().flatMap(Benchmarks::build))
            .flatMap(Optional::stream)
            .toList();
    return new Checkouts.Build(project.prefix(), lines);
  }
}
