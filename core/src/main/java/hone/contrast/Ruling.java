package hone.contrast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a program became worse than is put up with.
public sealed interface Ruling {

  /// No row did, and a change of that size would have been found.
  record Passed() implements Ruling {}

  /// Rows that surely cost more, by more than the limit.
  record Worse(List<Row> rows) implements Ruling {
    public Worse {
      rows = List.copyOf(rows);
    }
  }

  /// These profiles cannot tell.
  ///
  /// @param reason a phrase, with advice
  record Unjudged(String reason) implements Ruling {}

  /// Judges a contrast.
  ///
  /// @param limit share of the base's total that a row may grow by, at least 0
  static Ruling of(Contrast contrast, double limit) {
    Optional<Integer> needed = contrast.needed();
    if (needed.isPresent()) {
      return new Unjudged(
          "too few profiles for any answer: need %d a side, have %d and %d"
              .formatted(needed.get(), contrast.base().size(), contrast.other().size()));
    }
    if (contrast.family().rowCount() == 0) {
      return new Unjudged("nothing is large enough to be tested");
    }
    List<Row> worse =
        contrast.rows().stream()
            .filter(row -> row.significant() && contrast.share(row.shift()) > limit)
            .toList();
    if (!worse.isEmpty()) {
      return new Worse(worse);
    }
    return contrast.rows().stream()
        .filter(row -> hidden(contrast, row, limit))
        .findFirst()
        .<Ruling>map(row ->
            new Unjudged(
                "growth of '%s' by so much might have been missed: more profiles a side"
                    .formatted(row.difference().place().text())))
        .orElseGet(Passed::new);
  }

  private static boolean hidden(Contrast contrast, Row row, double limit) {
    // Whoever puts up with no growth at all cannot ask that none could be missed.
    if (limit == 0 || !(row.judgement() instanceof Judgement.Tested tested) || row.significant()) {
      return false;
    }
    OptionalDouble detectable = tested.detectable();
    return detectable.isEmpty() || contrast.share(detectable.getAsDouble()) > limit;
  }
}
