package hone.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a file of the repository.
///
/// @param file path from the root of the repository, with `/`, that does not lead out of it
/// @param line from 1
public record Place(String file, int line) {

  private static final Pattern TEXT = Pattern.compile("(?s)(.+):(\\d{1,8})");

  public Place {
    if (!isInside(file) || line < 1) {
      throw new IllegalArgumentException("not a place in the repository: " + file + ":" + line);
    }
  }

  /// The place that a text such as `internal/api/api.go:57` names; none where it names no line of
  /// the repository.
  static Optional<Place> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? of(matcher.group(1), Integer.parseInt(matcher.group(2)))
        : Optional.empty();
  }

  static Optional<Place> of(String file, int line) {
    return isInside(file) && line >= 1 ? Optional.of(new Place(file, line)) : Optional.empty();
  }

  private static boolean isInside(String file) {
    return !file.isBlank()
        && file.indexOf('\\') < 0
        && Stream.of(file.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
