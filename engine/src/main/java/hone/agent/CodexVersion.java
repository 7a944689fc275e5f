package hone.agent;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of Codex CLI.
record CodexVersion(int major, int minor, int patch) implements Comparable<CodexVersion> {

  /// The oldest that was seen to take all that is asked of it; 0.132.0 does not.
  static final CodexVersion OLDEST = new CodexVersion(0, 150, 0);

  /// The one that the tests run against.
  static final CodexVersion TESTED = new CodexVersion(0, 169, 0);

  private static final Pattern PRINTED =
      Pattern.compile("codex-cli (\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})\\b.*");

  private static final Comparator<CodexVersion> ORDER =
      Comparator.comparingInt(CodexVersion::major)
          .thenComparingInt(CodexVersion::minor)
          .thenComparingInt(CodexVersion::patch);

  /// Reads what `codex --version` prints.
  static Optional<CodexVersion> read(String line) {
    Matcher printed = PRINTED.matcher(line.strip());
    return printed.matches()
        ? Optional.of(
            new CodexVersion(
                Integer.parseInt(printed.group(1)),
                Integer.parseInt(printed.group(2)),
                Integer.parseInt(printed.group(3))))
        : Optional.empty();
  }

  /// What to say of a version that the tests have not seen.
  Optional<String> warning() {
    return major == TESTED.major && minor == TESTED.minor
        ? Optional.empty()
        : Optional.of("codex " + this + " is not tested; codex " + TESTED + " is");
  }

  @Override
  public int compareTo(CodexVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
