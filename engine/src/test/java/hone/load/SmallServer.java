package hone.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server on the loopback interface that answers each request line with given bytes.
final class SmallServer implements AutoCloseable {

  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final ServerSocket socket;
  private final Function<String, String> responses;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private SmallServer(ServerSocket socket, Function<String, String> responses) {
    this.socket = socket;
    this.responses = responses;
  }

  /// @param responses from request line to the response's bytes; what ends in no whole response or
  ///                  says `connection: close` also ends the connection
  static SmallServer start(Function<String, String> responses) throws IOException {
    return start("127.0.0.1", responses);
  }

  static SmallServer start(String address, Function<String, String> responses) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1024, InetAddress.ofLiteral(address));
    SmallServer server = new SmallServer(socket, responses);
    Thread.startVirtualThread(server::accept);
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Heads and bodies of the requests that came, in the order in which they came.
  List<String> requests() {
    return List.copyOf(requests);
  }

  int connectionCount() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.startVirtualThread(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the server was closed
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1))) {
      for (Optional<String> request = read(in); request.isPresent(); request = read(in)) {
        requests.add(request.get());
        String response = responses.apply(request.get().lines().findFirst().orElseThrow());
        connection.getOutputStream().write(response.getBytes(ISO_8859_1));
        if (response.contains("close") || response.startsWith("HTTP/1.0")) {
          return;
        }
      }
    } catch (IOException ended) {
      // the client went away
    }
  }

  private static Optional<String> read(BufferedReader in) throws IOException {
    StringBuilder request = new StringBuilder();
    int bodyLength = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      request.append(line).append('\n');
      if (line.isEmpty()) {
        char[] body = new char[bodyLength];
        for (int read = 0; read < bodyLength; ) {
          read += in.read(body, read, bodyLength - read);
        }
        return Optional.of(request.append(body).toString());
      }
      if (line.startsWith("Content-Length: ")) {
        bodyLength = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    return Optional.empty();
  }
}
