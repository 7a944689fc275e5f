package hone.profile;

/// What a profiler noted on a sample beside its stack: a request's route, a thread, a size.
public sealed interface Label {

  String key();

  /// A label whose value is text.
  record Text(String key, String text) implements Label {}

  /// A label whose value is a number.
  ///
  /// @param unit as the format spells it; empty where it names none
  record Amount(String key, long number, String unit) implements Label {}
}
