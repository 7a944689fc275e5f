package hone.claim;

import java.util.List;

/// What an agent answered, once it has been read.
public sealed interface Answer {

  /// A document of the right form.
  ///
  /// @param claims  in the agent's order
  /// @param summary in the agent's words
  record Read(List<Claim> claims, String summary) implements Answer {
    public Read {
      claims = List.copyOf(claims);
    }
  }

  /// No such document.
  ///
  /// @param problems at least one, each a phrase that the agent can act on
  record Broken(List<String> problems) implements Answer {
    public Broken {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("no problems");
      }
    }
  }
}
