package hone.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Connections to this machine, whichever version of IP a service chose.
public final class Loopback {

  private Loopback() {}

  /// A connection to a port of 127.0.0.1, or else of ::1, where services that ask for `localhost`
  /// may listen alone.
  ///
  /// @throws ConnectException if neither accepts one
  public static Socket connect(int port, int timeoutMillis) throws IOException {
    try {
      return connect("127.0.0.1", port, timeoutMillis);
    } catch (ConnectException refused) {
      try {
        return connect("::1", port, timeoutMillis);
      } catch (IOException neither) {
        throw refused;
      }
    }
  }

  private static Socket connect(String address, int port, int timeoutMillis) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), timeoutMillis);
      return socket;
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }
}
