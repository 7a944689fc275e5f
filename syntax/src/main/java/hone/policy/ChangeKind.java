package hone.policy;

/// What a patch does to get faster, the kind to be tried first before the others.
public enum ChangeKind {
  /// Less work: a loop, or a call in a loop, gone; another kind of collection.
  ALGORITHMIC,
  /// The same work, each step cheaper.
  MICRO
}
