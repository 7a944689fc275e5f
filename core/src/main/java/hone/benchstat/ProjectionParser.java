package hone.benchstat;

import hone.benchstat.Tokens.Kind;
import hone.benchstat.Tokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads projections that belong together: `pkg,/format@(gob json),/size@num`. What one of them
/// names is in no other's `.config` or `.fullname`.
///
/// @see <a href="https://pkg.go.dev/golang.org/x/perf/benchproc/syntax">the syntax</a>
final class ProjectionParser {

  private final Set<String> settings = new HashSet<>();
  private final Set<String> nameParts = new HashSet<>();
  private final List<Filter> filters = new ArrayList<>();
  private boolean hasSettings;
  private boolean hasFullName;

  private record Word(Token key, Order order, int orderPlace) {}

  /// What fixed orders leave of the lines.
  List<Filter> filters() {
    return List.copyOf(filters);
  }

  Projection parse(String query) throws QueryException {
    Projection projection = new Projection();
    Tokens tokens = new Tokens(query);
    boolean first = true;
    for (Token token = tokens.peek(); token.kind() != Kind.END; token = tokens.peek()) {
      if (token.is(",") && !first) {
        tokens.take(token);
      }
      add(projection, query, word(tokens));
      first = false;
    }
    return projection;
  }

  /// What no projection has asked for so far.
  Projection residue() {
    Projection projection = new Projection();
    if (!hasSettings) {
      projection.addSettings(new Order.First(), settings);
    }
    if (!hasFullName) {
      addFullName(projection, new Order.First());
    }
    return projection;
  }

  private void add(Projection projection, String query, Word word) throws QueryException {
    String key = word.key().text();
    switch (key) {
      case Keys.CONFIG -> {
        if (word.order() instanceof Order.Fixed) {
          throw QueryException.at(query, word.orderPlace(), "fixed order not allowed for .config");
        }
        hasSettings = true;
        projection.addSettings(word.order(), settings);
      }
      case Keys.FULL_NAME -> {
        hasFullName = true;
        addFullName(projection, word.order());
        filter(Keys.FULL_NAME, word.order());
      }
      case Keys.UNIT ->
          throw QueryException.at(query, word.key().place(), ".unit is only allowed in filters");
      case "" -> throw QueryException.at(query, word.key().place(), "key must not be empty");
      default -> {
        (key.equals(Keys.NAME) || key.startsWith("/") ? nameParts : settings).add(key);
        projection.add(key, word.order(), Keys.value(key));
        filter(key, word.order());
      }
    }
  }

  private void addFullName(Projection projection, Order order) {
    projection.add(Keys.FULL_NAME, order, line -> Keys.fullName(line.name(), nameParts));
  }

  private void filter(String key, Order order) {
    if (order instanceof Order.Fixed fixed) {
      filters.add(new Filter.Match(Keys.value(key), fixed.values()::contains));
    }
  }

  private static Word word(Tokens tokens) throws QueryException {
    Token key = tokens.peek();
    if (key.kind() != Kind.WORD) {
      throw tokens.wrong("expected key");
    }
    tokens.take(key);
    Token at = tokens.peek();
    if (!at.is("@")) {
      return new Word(key, new Order.First(), key.end());
    }
    tokens.take(at);
    Token order = tokens.peek();
    if (order.kind() == Kind.WORD) {
      tokens.take(order);
      return new Word(key, named(tokens, order), order.place());
    }
    if (!order.is("(")) {
      throw tokens.wrong("expected named sort order or parenthesized list");
    }
    tokens.take(order);
    return new Word(key, fixed(tokens), order.place());
  }

  private static Order named(Tokens tokens, Token order) throws QueryException {
    return switch (order.text()) {
      case "first" -> new Order.First();
      case "alpha" -> new Order.Alphabetic();
      case "num" -> new Order.Numeric();
      default -> throw tokens.wrong(order, "unknown order " + Tokens.quoted(order.text()));
    };
  }

  private static Order fixed(Tokens tokens) throws QueryException {
    List<String> values = new ArrayList<>();
    while (true) {
      Token token = tokens.peek();
      if (token.kind() == Kind.WORD) {
        values.add(token.text());
      } else if (!token.is(")")) {
        throw tokens.wrong("missing )");
      } else if (values.isEmpty()) {
        throw tokens.wrong("nothing to match");
      }
      tokens.take(token);
      if (token.is(")")) {
        return new Order.Fixed(values);
      }
    }
  }
}
