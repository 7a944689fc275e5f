package hone.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The load under which a service is profiled and measured.
public sealed interface LoadPlan {

  /// How long load is kept up while the service is profiled.
  Duration duration();

  /// How long load is kept up before that.
  Duration warmup();

  /// Load that hone drives itself: an open model, requests in proportion to their weights.
  ///
  /// @param requests at least one
  record Generated(Rate rate, Duration duration, Duration warmup, List<RequestTemplate> requests)
      implements LoadPlan {
    public Generated {
      requests = List.copyOf(requests);
      Checks.positive("duration", duration);
      if (requests.isEmpty()) {
        throw new IllegalArgumentException("requests is empty");
      }
    }
  }

  /// Load that a tool of the team's own drives; its figures are not hone's.
  ///
  /// @param command       command line; may hold `${PORT}`
  /// @param endpointClass name of the latency budget that its requests come under
  record External(
      String command, Duration duration, Duration warmup, Optional<String> endpointClass)
      implements LoadPlan {
    public External {
      Checks.filled("command", command);
      Checks.positive("duration", duration);
    }
  }
}
