package hone.load;

import java.util.Locale;

/// Why a request did not succeed.
public enum FailureKind {
  /// No connection: nothing listens, or it takes no more.
  CONNECTION_REFUSED,
  /// The connection ended before the response did.
  CONNECTION_LOST,
  /// No whole response within the time limit, counted from when the request was due.
  TIMEOUT,
  /// What came is not HTTP.
  MALFORMED_RESPONSE,
  /// A status of 400 to 499: the request is wrong, or the load plan is.
  CLIENT_ERROR,
  /// A status of 500 or above.
  SERVER_ERROR;

  /// As reports write it: `connection-refused`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
