package hone.benchstat;

/// A filter, a projection or a number that cannot be understood; the message shows where.
public final class QueryException extends Exception {

  private static final long serialVersionUID = 1;

  QueryException(String message) {
    super(message);
  }

  /// Points at a place of a query.
  static QueryException at(String query, int place, String message) {
    int before = query.codePointCount(0, Math.min(place, query.length()));
    return new QueryException(
        "syntax error: " + message + "\n\t" + query + "\n\t" + " ".repeat(before) + "^");
  }
}
