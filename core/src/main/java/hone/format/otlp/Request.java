package hone.format.otlp;

import java.util.List;

/// One message: profiles, and the dictionary they refer to.
record Request(Dictionary dictionary, List<ResourceProfile> profiles, int resourceCount) {

  Request {
    profiles = List.copyOf(profiles);
  }
}
