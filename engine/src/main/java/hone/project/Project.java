package hone.project;

import hone.input.FormatException;
import hone.input.Source;
import hone.service.Language;
import hone.service.Service;
import hone.service.ServiceFile;
import hone.standard.Standards;
import hone.workspace.Git;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One service in its repository: what a run of the loop is about.
///
/// @param home      directory of `hone.yaml`, absolute, inside the repository
/// @param service   with its language settled and its path from the repository's root
/// @param standards of the team, as the working tree has them
public record Project(Repository repository, Path home, Service service, Standards standards) {

  private static final String SETTINGS = "hone.yaml";

  /// The project a directory belongs to: the nearest `hone.yaml` here or above, inside the
  /// repository.
  ///
  /// @param name which service, where the file lists several
  /// @throws Refusal if there is no repository, no settings, or no such service
  /// @throws FormatException if settings or standards cannot be read
  public static Project of(Git git, Path place, Optional<String> name) throws Refusal, IOException {
    Path start = real(place);
    Repository repository = Repository.holding(git, start);
    Path root = real(repository.root());
    Path home =
        home(start, root)
            .orElseThrow(() ->
                Refusal.input(place + ": no hone.yaml here or above; write one with: hone init"));
    Path settings = home.resolve(SETTINGS);
    Service service = service(ServiceFile.read(Source.of(settings)), name, settings);
    Path standards = standardsFile(home, root, service);
    Path directory = home.resolve(service.path()).normalize();
    Service placed = service.withPath(root.relativize(directory).toString().replace('\\', '/'));
    return new Project(
        new Repository(git, root),
        home,
        withLanguage(placed, repository, settings),
        Standards.read(Source.of(standards)));
  }

  /// The directory of the service from the repository's root, empty or ending in `/`.
  public String prefix() {
    return service.path().isEmpty() ? "" : service.path() + "/";
  }

  /// Tracked files of the project that differ from the last commit.
  ///
  /// @throws Refusal if there are any: revisions are what is measured
  public void requireClean() throws Refusal {
    List<String> changed = repository.changedTrackedPaths();
    if (!changed.isEmpty()) {
      throw Refusal.input(
          "%s: %d tracked file%s not committed (%s); hone measures commits: commit or stash first"
              .formatted(
                  repository.root(),
                  changed.size(),
                  changed.size() == 1 ? " is" : "s are",
                  changed.getFirst()));
    }
  }

  private static Optional<Path> home(Path start, Path root) {
    for (Path at = start; at != null && at.startsWith(root); at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(SETTINGS))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Service service(List<Service> services, Optional<String> name, Path settings)
      throws Refusal {
    List<String> names = services.stream().map(Service::name).toList();
    if (name.isPresent()) {
      return services.stream()
          .filter(service -> service.name().equals(name.get()))
          .findFirst()
          .orElseThrow(() ->
              Refusal.input(
                  settings
                      + ": no service '"
                      + name.get()
                      + "', has: "
                      + String.join(", ", names)));
    }
    if (services.size() > 1) {
      throw Refusal.input(
          settings + ": several services: choose with --service: " + String.join(", ", names));
    }
    return services.getFirst();
  }

  private static Path standardsFile(Path home, Path root, Service service) throws Refusal {
    Path beside = home.resolve(service.standards());
    Path above = root.resolve(service.standards());
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    if (Files.isRegularFile(above)) {
      return above;
    }
    throw Refusal.input(
        beside + ": no such file; the team's standards go there: hone init writes a first version");
  }

  private static Service withLanguage(Service service, Repository repository, Path settings)
      throws Refusal {
    if (service.language().isPresent()) {
      return service;
    }
    String prefix = service.path().isEmpty() ? "" : service.path() + "/";
    List<String> paths =
        repository.files(repository.commit("HEAD")).stream()
            .filter(path -> path.startsWith(prefix))
            .map(path -> path.substring(prefix.length()))
            .toList();
    return service.withLanguage(
        Language.detected(paths)
            .orElseThrow(() ->
                Refusal.input(
                    settings + ": cannot tell the language; add a line such as 'language: go'")));
  }

  private static Path real(Path directory) throws Refusal {
    try {
      return directory.toRealPath();
    } catch (IOException absent) {
      throw Refusal.input(directory + ": no such directory");
    }
  }
}
