package hone.load;

import java.io.IOException;

/// What a server sent is not an HTTP/1.1 response.
final class MalformedResponseException extends IOException {

  private static final long serialVersionUID = 1;

  MalformedResponseException(String message) {
    super(message);
  }
}
