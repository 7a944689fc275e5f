package hone.format.pproftext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One stack of addresses, leaf first, with the numbers before it.
record SampleLine(List<Long> numbers, List<Long> addresses) {

  private static final int MOST_HEXADECIMAL = 16;
  private static final Pattern NUMBERS =
      Pattern.compile(
          " *(\\d{1,18}) *(?:: *(\\d{1,18}) *\\[ *(\\d{1,18}): *(\\d{1,18}) *] *|(?<= )(\\d{1,18}) *)?");

  SampleLine {
    numbers = List.copyOf(numbers);
    addresses = List.copyOf(addresses);
  }

  static Optional<SampleLine> of(String line) {
    int sign = line.indexOf('@');
    if (sign < 0 || sign > 200) {
      return Optional.empty();
    }
    Matcher matcher = NUMBERS.matcher(line.substring(0, sign));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Long> numbers = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        numbers.add(Long.parseLong(matcher.group(group)));
      }
    }
    List<Long> addresses = new ArrayList<>();
    for (String word : line.substring(sign + 1).strip().split("\\s+", 0)) {
      if (!word.isEmpty()) {
        Optional<Long> address = address(word);
        if (address.isEmpty()) {
          return Optional.empty();
        }
        addresses.add(address.get());
      }
    }
    return Optional.of(new SampleLine(numbers, addresses));
  }

  /// `0x` and at most 16 hexadecimal digits.
  static Optional<Long> address(String word) {
    if (!word.startsWith("0x") || word.length() < 3 || word.length() > 2 + MOST_HEXADECIMAL) {
      return Optional.empty();
    }
    for (int at = 2; at < word.length(); at++) {
      if (Character.digit(word.charAt(at), 16) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(Long.parseUnsignedLong(word, 2, word.length(), 16));
  }
}
