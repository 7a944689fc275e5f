package hone.service;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// One thing a team accepts although the gate would close for it: words of its own, with somebody
/// who answers for them and a day on which they end.
///
/// @param benchmark as the gate names it
/// @param metric    empty only where nothing is measured any more: then it is for all of them
/// @param of        what is accepted
/// @param upTo      largest change for the worse, a ratio; 0 where nothing is measured
/// @param expires   last day on which it holds
/// @param line      in its file, from 1
public record Acceptance(
    String benchmark,
    Optional<String> metric,
    Of of,
    double upTo,
    String reason,
    String owner,
    LocalDate expires,
    int line) {

  private static final int LONGEST = 300;

  /// What a team may accept.
  public enum Of {
    REGRESSED,
    MISSING,
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Acceptance {
    Checks.filled("benchmark", benchmark);
    metric.ifPresent(name -> Checks.filled("metric", name));
    Checks.filled("reason", reason);
    Checks.filled("owner", owner);
    if (reason.length() > LONGEST || owner.length() > LONGEST) {
      throw new IllegalArgumentException("reason or owner is longer than 300 characters");
    }
    if (of == Of.REGRESSED ? !(upTo > 0 && upTo <= 10) : upTo != 0) {
      throw new IllegalArgumentException("up_to is not between 0 % and 1000 %: " + upTo * 100);
    }
  }

  /// Whether the other says the same, wherever it stands.
  public boolean isSame(Acceptance other) {
    return at(0).equals(other.at(0));
  }

  private Acceptance at(int elsewhere) {
    return new Acceptance(benchmark, metric, of, upTo, reason, owner, expires, elsewhere);
  }
}
