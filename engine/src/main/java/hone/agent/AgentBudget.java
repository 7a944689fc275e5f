package hone.agent;

import hone.agent.AgentOutcome.OverBudget;
import hone.service.Money;
import hone.service.SpendingLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Tokens and money that the tasks of one audit may use together.
///
/// What a task will use is not known before it ends, so that the last task may go beyond; no
/// further one is begun then.
public final class AgentBudget {

  private final SpendingLimits limits;
  private final PriceTable prices;
  private final Set<String> unpriced = new TreeSet<>();
  private long tokens;
  private BigDecimal money = BigDecimal.ZERO;
  private int untold;

  public AgentBudget(SpendingLimits limits, PriceTable prices) {
    this.limits = limits;
    this.prices = prices;
  }

  /// Why no further task may begin.
  public synchronized Optional<OverBudget> refusal() {
    if (tokens >= limits.tokens()) {
      return Optional.of(
          new OverBudget(
              String.format(
                  Locale.ROOT, "%,d tokens of %,d (limits.tokens)", tokens, limits.tokens())));
    }
    if (money.compareTo(limits.money().amount()) >= 0) {
      return Optional.of(
          new OverBudget(spentMoney() + " of " + limits.money() + " (limits.money)"));
    }
    return Optional.empty();
  }

  /// Adds what a task has used.
  ///
  /// @return what that cost; nothing where it is not known
  public synchronized Optional<Money> charge(AgentReport report) {
    if (report.usage().isEmpty()) {
      untold++;
      return Optional.empty();
    }
    AgentUsage usage = report.usage().get();
    tokens = Math.addExact(tokens, usage.totalTokens());
    Optional<Price> price =
        prices.of(report.model()).filter(known -> known.currency().equals(currency()));
    Optional<Money> cost = price.map(known -> known.of(usage));
    if (cost.isPresent()) {
      money = money.add(cost.get().amount());
    } else if (usage.totalTokens() > 0) {
      unpriced.add(report.model());
    }
    return cost;
  }

  /// What was used so far, and what is not known of it.
  public synchronized AgentSpending spent() {
    List<String> gaps = new ArrayList<>();
    for (String model : unpriced) {
      gaps.add("no price in " + currency() + " is known for model " + model);
    }
    if (untold > 0) {
      gaps.add("tasks that ended without saying what they used: " + untold);
    }
    return new AgentSpending(tokens, spentMoney(), gaps);
  }

  /// The same in a line for people; empty where no task was begun.
  public synchronized String words(String author) {
    AgentSpending spent = spent();
    if (spent.tokens() == 0 && spent.gaps().isEmpty()) {
      return "";
    }
    String gaps = spent.gaps().isEmpty() ? "" : "; not counted: " + String.join("; ", spent.gaps());
    return String.format(
        Locale.ROOT, "%s used %,d tokens, %s%s", author, spent.tokens(), spent.money(), gaps);
  }

  private Money spentMoney() {
    return new Money(money, currency());
  }

  private String currency() {
    return limits.money().currency();
  }
}
