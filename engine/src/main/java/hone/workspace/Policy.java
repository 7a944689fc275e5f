package hone.workspace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a candidate's patch may not touch: whatever judges it, builds it or steers it.
///
/// The tests and benchmarks of the baseline judge a candidate, and both are built and started the
/// same way. A patch that edits any of that would be measured by its own rules.
public final class Policy {

  private record Protected(String what, Pattern path) {}

  private static final List<Protected> PROTECTED =
      List.of(
          new Protected(
              "a test",
              path(
                  "(.*/)?(tests?|__tests__|spec|testdata)/.*",
                  "(.*/)?src/test/.*",
                  "(.*/)?[^/]*_test\\.(go|py)",
                  "(.*/)?(test_[^/]*|conftest)\\.py",
                  "(.*/)?[^/]*\\.(test|spec)\\.[cm]?[jt]sx?",
                  "(.*/)?[^/]*(Test|Tests|IT)\\.java")),
          new Protected(
              "a benchmark",
              path(
                  "(.*/)?(bench|benches|benchmark|benchmarks|jmh)/.*",
                  "(.*/)?bench_[^/]*\\.py",
                  "(.*/)?[^/]*\\.bench\\.[cm]?[jt]sx?",
                  "(.*/)?[^/]*Benchmarks?\\.java")),
          new Protected(
              "the build",
              path(
                  "(.*/)?(go\\.(mod|sum|work)|pom\\.xml|[^/]*\\.gradle(\\.kts)?|gradle\\.properties)",
                  "(.*/)?(package(-lock)?\\.json|yarn\\.lock|pnpm-lock\\.yaml|\\.npmrc|tsconfig[^/]*\\.json)",
                  "(.*/)?(pyproject\\.toml|setup\\.(py|cfg)|requirements[^/]*\\.txt|Pipfile(\\.lock)?|"
                      + "poetry\\.lock|uv\\.lock|sitecustomize\\.py|tox\\.ini|pytest\\.ini|[^/]*\\.pth)",
                  "(.*/)?(Makefile|Dockerfile[^/]*|[^/]*\\.mk|CMakeLists\\.txt|build\\.sh)",
                  "(.*/)?\\.mvn/.*")),
          new Protected(
              "continuous integration",
              path("(.*/)?\\.(github|gitlab|gitea|circleci|ci)/.*", "(.*/)?\\.gitlab-ci\\.yml")),
          new Protected(
              "the standards or the settings of hone or an agent",
              path(
                  "(.*/)?(AGENTS|CLAUDE|GEMINI)\\.md",
                  "(.*/)?hone\\.ya?ml",
                  "(.*/)?\\.(agents|codex|claude|hone)/.*")),
          new Protected("git's own files", path("(.*/)?\\.git[^/]*(/.*)?")));

  private Policy() {}

  /// Why a patch is not tried, or nothing where it may be.
  ///
  /// @param paths files the patch adds, changes, renames or deletes
  public static Optional<String> objection(List<String> paths) {
    if (paths.isEmpty()) {
      return Optional.of("it changes nothing");
    }
    for (String path : paths) {
      Optional<String> objection = objection(path);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> objection(String path) {
    return PROTECTED.stream()
        .filter(guarded -> guarded.path().matcher(path).matches())
        .findFirst()
        .map(guarded -> "it touches " + guarded.what() + ": " + path);
  }

  private static Pattern path(String... alternatives) {
    return Pattern.compile(String.join("|", alternatives));
  }
}
