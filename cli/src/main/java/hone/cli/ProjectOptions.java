package hone.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command on a project takes.
final class ProjectOptions {

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Directory of the service (default: the current one).")
  private Path directory;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Which service, where hone.yaml lists several.")
  private @Nullable String service;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  Path directory() {
    return directory;
  }

  Optional<String> service() {
    return Optional.ofNullable(service);
  }

  boolean json() {
    return json;
  }
}
