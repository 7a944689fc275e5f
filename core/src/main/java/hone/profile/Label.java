package hone.profile;

import java.util.Comparator;

/// What a profiler noted on a sample beside its stack: a request's route, a thread, a size.
///
/// Those of one kind can be put in order for the reason that [Frame#compareTo] gives.
public sealed interface Label {

  String key();

  /// A label whose value is text.
  record Text(String key, String text) implements Label, Comparable<Text> {

    private static final Comparator<Text> ORDER =
        Comparator.comparing(Text::key).thenComparing(Text::text);

    @Override
    public int compareTo(Text other) {
      return ORDER.compare(this, other);
    }
  }

  /// A label whose value is a number.
  ///
  /// @param unit as the format spells it; empty where it names none
  record Amount(String key, long number, String unit) implements Label, Comparable<Amount> {

    private static final Comparator<Amount> ORDER =
        Comparator.comparing(Amount::key)
            .thenComparingLong(Amount::number)
            .thenComparing(Amount::unit);

    @Override
    public int compareTo(Amount other) {
      return ORDER.compare(this, other);
    }
  }
}
