package hone.revision;

import hone.gate.GateResult;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The files that measure a change and that the change edits.
///
/// Both sides are measured with the base's where the change builds with them: what judges is the
/// baseline's. Where it does not, or takes a benchmark away, each side runs its own, and an open
/// gate would prove nothing.
///
/// @param edited   paths of benchmarks that both revisions have and that differ
/// @param changes  what became of the benchmarks, new and deleted files included
/// @param readable whether every edited file says which benchmarks it has, so that none can go
///                 unseen
record Harness(List<String> edited, BenchmarkChanges changes, boolean readable) {

  private static final int NAMED = 3;

  private static final Pattern BENCHMARK_FOLDER =
      Pattern.compile("(?i)(.*/)?(bench|benches|benchmark|benchmarks|jmh)/.*");
  private static final Pattern BENCHMARK_NAME =
      Pattern.compile(
          "(?i)(.*/)?(bench[._-]?[^/]*|[^/]*[._-]bench\\.[^/]*|[^/]*benchmarks?\\.[^/]*)");
  private static final Pattern BENCHMARK_TEXT =
      Pattern.compile(
          "\\bfunc Benchmark\\w*\\(|\\borg\\.openjdk\\.jmh\\b|\\bdef"
              + " test_\\w+\\(.*\\bbenchmark\\b");
  private static final Pattern READ = Pattern.compile(".*\\.(go|java|py)");

  Harness {
    edited = List.copyOf(edited);
  }

  /// @param command line that runs the benchmarks; files it names measure too
  static Harness changed(Repository repository, String base, String head, String command)
      throws Refusal {
    List<String> both = repository.edited(base, head);
    List<String> edited = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    boolean readable = true;
    for (String path : repository.changed(base, head)) {
      if (!mayMeasure(path, command)) {
        continue;
      }
      String old = repository.text(base, path).orElse("");
      String now = repository.text(head, path).orElse("");
      if (measures(path, command, old.isEmpty() ? now : old)) {
        before.add(old);
        after.add(now);
        if (both.contains(path)) {
          edited.add(path);
          readable &= BenchmarkChanges.declares(old) && BenchmarkChanges.declares(now);
        }
      }
    }
    return new Harness(edited, BenchmarkChanges.between(before, after), readable);
  }

  /// Fingerprint of every file that measures in a checkout, and of the command that runs them.
  ///
  /// @param files of the revision, relative to the checkout
  static String hash(Path checkout, List<String> files, String command) throws IOException {
    MessageDigest digest = sha256();
    digest.update(command.getBytes(StandardCharsets.UTF_8));
    for (String path : files) {
      Path file = checkout.resolve(path);
      if (mayMeasure(path, command) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = Files.readAllBytes(file);
        String text = READ.matcher(path).matches() ? new String(bytes, StandardCharsets.UTF_8) : "";
        if (measures(path, command, text)) {
          digest.update((byte) 0);
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(bytes);
        }
      }
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /// Whether the base's files can stand for the change's own without hiding anything.
  boolean isReplaceable() {
    return !edited.isEmpty() && readable && changes.removed().isEmpty();
  }

  /// The result where both sides ran the base's files.
  GateResult replaced(GateResult result) {
    return result.noting(
        "the change edits what measures it (%s): both sides were measured with the base's%s"
            .formatted(paths(), named()));
  }

  /// The result where each side ran its own: undecided where it was open.
  GateResult applied(GateResult result) {
    if (edited.isEmpty()) {
      return changes.isEmpty() ? result : result.noting("benchmarks" + named());
    }
    return result.doubted(
        "the change edits what measures it (%s): each side ran its own%s; judge code and benchmarks in changes of their own"
            .formatted(paths(), named()));
  }

  private String paths() {
    return String.join(", ", edited.stream().limit(NAMED).toList())
        + (edited.size() > NAMED ? " and " + (edited.size() - NAMED) + " more" : "");
  }

  private String named() {
    return changes.isEmpty() ? "" : ": " + changes.text();
  }

  private static boolean measures(String path, String command, String text) {
    return isNamedSo(path, command)
        || (READ.matcher(path).matches() && BENCHMARK_TEXT.matcher(text).find());
  }

  /// Whether the text of a file is worth looking at.
  private static boolean mayMeasure(String path, String command) {
    return isNamedSo(path, command) || READ.matcher(path).matches();
  }

  private static boolean isNamedSo(String path, String command) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return command.matches("(?s)(.*[\\s/'\"])?" + Pattern.quote(file) + "([\\s'\"].*)?")
        || BENCHMARK_FOLDER.matcher(path).matches()
        || BENCHMARK_NAME.matcher(path).matches();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
