package hone.collect;

import hone.process.Running;
import hone.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// A service that runs and is to be profiled.
///
/// @param address  of the profiles that Go serves, with the port in it
/// @param folder   where profiles are written
/// @param duration how long to profile
record Target(
    Supervisor supervisor,
    Running service,
    int port,
    String address,
    Path folder,
    Duration duration,
    Warnings warnings) {

  /// The process that listens on the port; of several the one that the others come from.
  ///
  /// @param profiler who wants to know, for the message
  ProcessHandle owner(String profiler) throws CollectException {
    List<ProcessHandle> owners = ListeningSockets.owners(port, service.processes());
    return owners.stream()
        .min(Comparator.comparingLong(process -> ancestors(process, owners)))
        .orElseThrow(() ->
            new CollectException(
                new CollectFailure.ProfilerRefused(
                    profiler,
                    "no process of the service listens on port " + port,
                    "start it directly, not through a daemon or a container")));
  }

  long durationSeconds() {
    return Math.max(1, Math.ceilDiv(duration.toNanos(), 1_000_000_000L));
  }

  private static long ancestors(ProcessHandle process, List<ProcessHandle> among) {
    return among.stream().filter(other -> other.descendants().anyMatch(process::equals)).count();
  }
}
