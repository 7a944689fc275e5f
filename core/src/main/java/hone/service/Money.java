package hone.service;

import java.math.BigDecimal;

/// An amount in one currency.
///
/// @param amount   not negative
/// @param currency three letters of ISO 4217
public record Money(BigDecimal amount, String currency) {

  public Money {
    amount = amount.stripTrailingZeros();
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("amount is negative: \"" + amount + "\"");
    }
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("not a currency such as USD: \"" + currency + "\"");
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
