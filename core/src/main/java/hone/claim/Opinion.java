package hone.claim;

import java.util.List;
import java.util.Locale;

/// What an agent makes of a regression. It decides nothing.
///
/// @param functions of the change that it names, each as `name (file)`
/// @param cause     in its words
/// @param reason    for its view of the trade-off, in its words
public record Opinion(
    Regression regression,
    Kind kind,
    String cause,
    List<String> functions,
    TradeOff tradeOff,
    String reason) {

  /// What makes it slower.
  public enum Kind {
    OBSERVABILITY,
    VALIDATION,
    LOOP,
    ALGORITHM,
    ALLOCATION,
    LOCKING,
    WAITING,
    DEPENDENCY,
    OTHER;

    /// As the schema writes it.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether what is gained looks worth what it costs.
  public enum TradeOff {
    ACCEPTABLE("looks like an acceptable trade-off"),
    NOT_ACCEPTABLE("does not look like an acceptable trade-off"),
    UNCLEAR("may or may not be an acceptable trade-off");

    private final String words;

    TradeOff(String words) {
      this.words = words;
    }

    /// As the schema writes it.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// As a sentence about the regression goes on.
    public String words() {
      return words;
    }
  }

  public Opinion {
    functions = List.copyOf(functions);
  }
}
