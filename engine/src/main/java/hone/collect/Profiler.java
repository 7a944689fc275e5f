package hone.collect;

import hone.live.EventLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes profiles of a running service.
interface Profiler {

  /// Looks whether it is there, before anything is started.
  void check() throws CollectException;

  /// Variables the service must be started with.
  ///
  /// @param given  what it gets otherwise, for variables that add to a value
  /// @param folder where profiles are written, for files that it must be started with
  /// @throws IOException if such a file cannot be written
  Map<String, String> environment(Map<String, String> given, Path folder) throws IOException;

  /// Profiles for the target's duration.
  ///
  /// @return what was recorded, at least one profile
  /// @throws IOException if a profile cannot be written
  Recording record(Target target) throws CollectException, IOException, InterruptedException;

  /// What was recorded.
  ///
  /// @param eventLoop how the service's event loop got on, where it has one that was looked at
  record Recording(List<CollectedProfile> profiles, Optional<EventLoop> eventLoop) {

    public Recording {
      profiles = List.copyOf(profiles);
    }

    /// Profiles alone.
    static Recording of(List<CollectedProfile> profiles) {
      return new Recording(profiles, Optional.empty());
    }
  }

  /// A variable's value with words added at its end.
  static String added(Map<String, String> given, String variable, String words) {
    String inherited = System.getenv().getOrDefault(variable, "");
    String value = given.getOrDefault(variable, inherited);
    return value.isBlank() ? words : value + " " + words;
  }
}
