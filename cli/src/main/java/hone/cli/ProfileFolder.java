package hone.cli;

import hone.input.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder that Clinic.js left, as a profile: the one file in it that holds stacks.
final class ProfileFolder {

  /// `.clinic/<pid>.clinic-flame/<pid>.clinic-flame-samples` is two levels down.
  private static final int DEPTH = 2;

  private static final String BUBBLEPROF_STACKS = ".clinic-bubbleprof-stacktrace";
  private static final String BUBBLEPROF_EVENTS = ".clinic-bubbleprof-traceevent";

  private static final List<String> WITH_STACKS =
      List.of(
          ".clinic-flame-samples",
          ".clinic-heapprofiler",
          ".clinic-doctor-traceevent",
          BUBBLEPROF_STACKS);

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
        case 0 -> throw new FormatException(path.toString(), nothing(path));
        case 1 -> profiles.getFirst();
        default ->
            throw new FormatException(
                path.toString(),
                "has " + profiles.size() + " profiles, name one of: " + names(path, profiles));
      };
    }
  }

  /// The events that bubbleprof wrote beside its stacks: what the operations waited for, and how long.
  static Optional<Path> eventsBeside(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(BUBBLEPROF_STACKS)) {
      return Optional.empty();
    }
    String process = name.substring(0, name.length() - BUBBLEPROF_STACKS.length());
    return Optional.of(file.resolveSibling(process + BUBBLEPROF_EVENTS))
        .filter(Files::isRegularFile);
  }

  private static String nothing(Path folder) {
    return folder.toString().endsWith(".trace")
        ? "a recording of Instruments; `xctrace export --input FOLDER --xpath"
            + " '/trace-toc/*/data/table[@schema=\"time-profile\"]'` prints it for `inferno-collapse-xctrace`,"
            + " which prints what is read"
        : "a folder without a profile of Clinic.js; name a file in it";
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
