package hone.workspace;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an agent may touch: the files of its finding, and new tests and benchmarks beside them.
final class FindingPolicy {

  private static final int MAX_FILES = 12;
  private static final int MAX_LINES = 1_000;
  private static final int MAX_PATH = 200;
  private static final Set<String> PLAIN_MODES = Set.of("100644", "100755", Touched.ABSENT);

  /// The names by which test runners and benchmark runners find what is new; a helper beside the
  /// base's tests could stand in for one of theirs.
  private static final Pattern NEW_JUDGE =
      Pattern.compile(
          "(.*/)?([^/]*_test\\.go|(test_|bench_)[^/]*\\.py|[^/]+\\.(test|spec|bench)\\.[cm]?[jt]s"
              + "|[^/]+(Test|Tests|Benchmark|Benchmarks)\\.java)");

  private final Set<String> editable;
  private final Map<String, String> folded;

  /// A policy for one finding.
  ///
  /// @param editable files that may be edited
  /// @param base     all files of the base
  FindingPolicy(Set<String> editable, Collection<String> base) {
    this.editable = editable;
    this.folded =
        base.stream()
            .collect(Collectors.toMap(FindingPolicy::folded, Function.identity(), (one, _) -> one));
  }

  /// Why a change is not tried, or nothing where it may be.
  Optional<String> objection(Change change) {
    if (change.files().size() > MAX_FILES) {
      return Optional.of(
          "it touches more than %d files: %d".formatted(MAX_FILES, change.files().size()));
    }
    int lines = Math.addExact(change.addedLines(), change.removedLines());
    if (lines > MAX_LINES) {
      return Optional.of("it changes more than %d lines: %d".formatted(MAX_LINES, lines));
    }
    return change.files().stream()
        .map(file -> objection(file).map(reason -> reason + ": " + shown(file.path())))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> twins(change.files()));
  }

  private Optional<String> objection(Touched file) {
    return first(
        () -> when(!isPlain(file.path()), "a file's name is not plain"),
        () -> when(isMode(file, "120000"), "it has a symbolic link"),
        () -> when(isMode(file, "160000"), "it has a submodule"),
        () -> when(!PLAIN_MODES.contains(file.changeMode()), "it has a file of an unknown kind"),
        () -> when(changesMode(file), "it makes a file executable, or no longer so"),
        () -> when(file.binary(), "it has a file that is no text"),
        () -> when(file.isDeleted(), "it deletes a file"),
        () -> file.isAdded() ? objectionToNew(file.path()) : objectionToEdited(file.path()));
  }

  private Optional<String> objectionToNew(String path) {
    Optional<String> guarded = Policy.objectionToNewJudge(path);
    if (guarded.isPresent()) {
      return guarded.map(FindingPolicy::withoutPath);
    }
    String same = folded.get(folded(path));
    if (same != null) {
      return Optional.of(
          "it adds a file whose name differs from another's only by case or accents");
    }
    return when(
        !NEW_JUDGE.matcher(path).matches(),
        "it adds a file that is neither a test nor a benchmark by its name");
  }

  private Optional<String> objectionToEdited(String path) {
    return Policy.objection(path)
        .map(FindingPolicy::withoutPath)
        .or(() -> when(!editable.contains(path), "it edits a file that is none of the finding's"));
  }

  private static Optional<String> twins(List<Touched> files) {
    Map<String, Long> names =
        files.stream()
            .collect(Collectors.groupingBy(file -> folded(file.path()), Collectors.counting()));
    return files.stream()
        .filter(file -> names.getOrDefault(folded(file.path()), 0L) > 1)
        .findFirst()
        .map(file ->
            "it has two files whose names differ only by case or accents: " + shown(file.path()));
  }

  private static boolean isMode(Touched file, String mode) {
    return file.changeMode().equals(mode) || file.baseMode().equals(mode);
  }

  private static boolean changesMode(Touched file) {
    return file.isAdded()
        ? file.changeMode().equals("100755")
        : !file.isDeleted() && !file.baseMode().equals(file.changeMode());
  }

  /// Whether a path is what it looks like, on every system.
  private static boolean isPlain(String path) {
    return path.length() <= MAX_PATH
        && Normalizer.isNormalized(path, Normalizer.Form.NFC)
        && path.codePoints().allMatch(FindingPolicy::isPlain)
        && Stream.of(path.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.endsWith(".") || part.endsWith(" "));
  }

  private static boolean isPlain(int point) {
    int type = Character.getType(point);
    return "\\:*?\"<>|".indexOf(point) < 0
        && type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /// A path as a file system sees it that knows neither case nor accents' spelling.
  private static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String shown(String path) {
    StringBuilder shown = new StringBuilder();
    path.codePoints()
        .limit(MAX_PATH)
        .forEach(point -> {
          if (isPlain(point)) {
            shown.appendCodePoint(point);
          } else {
            shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
          }
        });
    return shown.toString();
  }

  private static String withoutPath(String reason) {
    return reason.substring(0, reason.indexOf(':'));
  }

  private static Optional<String> when(boolean objected, String reason) {
    return objected ? Optional.of(reason) : Optional.empty();
  }

  /// One reason why a file may not be touched, where it holds.
  @FunctionalInterface
  private interface Reason {
    Optional<String> reason();
  }

  private static Optional<String> first(Reason... reasons) {
    return Stream.of(reasons).map(Reason::reason).flatMap(Optional::stream).findFirst();
  }
}
