package hone.collect;

import hone.service.Ready;
import hone.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// The port a service listens on.
///
/// @param number what stands for `${PORT}`
record Port(int number) {

  private static final String PLACEHOLDER = "${PORT}";

  /// The port that `hone.yaml` names, if it is free; a free one where it leaves that to us.
  static Port of(Service service) throws CollectException, IOException {
    Optional<Integer> fixed = fixed(service);
    if (fixed.isEmpty()) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        return new Port(free.getLocalPort());
      }
    }
    if (taken(fixed.get())) {
      throw new CollectException(new CollectFailure.PortTaken(fixed.get()));
    }
    return new Port(fixed.get());
  }

  /// The text with the number where `${PORT}` stands.
  String in(String text) {
    return text.replace(PLACEHOLDER, Integer.toString(number));
  }

  private static Optional<Integer> fixed(Service service) {
    boolean ours =
        Stream.concat(service.start().stream(), service.env().values().stream())
            .anyMatch(text -> text.contains(PLACEHOLDER) || text.matches("(?s).*\\$PORT\\b.*"));
    if (ours) {
      return Optional.empty();
    }
    String address =
        switch (service.ready()) {
          case Ready.Http(String url) -> url;
          case Ready.Tcp(String hostAndPort) -> "tcp://" + hostAndPort;
          case Ready.Log _, Ready.Command _ -> service.profile();
        };
    return address.contains(PLACEHOLDER) ? Optional.empty() : number(address);
  }

  private static Optional<Integer> number(String address) {
    URI uri = URI.create(address);
    if (uri.getPort() > 0) {
      return Optional.of(uri.getPort());
    }
    return uri.getScheme().equals("http") ? Optional.of(80) : Optional.of(443);
  }

  private static boolean taken(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return false;
    } catch (IOException inUse) {
      return true;
    }
  }
}
