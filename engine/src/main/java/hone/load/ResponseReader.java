package hone.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Reads HTTP/1.1 responses from one connection; bodies are read and let go.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, message body length</a>
final class ResponseReader {

  private static final int LINE_LIMIT_BYTES = 1 << 16;
  private static final int HEADER_LIMIT = 1000;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private int position;
  private int end;
  private long readCount;

  ResponseReader(InputStream in) {
    this.in = in;
  }

  /// The status of a response that was read to its end.
  ///
  /// @param reusable whether another request may follow on the connection
  record Response(int status, boolean reusable) {}

  /// How the end of a body is known.
  private record Framing(long length, boolean chunked, boolean close) {}

  /// How many bytes came since the connection was opened.
  long readCount() {
    return readCount;
  }

  /// Reads the next final response, with its body.
  ///
  /// @param head whether it answers a HEAD request, and so has no body
  Response read(boolean head) throws IOException {
    String statusLine = line();
    int status = status(statusLine);
    Framing framing = headers(statusLine.startsWith("HTTP/1.0"));
    while (status >= 100 && status < 200) {
      statusLine = line();
      status = status(statusLine);
      framing = headers(statusLine.startsWith("HTTP/1.0"));
    }
    if (head || status == 204 || status == 304) {
      return new Response(status, !framing.close());
    }
    if (framing.chunked()) {
      skipChunks();
    } else if (framing.length() >= 0) {
      skip(framing.length());
    } else {
      skipToEnd();
      return new Response(status, false);
    }
    return new Response(status, !framing.close());
  }

  private static int status(String line) throws MalformedResponseException {
    boolean good = line.matches("HTTP/1\\.\\d [1-9]\\d\\d( .*)?");
    if (!good || line.startsWith("101", 9)) {
      throw new MalformedResponseException("not a status line: '" + line + "'");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Framing headers(boolean old) throws IOException {
    long length = -1;
    boolean chunked = false;
    boolean close = old;
    for (int count = 0; count < HEADER_LIMIT; count++) {
      String line = line();
      if (line.isEmpty()) {
        return new Framing(length, chunked, close);
      }
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      switch (name) {
        case "content-length" -> length = number(value, 10);
        case "transfer-encoding" -> chunked = value.endsWith("chunked");
        case "connection" -> close = value.contains("close") || (old && !value.contains("alive"));
        default -> {}
      }
    }
    throw new MalformedResponseException("more than " + HEADER_LIMIT + " headers");
  }

  private void skipChunks() throws IOException {
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      skip(size);
      if (!line().isEmpty()) {
        throw new MalformedResponseException("chunk is longer than its size");
      }
    }
    while (!line().isEmpty()) {
      // trailers
    }
  }

  private long chunkSize() throws IOException {
    String line = line();
    int extension = line.indexOf(';');
    return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
  }

  private static long number(String digits, int radix) throws MalformedResponseException {
    try {
      long number = Long.parseLong(digits, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException broken) {
      // said below
    }
    throw new MalformedResponseException("not a length: '" + digits + "'");
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < LINE_LIMIT_BYTES) {
      if (position == end) {
        fill();
      }
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      line.append(new String(buffer, start, position - start, ISO_8859_1));
      if (position < end) {
        position++;
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
      }
    }
    throw new MalformedResponseException("line of more than " + LINE_LIMIT_BYTES + " bytes");
  }

  private void skip(long length) throws IOException {
    long left = length;
    while (left > 0) {
      if (position == end) {
        fill();
      }
      int taken = (int) Math.min(left, end - position);
      position += taken;
      left -= taken;
    }
  }

  private void skipToEnd() throws IOException {
    do {
      position = end;
    } while (more());
  }

  private void fill() throws IOException {
    if (!more()) {
      throw new EOFException("connection closed within a response");
    }
  }

  private boolean more() throws IOException {
    int count = in.read(buffer);
    position = 0;
    end = Math.max(count, 0);
    readCount += end;
    return count >= 0;
  }
}
