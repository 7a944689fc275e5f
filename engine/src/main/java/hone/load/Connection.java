package hone.load;

import hone.load.ResponseReader.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/// A keep-alive connection to a port of this machine.
final class Connection implements AutoCloseable {

  private final Socket socket;
  private final ResponseReader responses;
  private long deadlineNanos;
  private long idleSinceNanos;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.responses = new ResponseReader(new Timed());
  }

  static Connection open(int port, long deadlineNanos) throws IOException {
    Socket socket = Loopback.connect(port, millisUntil(deadlineNanos));
    try {
      socket.setTcpNoDelay(true);
      return new Connection(socket);
    } catch (IOException lost) {
      socket.close();
      throw lost;
    }
  }

  /// Sends a request and reads the whole response.
  ///
  /// @throws SocketTimeoutException if that is not done by the deadline
  Response exchange(Request request, long deadline) throws IOException {
    deadlineNanos = deadline;
    socket.getOutputStream().write(request.bytes());
    return responses.read(request.head());
  }

  long readCount() {
    return responses.readCount();
  }

  void idle() {
    idleSinceNanos = System.nanoTime();
  }

  long idleNanos() {
    return System.nanoTime() - idleSinceNanos;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is of no more use either way.
    }
  }

  private static int millisUntil(long deadlineNanos) throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    if (millis <= 0) {
      throw new SocketTimeoutException("deadline has passed");
    }
    return Math.toIntExact(millis);
  }

  /// Gives each read only the time that is left.
  private final class Timed extends InputStream {

    private final InputStream in = socket.getInputStream();

    Timed() throws IOException {}

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      socket.setSoTimeout(millisUntil(deadlineNanos));
      return in.read(buffer, offset, length);
    }
  }
}
