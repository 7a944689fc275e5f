package hone.advice;

import hone.finding.Findings;
import java.util.List;
import java.util.Optional;

/// Findings after an agent was asked about them. Their figures are those they had before.
///
/// @param findings  with the agent's words beside those that it told rightly
/// @param borneOut  claims that the profiles bear out
/// @param dropped   why the other claims were dropped, a sentence each
/// @param failure   why there is no answer, where there is none
/// @param notices   what the agent's driver wants a person to know
public record Advised(
    Findings findings,
    int borneOut,
    List<String> dropped,
    Optional<String> failure,
    List<String> notices) {

  public Advised {
    dropped = List.copyOf(dropped);
    notices = List.copyOf(notices);
  }
}
