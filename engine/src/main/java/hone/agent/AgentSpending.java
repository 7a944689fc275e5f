package hone.agent;

import hone.service.Money;
import java.util.List;

/// What agents have used so far.
///
/// @param tokens  read and written, as far as agents said
/// @param money   of those tokens whose price is known
/// @param gaps    what is not in these sums, in words
public record AgentSpending(long tokens, Money money, List<String> gaps) {

  public AgentSpending {
    gaps = List.copyOf(gaps);
  }
}
