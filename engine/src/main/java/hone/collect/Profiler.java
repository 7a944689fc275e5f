package hone.collect;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Takes profiles of a running service.
interface Profiler {

  /// Looks whether it is there, before anything is started.
  void check() throws CollectException;

  /// Variables the service must be started with.
  ///
  /// @param given what it gets otherwise, for variables that add to a value
  Map<String, String> environment(Map<String, String> given);

  /// Profiles for the target's duration.
  ///
  /// @return at least one profile
  /// @throws IOException if a profile cannot be written
  List<CollectedProfile> record(Target target)
      throws CollectException, IOException, InterruptedException;

  /// A variable's value with words added at its end.
  static String added(Map<String, String> given, String variable, String words) {
    String inherited = System.getenv().getOrDefault(variable, "");
    String value = given.getOrDefault(variable, inherited);
    return value.isBlank() ? words : value + " " + words;
  }
}
