package hone.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a candidate's patch may not touch: whatever judges it, builds it or steers it.
///
/// The tests and benchmarks of the baseline judge a candidate, and both are built and started the
/// same way. A patch that edits any of that would be measured by its own rules. What a patch may
/// do to the code itself is judged in `hone.policy`.
public final class Policy {

  private record Protected(String what, Pattern path) {}

  private static final Protected TEST =
      new Protected(
          "a test",
          path(
              "(.*/)?(tests?|__tests__|spec|testdata)/.*",
              "(.*/)?src/test/.*",
              "(.*/)?[^/]*_test\\.(go|py)",
              "(.*/)?(test_[^/]*|conftest)\\.py",
              "(.*/)?[^/]*\\.(test|spec)\\.[cm]?[jt]sx?",
              "(.*/)?[^/]*(Test|Tests|IT)\\.java"));
  private static final Protected BENCHMARK =
      new Protected(
          "a benchmark",
          path(
              "(.*/)?(bench|benches|benchmark|benchmarks|jmh)/.*",
              "(.*/)?bench_[^/]*\\.py",
              "(.*/)?[^/]*\\.bench\\.[cm]?[jt]sx?",
              "(.*/)?[^/]*Benchmarks?\\.java"));
  private static final List<Protected> OTHERS =
      List.of(
          new Protected(
              "the build",
              path(
                  "(?i:(.*/)?(go\\.(mod|sum|work(\\.sum)?)|pom\\.xml|[^/]*\\.gradle(\\.kts)?|gradle\\.properties))",
                  "(?i:(.*/)?(package|npm-shrinkwrap|deno|tsconfig[^/]*|jsconfig|[^/]*[-.]lock)\\.jsonc?)",
                  "(?i:(.*/)?([^/]*\\.lock|[^/]*\\.lockb|pnpm-(lock|workspace)\\.yaml|\\.npmrc|\\.yarnrc[^/]*))",
                  "(?i:(.*/)?[^/]*\\.config\\.[cm]?[jt]s|(.*/)?\\.(babelrc|swcrc|mocharc|nycrc)[^/]*)",
                  "(?i:(.*/)?(pyproject\\.toml|setup\\.(py|cfg)|(requirements|constraints)[^/]*\\.txt|Pipfile|"
                      + "(user|site)customize\\.py|tox\\.ini|noxfile\\.py|pytest\\.ini|environment\\.ya?ml|"
                      + "[^/]*\\.pth))",
                  "(?i:(.*/)?((GNU)?makefile|Dockerfile[^/]*|Containerfile|[^/]*\\.dockerfile|"
                      + "docker-compose[^/]*|[^/]*\\.mk|CMakeLists\\.txt|Taskfile\\.ya?ml|justfile))",
                  "(?i:(.*/)?((build|test|bench|benchmark|run|jdk)[^/]*\\.sh|gradlew|mvnw)(\\.bat|\\.cmd)?)",
                  "(?i:(.*/)?(BUILD|WORKSPACE|MODULE)(\\.bazel)?|(.*/)?\\.bazelrc)",
                  "(?i:(.*/)?\\.(nvmrc|tool-versions|(node|python|go|java)-version|sdkmanrc))",
                  "(?i:(.*/)?(\\.mvn|\\.cargo|\\.yarn|META-INF/services)/.*)")),
          new Protected(
              "continuous integration",
              path(
                  "(?i:(.*/)?\\.(github|gitlab|gitea|forgejo|circleci|buildkite|woodpecker|ci)/.*)",
                  "(?i:(.*/)?(\\.gitlab-ci|\\.travis|\\.drone|\\.woodpecker|\\.pre-commit-config|"
                      + "\\.cirrus|appveyor|azure-pipelines|bitbucket-pipelines)\\.ya?ml)",
                  "(?i:(.*/)?Jenkinsfile[^/]*)")),
          new Protected(
              "the standards or the settings of hone or an agent",
              path(
                  "(?i:(.*/)?(AGENTS|CLAUDE|GEMINI|copilot-instructions)(\\.[^/]*)?\\.md)",
                  "(?i:(.*/)?hone(-accepted)?\\.ya?ml)",
                  "(?i:(.*/)?\\.(agents|codex|claude|hone|cursor|gemini|vscode|idea|devcontainer)/.*)",
                  "(?i:(.*/)?\\.(cursorrules|windsurfrules|mcp\\.json|envrc|env(\\.[^/]*)?|aider[^/]*))")),
          new Protected("git's own files", path("(?i:(.*/)?\\.git[^/]*(/.*)?)")));

  private static final Pattern NATIVE =
      path(
          "(?i:.*\\.(s|asm|c|cc|cpp|cxx|h|hpp|pyx|pxd|so|a|o|syso|dll|dylib|pyd|node|wasm|jar|class|"
              + "pyc))");

  private Policy() {}

  /// Why a patch is not tried, or nothing where it may be.
  ///
  /// @param paths files the patch adds, changes, renames or deletes
  public static Optional<String> objection(List<String> paths) {
    if (paths.isEmpty()) {
      return Optional.of("it changes nothing");
    }
    return paths.stream().map(Policy::objection).flatMap(Optional::stream).findFirst();
  }

  /// Why a change is not tried, or nothing where it may be.
  ///
  /// @param base all files of the base
  public static Optional<String> objection(
      Change change, Allowance allowance, Collection<String> base) {
    if (change.files().isEmpty()) {
      return Optional.of("it changes nothing");
    }
    Optional<Touched> machineCode =
        change.files().stream()
            .filter(file -> file.isAdded() && NATIVE.matcher(file.path()).matches())
            .findFirst();
    if (machineCode.isPresent()) {
      return machineCode.map(file -> "it adds native code: " + file.path());
    }
    return switch (allowance) {
      case Allowance.Anywhere _ -> objection(change.paths());
      case Allowance.Finding finding -> new FindingPolicy(finding.paths(), base).objection(change);
    };
  }

  /// Why a file may not be touched by anybody, or nothing where it may be.
  static Optional<String> objection(String path) {
    return touches(path, TEST)
        .or(() -> touches(path, BENCHMARK))
        .or(() -> objectionToNewJudge(path));
  }

  /// The same for a file that may be a new test or benchmark.
  static Optional<String> objectionToNewJudge(String path) {
    return OTHERS.stream()
        .map(guarded -> touches(path, guarded))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Whether a file is a test or a benchmark, or helps one.
  public static boolean isJudge(String path) {
    return TEST.path().matcher(path).matches() || BENCHMARK.path().matcher(path).matches();
  }

  private static Optional<String> touches(String path, Protected guarded) {
    return guarded.path().matcher(path).matches()
        ? Optional.of("it touches " + guarded.what() + ": " + path)
        : Optional.empty();
  }

  private static Pattern path(String... alternatives) {
    return Pattern.compile(String.join("|", alternatives));
  }
}
