package hone.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders where programs are looked for, in order.
public record SearchPath(List<Path> folders) {

  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  public SearchPath {
    folders = List.copyOf(folders);
  }

  /// Reads the value of a `PATH` variable; entries that are no paths are passed over.
  public static SearchPath of(String variable) {
    return new SearchPath(SEPARATOR.splitAsStream(variable).flatMap(SearchPath::folder).toList());
  }

  /// The search path of this process.
  public static SearchPath inherited() {
    return of(System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
  }

  /// The first executable file of that name.
  public Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> folder(String entry) {
    try {
      return Stream.of(Path.of(entry));
    } catch (InvalidPathException unreadable) {
      return Stream.empty();
    }
  }
}
