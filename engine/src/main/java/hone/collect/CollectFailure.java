package hone.collect;

import hone.input.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Why no profile could be collected.
public sealed interface CollectFailure {

  /// Most characters of another program's words that a message quotes.
  int QUOTED = 300;

  /// One line: what is wrong, and what to do where that is known.
  String message();

  /// `hone.yaml` does not say what is needed, and nothing stands in for it.
  record NotDescribed(String key) implements CollectFailure {
    @Override
    public String message() {
      return "hone.yaml has no '" + key + "', which collecting a profile needs";
    }
  }

  /// The start command could not be run at all.
  record CannotBeRun(String reason) implements CollectFailure {
    @Override
    public String message() {
      return "the service cannot be started: " + reason;
    }
  }

  /// The service ended before it was ready.
  record DoesNotStart(int exitCode, List<String> lastLines) implements CollectFailure {
    public DoesNotStart {
      lastLines = List.copyOf(lastLines);
    }

    @Override
    public String message() {
      return "the service ended with exit code "
          + exitCode
          + " before it was ready"
          + quoted(lastLines);
    }
  }

  /// The service runs, but was not ready in time.
  ///
  /// @param awaited what was waited for
  record NotReady(Duration after, String awaited, List<String> lastLines)
      implements CollectFailure {
    public NotReady {
      lastLines = List.copyOf(lastLines);
    }

    @Override
    public String message() {
      return "the service was not ready after "
          + seconds(after)
          + ": waited for "
          + awaited
          + quoted(lastLines);
    }
  }

  /// The service ended while it was under load.
  record DiedUnderLoad(Duration after, int exitCode, List<String> lastLines)
      implements CollectFailure {
    public DiedUnderLoad {
      lastLines = List.copyOf(lastLines);
    }

    @Override
    public String message() {
      return "the service ended with exit code "
          + exitCode
          + " after "
          + seconds(after)
          + " under load"
          + quoted(lastLines);
    }
  }

  /// The service still runs, and takes no more connections.
  record StopsAnswering(List<String> lastLines) implements CollectFailure {
    public StopsAnswering {
      lastLines = List.copyOf(lastLines);
    }

    @Override
    public String message() {
      return "the service took no more connections while it was under load" + quoted(lastLines);
    }
  }

  /// The load command put no load on the service.
  record LoadFailed(String command, String reason) implements CollectFailure {
    @Override
    public String message() {
      return "the load command '" + Printable.of(command, QUOTED) + "' failed: " + reason;
    }
  }

  /// Another program listens where the service would.
  record PortTaken(int port) implements CollectFailure {
    @Override
    public String message() {
      return "port "
          + port
          + " is taken by another program: end it, or write ${PORT} instead of"
          + " the number in hone.yaml";
    }
  }

  /// The profiler is not on this machine, or not in the service.
  ///
  /// @param remedy the one thing to do or run to have it
  record ProfilerMissing(String profiler, String remedy) implements CollectFailure {
    @Override
    public String message() {
      return profiler + " is missing: " + remedy;
    }
  }

  /// The profiler is there and does not profile.
  ///
  /// @param reason as the profiler says it
  record ProfilerRefused(String profiler, String reason, String remedy) implements CollectFailure {
    @Override
    public String message() {
      return profiler
          + " cannot profile the service: "
          + Printable.of(reason.strip().replace('\n', ' '), QUOTED)
          + "; "
          + remedy;
    }
  }

  /// The folder for the profiles takes none.
  record Unwritable(Path folder, String reason) implements CollectFailure {
    @Override
    public String message() {
      return "cannot write to '" + folder + "': " + reason;
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
  }

  private static String quoted(List<String> lines) {
    return lines.isEmpty()
        ? "; it wrote nothing"
        : lines.stream()
            .map(line -> "'" + Printable.of(line.strip(), QUOTED) + "'")
            .collect(Collectors.joining(", ", "; its last lines: ", ""));
  }
}
