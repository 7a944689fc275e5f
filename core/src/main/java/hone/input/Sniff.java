package hone.input;

/// What the first bytes of an input tell a reader.
public enum Sniff {
  /// This reader's format, and no other known one.
  YES,
  /// Could be; another reader may know better.
  MAYBE,
  /// Not this reader's.
  NO
}
