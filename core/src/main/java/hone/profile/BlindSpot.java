package hone.profile;

/// What a profiler cannot see, by the way it looks.
public enum BlindSpot {
  /// The JDK's `jdk.ExecutionSample`: of threads that run Java code, at most eight at a time; neither
  /// native code nor what the JVM replaces by instructions of its own.
  JAVA_CODE_ONLY,
  /// Two samplers looked at the same processor time; only one of them is counted.
  TWO_SAMPLERS,
  /// Threads that the profiler took to be idle are left out, as py-spy does unless told otherwise:
  /// waiting is not in it. Its speedscope files do not say what it was told.
  WITHOUT_IDLE,
  /// The profiler was never switched on: nothing is seen because nobody looked.
  SWITCHED_OFF
}
