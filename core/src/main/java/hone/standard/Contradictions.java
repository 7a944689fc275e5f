package hone.standard;

import hone.input.FormatException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Refuses standards in which one clause says otherwise than another.
final class Contradictions {

  private Contradictions() {}

  static void check(Standards standards) throws FormatException {
    Map<String, Meaning> said = new HashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Clause clause : standards.clauses()) {
      for (Meaning meaning : clause.meanings()) {
        String subject = subject(meaning);
        Meaning earlier = subject.isEmpty() ? meaning : said.putIfAbsent(subject, meaning);
        if (earlier != null && !earlier.equals(meaning)) {
          throw new FormatException(
              standards.input() + ":" + clause.line(),
              "\"%s\", but line %d says \"%s\""
                  .formatted(
                      meaning.text(), Objects.requireNonNull(lines.get(subject)), earlier.text()));
        }
        lines.putIfAbsent(subject, clause.line());
      }
    }
  }

  /// What may be said once only; empty where many may stand beside each other.
  private static String subject(Meaning meaning) {
    return switch (meaning) {
      case Budget budget -> budget.name() + budget.language();
      case Meaning.Threshold threshold -> "threshold " + threshold.of();
      case Meaning.Significance _ -> "significance";
      case Meaning.MinimumDuration _,
          Meaning.ProfileType _,
          Meaning.Tool _,
          Meaning.Endpoint _,
          Meaning.MinimumRuns _,
          Meaning.Constraint _,
          Meaning.Advice _ ->
          "";
    };
  }
}
