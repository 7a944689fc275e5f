package hone.agent;

import hone.service.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What a model's tokens cost, by the million, and who said so when.
///
/// @param source where the price was read
/// @param date   when it was read there
public record Price(
    BigDecimal input,
    BigDecimal cachedInput,
    BigDecimal output,
    String currency,
    String source,
    LocalDate date) {

  private static final int MILLION_DIGITS = 6;

  /// The cost of a use, before taxes, surcharges for long contexts and discounts.
  public Money of(AgentUsage usage) {
    long cached = Math.min(usage.cachedInputTokens(), usage.inputTokens());
    BigDecimal amount =
        input
            .multiply(BigDecimal.valueOf(usage.inputTokens() - cached))
            .add(cachedInput.multiply(BigDecimal.valueOf(cached)))
            .add(output.multiply(BigDecimal.valueOf(usage.outputTokens())));
    return new Money(amount.movePointLeft(MILLION_DIGITS), currency);
  }
}
