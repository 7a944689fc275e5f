package hone.benchstat;

import hone.benchstat.Tokens.Kind;
import hone.benchstat.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads filters: `.name:Copy (/size:4k OR /size:/[0-9]+m/) -.unit:B/s`.
///
/// @see <a href="https://pkg.go.dev/golang.org/x/perf/benchproc/syntax">the syntax</a>
final class FilterParser {

  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private int depth;

  private FilterParser(Tokens tokens) {
    this.tokens = tokens;
  }

  static Filter parse(String query) throws QueryException {
    FilterParser parser = new FilterParser(new Tokens(query));
    Filter filter = parser.either();
    parser.tokens.requireEnd();
    return filter;
  }

  private Filter either() throws QueryException {
    List<Filter> filters = new ArrayList<>(List.of(both()));
    for (Token token = tokens.peek(); token.kind() == Kind.OR; token = tokens.peek()) {
      tokens.take(token);
      filters.add(both());
    }
    return filters.size() == 1 ? filters.getFirst() : new Filter.Or(filters);
  }

  private Filter both() throws QueryException {
    List<Filter> filters = new ArrayList<>(List.of(match()));
    while (true) {
      Token token = tokens.peek();
      if (token.kind() == Kind.AND) {
        tokens.take(token);
      } else if (token.kind() == Kind.WORD || token.is("(") || token.is("-") || token.is("*")) {
        filters.add(match());
      } else if (token.kind() == Kind.OR || token.kind() == Kind.END || token.is(")")) {
        return filters.size() == 1 ? filters.getFirst() : new Filter.And(filters);
      } else {
        throw tokens.wrong("unexpected " + Tokens.quoted(token.text()));
      }
    }
  }

  private Filter match() throws QueryException {
    depth++;
    if (depth > DEEPEST) {
      throw tokens.wrong("nested more than " + DEEPEST + " deep");
    }
    Filter filter = nested();
    depth--;
    return filter;
  }

  private Filter nested() throws QueryException {
    Token token = tokens.peek();
    if (token.is("(")) {
      tokens.take(token);
      Filter filter = either();
      Token close = tokens.peek();
      if (!close.is(")")) {
        throw tokens.wrong("missing \")\"");
      }
      tokens.take(close);
      return filter;
    }
    if (token.is("-")) {
      tokens.take(token);
      return new Filter.Not(match());
    }
    if (token.is("*")) {
      tokens.take(token);
      return new Filter.And(List.of());
    }
    if (token.kind() != Kind.WORD) {
      throw tokens.wrong("expected key:value or subexpression");
    }
    return keyed(token);
  }

  private Filter keyed(Token key) throws QueryException {
    tokens.take(key);
    Token colon = tokens.peek();
    if (!colon.is(":")) {
      throw tokens.wrong(key, "expected key:value");
    }
    tokens.take(colon);
    Token value = tokens.peekValue();
    if (value.kind() == Kind.WORD || value.kind() == Kind.REGEX) {
      tokens.take(value);
      return filter(key, value);
    }
    if (!value.is("(")) {
      throw tokens.wrong(key, "expected key:value");
    }
    tokens.take(value);
    return anyOf(key);
  }

  private Filter anyOf(Token key) throws QueryException {
    List<Filter> filters = new ArrayList<>();
    while (true) {
      Token value = tokens.peekValue();
      if (value.kind() != Kind.WORD && value.kind() != Kind.REGEX) {
        throw tokens.wrong("expected value");
      }
      tokens.take(value);
      filters.add(filter(key, value));
      Token next = tokens.peekValue();
      if (!next.is(")") && next.kind() != Kind.OR) {
        throw tokens.wrong("value list must be separated by OR");
      }
      tokens.take(next);
      if (next.is(")")) {
        return new Filter.Or(filters);
      }
    }
  }

  private Filter filter(Token key, Token value) throws QueryException {
    Predicate<String> matches =
        value.pattern().map(Pattern::asPredicate).orElse(text -> text.equals(value.text()));
    if (key.text().equals(Keys.UNIT)) {
      return new Filter.UnitMatch(matches);
    }
    if (key.text().equals(Keys.CONFIG)) {
      throw tokens.wrong(key, ".config is only allowed in projections");
    }
    if (key.text().isEmpty()) {
      throw tokens.wrong(key, "key must not be empty");
    }
    return new Filter.Match(Keys.value(key.text()), matches);
  }
}
