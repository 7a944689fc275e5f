package hone.analysis;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Tells application code from other tracked files, by path alone.
final class SourcePaths {

  private static final Pattern SOURCE =
      Pattern.compile("\\.(go|py|js|mjs|cjs|jsx|ts|mts|cts|tsx|java|kt|scala|groovy)$");
  private static final Pattern VENDORED =
      Pattern.compile(
          "(^|/)(vendor|node_modules|third_party|bower_components|site-packages|\\.venv|venv|target"
              + "|\\.hone)/");
  private static final Pattern GENERATED =
      Pattern.compile(
          "(\\.pb\\.go|_gen\\.go|_pb2(_grpc)?\\.py|\\.min\\.js|\\.bundle\\.js|_pb\\.js)$");
  private static final Pattern TEST =
      Pattern.compile(
          "_test\\.go$|(^|/)(test_[^/]*|[^/]*_test|conftest)\\.py$"
              + "|\\.(test|spec|bench)\\.[cm]?[jt]sx?$"
              + "|(^|/)(test|tests|__tests__|testdata|bench|benchmarks|src/jmh)/");

  private SourcePaths() {}

  /// Source files under the folders, or, without folders, all that are neither vendored, generated
  /// nor tests.
  ///
  /// @param root folder of the service, empty for the repository's root
  static List<String> application(Collection<String> tracked, String root, List<String> folders) {
    return tracked.stream()
        .filter(path -> SOURCE.matcher(path).find() && isUnder(path, root))
        .filter(path ->
            folders.isEmpty()
                ? isOrdinary(path)
                : folders.stream().anyMatch(folder -> isUnder(path, joined(root, folder))))
        .toList();
  }

  static String joined(String root, String folder) {
    return root.isEmpty() || folder.isEmpty() ? root + folder : root + "/" + folder;
  }

  static boolean isUnder(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  private static boolean isOrdinary(String path) {
    return !VENDORED.matcher(path).find()
        && !GENERATED.matcher(path).find()
        && !TEST.matcher(path).find();
  }
}
