package hone.collect;

/// What a collection is at.
public enum Stage {
  STARTING,
  WARMING_UP,
  PROFILING,
  STOPPING
}
