package hone.project;

import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where one run keeps everything: `.hone/runs/<id>` beside `hone.yaml`.
///
/// @param directory exists
public record RunDirectory(Path directory) {

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// A new, empty directory.
  ///
  /// @param home  directory of `hone.yaml`
  /// @param token tells two runs of one second apart
  public static RunDirectory create(Path home, Instant now, String token) throws Refusal {
    Path directory = home.resolve(".hone").resolve("runs").resolve(ID.format(now) + "-" + token);
    try {
      Files.createDirectories(directory.resolve("profiles"));
      ignore(home);
    } catch (IOException failure) {
      throw unwritable(directory, failure);
    }
    return new RunDirectory(directory);
  }

  /// Makes `.hone` where it is not there yet, and has git ignore all that is in it.
  ///
  /// @param home directory of `hone.yaml`
  public static void ignore(Path home) throws IOException {
    Path mark = Files.createDirectories(home.resolve(".hone")).resolve(".gitignore");
    if (!Files.exists(mark)) {
      AtomicFile.write(mark, "*\n");
    }
  }

  /// The run of that id, or the latest one.
  ///
  /// @throws Refusal if there is none
  public static RunDirectory existing(Path home, Optional<String> id) throws Refusal {
    Path runs = home.resolve(".hone").resolve("runs");
    return id.isPresent() ? named(runs, id.get()) : latest(runs);
  }

  /// The commit that was profiled, where a profile is one of a run's.
  ///
  /// @throws hone.input.FormatException if the run's state cannot be read
  public static Optional<String> revisionOf(Path profile) throws IOException {
    Path profiles = profile.toAbsolutePath().normalize().getParent();
    if (profiles == null || !profiles.endsWith("profiles") || profiles.getParent() == null) {
      return Optional.empty();
    }
    RunDirectory run = new RunDirectory(profiles.getParent());
    return Files.isRegularFile(run.runFile())
        ? Optional.of(RunState.read(run.runFile()).base())
        : Optional.empty();
  }

  private static RunDirectory named(Path runs, String id) throws Refusal {
    Path directory = runs.resolve(id).normalize();
    if (!runs.equals(directory.getParent()) || !Files.isDirectory(directory)) {
      throw Refusal.input(runs + ": no run '" + id + "'");
    }
    return new RunDirectory(directory);
  }

  /// All runs of a project, the latest first.
  public static List<RunDirectory> latestFirst(Path home) throws IOException {
    Path runs = home.resolve(".hone").resolve("runs");
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(runs)) {
      return entries
          .filter(Files::isDirectory)
          .sorted(Comparator.reverseOrder())
          .map(RunDirectory::new)
          .toList();
    }
  }

  private static RunDirectory latest(Path runs) throws Refusal {
    if (!Files.isDirectory(runs)) {
      throw Refusal.input(runs + ": no runs yet; hone audit makes one");
    }
    try (Stream<Path> entries = Files.list(runs)) {
      List<Path> directories = entries.filter(Files::isDirectory).toList();
      return directories.stream()
          .max(Comparator.comparing(path -> String.valueOf(path.getFileName())))
          .map(RunDirectory::new)
          .orElseThrow(() -> Refusal.input(runs + ": no runs yet; hone audit makes one"));
    } catch (IOException failure) {
      throw Refusal.tool(runs + ": cannot be read: " + failure.getMessage());
    }
  }

  /// What to say where nothing can be written.
  public static Refusal unwritable(Path path, IOException failure) {
    String reason =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return Refusal.tool(path + ": cannot be written: " + reason);
  }

  /// Copies patches given by hand into this directory, so that the run can be resumed without them.
  ///
  /// @return where they are, relative to this directory
  public List<String> keep(List<Path> patches) throws IOException {
    List<String> kept = new ArrayList<>();
    for (Path patch : patches) {
      Path copy =
          Path.of("patches", String.valueOf(kept.size() + 1), String.valueOf(patch.getFileName()));
      Files.createDirectories(directory.resolve(copy).resolveSibling("."));
      Files.copy(patch, directory.resolve(copy));
      kept.add(copy.toString());
    }
    return kept;
  }

  /// A patch that was kept.
  ///
  /// @throws Refusal if there is none at that place
  public Path patch(String kept) throws Refusal {
    Path patch = directory.resolve(kept).normalize();
    if (!patch.startsWith(directory) || !Files.isRegularFile(patch)) {
      throw Refusal.input(runFile() + ": no such patch in this run: " + kept);
    }
    return patch;
  }

  public String id() {
    return String.valueOf(directory.getFileName());
  }

  public Path runFile() {
    return directory.resolve("run.json");
  }

  public Path profiles() {
    return directory.resolve("profiles");
  }

  public Path collectedFile() {
    return directory.resolve("collected.json");
  }

  public Path findingsFile() {
    return directory.resolve("findings.json");
  }

  public Path reportFile() {
    return directory.resolve("verdict.json");
  }

  /// The directory of one candidate.
  ///
  /// @param number from 1
  public CandidateDirectory candidate(int number) {
    return new CandidateDirectory(directory.resolve("candidates").resolve(String.valueOf(number)));
  }
}
