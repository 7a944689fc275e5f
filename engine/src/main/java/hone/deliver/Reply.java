package hone.deliver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What came of a request to a forge.
sealed interface Reply {

  /// A complete answer.
  ///
  /// @param headers by lower-case name, the first value of each
  /// @param body    a missing node where the answer is no JSON
  record Answered(int status, Map<String, String> headers, JsonNode body) implements Reply {

    public Answered {
      headers = Map.copyOf(headers);
    }

    boolean succeeded() {
      return status >= 200 && status < 300;
    }

    Optional<Long> number(String header) {
      return Optional.ofNullable(headers.get(header))
          .filter(value -> value.matches("\\d{1,12}"))
          .map(Long::valueOf);
    }

    /// Whether it was turned away for coming too often; nothing was done then.
    boolean limited() {
      boolean spent = number("x-ratelimit-remaining").filter(left -> left == 0).isPresent();
      return status == 429 || (status == 403 && (spent || headers.containsKey("retry-after")));
    }

    /// What the forge says about it, on one line.
    String message() {
      StringBuilder text = new StringBuilder(body.path("message").asString(""));
      for (JsonNode error :
          body.path("errors").isArray() ? body.path("errors") : List.<JsonNode>of()) {
        String more = error.isString() ? error.asString() : error.path("message").asString("");
        text.append(more.isEmpty() ? "" : ": " + more);
      }
      return text.toString();
    }
  }

  /// No answer, or not a whole one: the request may have had its effect or not.
  ///
  /// @param reason for people
  record Unanswered(String reason) implements Reply {}
}
