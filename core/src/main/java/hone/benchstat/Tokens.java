package hone.benchstat;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The words and signs of a filter or a projection, one after the other.
final class Tokens {

  private static final String SIGNS = "():@,";

  private final String query;
  private int at;

  Tokens(String query) {
    this.query = query;
  }

  /// What a token is.
  enum Kind {
    WORD,
    REGEX,
    AND,
    OR,
    SIGN,
    END
  }

  /// One word or sign.
  ///
  /// @param text  without quotes
  /// @param place where it begins in the query
  /// @param end   one after it
  record Token(Kind kind, String text, int place, int end, Optional<Pattern> pattern) {

    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  /// What comes next, where a word may stand.
  Token peek() throws QueryException {
    return token(false);
  }

  /// What comes next, where a word or `/regexp/` may stand.
  Token peekValue() throws QueryException {
    return token(true);
  }

  /// Goes behind a token.
  void take(Token token) {
    at = token.end();
  }

  QueryException wrong(String message) {
    return QueryException.at(query, at, message);
  }

  QueryException wrong(Token token, String message) {
    return QueryException.at(query, token.place(), message);
  }

  void requireEnd() throws QueryException {
    Token token = peek();
    if (token.kind() != Kind.END) {
      throw wrong("unexpected " + quoted(token.text()));
    }
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private Token token(boolean regex) throws QueryException {
    while (at < query.length() && Fields.isSpace(query.charAt(at))) {
      at++;
    }
    if (at == query.length()) {
      return plain(Kind.END, "", at);
    }
    char first = query.charAt(at);
    if (SIGNS.indexOf(first) >= 0 || first == '-' || first == '*') {
      return plain(Kind.SIGN, String.valueOf(first), at + 1);
    }
    if (regex && first == '/') {
      return regex();
    }
    return first == '"' ? quotedWord() : bareWord();
  }

  private Token plain(Kind kind, String text, int end) {
    return new Token(kind, text, at, end, Optional.empty());
  }

  private Token bareWord() {
    int end = at;
    while (end < query.length()
        && SIGNS.indexOf(query.charAt(end)) < 0
        && !Fields.isSpace(query.charAt(end))) {
      end++;
    }
    String word = query.substring(at, end);
    return switch (word) {
      case "AND" -> plain(Kind.AND, word, end);
      case "OR" -> plain(Kind.OR, word, end);
      default -> plain(Kind.WORD, word, end);
    };
  }

  private Token quotedWord() throws QueryException {
    int end = at + 1;
    while (end < query.length() && (query.charAt(end) != '"' || query.charAt(end - 1) == '\\')) {
      end++;
    }
    if (end == query.length()) {
      throw wrong("missing end quote");
    }
    try {
      return plain(Kind.WORD, query.substring(at + 1, end).translateEscapes(), end + 1);
    } catch (IllegalArgumentException unknown) {
      throw wrong("bad escape sequence");
    }
  }

  private Token regex() throws QueryException {
    int end = regexEnd();
    String text = query.substring(at + 1, end);
    boolean followed =
        end + 1 == query.length()
            || Fields.isSpace(query.charAt(end + 1))
            || (SIGNS + "-*").indexOf(query.charAt(end + 1)) >= 0;
    if (!followed) {
      throw QueryException.at(
          query, end + 1, "regexp must be followed by space or an operator (unescaped \"/\"?)");
    }
    try {
      return new Token(Kind.REGEX, text, at, end + 1, Optional.of(Pattern.compile(text)));
    } catch (PatternSyntaxException wrong) {
      throw wrong("error parsing regexp: " + wrong.getDescription());
    }
  }

  /// Where the closing slash stands: none in brackets, in parentheses or behind a backslash.
  private int regexEnd() throws QueryException {
    int brackets = 0;
    int parentheses = 0;
    for (int i = at + 1; i < query.length(); i++) {
      switch (query.charAt(i)) {
        case '/' -> {
          if (brackets == 0 && parentheses == 0) {
            return i;
          }
        }
        case '[' -> brackets++;
        case ']' -> brackets = Math.max(0, brackets - 1);
        case '(' -> parentheses += brackets == 0 ? 1 : 0;
        case ')' -> parentheses -= brackets == 0 ? 1 : 0;
        case '\\' -> i++;
        default -> {}
      }
    }
    throw wrong("missing close \"/\"");
  }
}
