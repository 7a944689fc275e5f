package hone.cli;

import hone.input.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder that Clinic.js left, as a profile: the one file in it that holds stacks.
final class ProfileFolder {

  /// `.clinic/<pid>.clinic-flame/<pid>.clinic-flame-samples` is two levels down.
  private static final int DEPTH = 2;

  private static final List<String> WITH_STACKS =
      List.of(
          ".clinic-flame-samples",
          ".clinic-heapprofiler",
          ".clinic-doctor-traceevent",
          ".clinic-bubbleprof-stacktrace");

  private ProfileFolder() {}

  /// The file to read: the path itself, or what a folder holds.
  ///
  /// @throws FormatException if the folder holds no profile of Clinic.js, or more than one
  static Path file(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return path;
    }
    try (Stream<Path> files =
        Files.find(path, DEPTH, (file, kind) -> isProfile(file, kind.isRegularFile()))) {
      List<Path> profiles = files.sorted().toList();
      return switch (profiles.size()) {
        case 0 ->
            throw new FormatException(
                path.toString(), "a folder without a profile of Clinic.js; name a file in it");
        case 1 -> profiles.getFirst();
        default ->
            throw new FormatException(
                path.toString(),
                "has " + profiles.size() + " profiles, name one of: " + names(path, profiles));
      };
    }
  }

  private static boolean isProfile(Path file, boolean regular) {
    String name = file.getFileName().toString();
    return regular && WITH_STACKS.stream().anyMatch(name::endsWith);
  }

  private static String names(Path folder, List<Path> profiles) {
    return profiles.stream()
        .map(profile -> folder.relativize(profile).toString())
        .collect(Collectors.joining(", "));
  }
}
