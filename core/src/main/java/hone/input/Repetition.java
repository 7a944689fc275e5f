package hone.input;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often the counts of an expression repeat a part of it at most: counts inside counts multiply.
final class Repetition {

  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,19})(?:,(\\d{0,19}))?}");
  private static final long MORE_THAN_ANY = 1_000_000;

  private final String expression;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long inGroup = 1;
  private long last = 1;

  Repetition(String expression) {
    this.expression = expression;
  }

  long most() {
    Matcher count = COUNT.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      char here = expression.charAt(at);
      if (here == '{' && count.region(at, expression.length()).lookingAt()) {
        repeat(count);
        at = count.end();
        continue;
      }
      switch (here) {
        case '\\' -> at = afterEscape(at);
        case '[' -> at = afterClass(at);
        case '(' -> {
          outer.push(inGroup);
          inGroup = 1;
          at++;
        }
        case ')' -> {
          last = inGroup;
          inGroup = Math.max(last, outer.isEmpty() ? 1 : outer.pop());
          at++;
          continue;
        }
        default -> at++;
      }
      last = 1;
    }
    while (!outer.isEmpty()) {
      inGroup = Math.max(inGroup, outer.pop());
    }
    return inGroup;
  }

  private void repeat(Matcher count) {
    long times = number(count.group(1));
    String upTo = count.group(2);
    if (upTo != null && !upTo.isEmpty()) {
      times = Math.max(times, number(upTo));
    }
    last = Math.min(MORE_THAN_ANY, last * Math.max(1, times));
    inGroup = Math.max(inGroup, last);
  }

  private static long number(String digits) {
    return digits.length() > 6 ? MORE_THAN_ANY : Long.parseLong(digits);
  }

  /// Behind an escape; a quotation ends where it says so.
  private int afterEscape(int at) {
    if (expression.startsWith("\\Q", at)) {
      int end = expression.indexOf("\\E", at);
      return end < 0 ? expression.length() : end + 2;
    }
    return at + 2;
  }

  /// Behind a class, in which counts are characters.
  private int afterClass(int from) {
    int at = expression.startsWith("[^", from) ? from + 2 : from + 1;
    if (expression.startsWith("]", at)) {
      at++;
    }
    while (at < expression.length() && expression.charAt(at) != ']') {
      int named = expression.startsWith("[:", at) ? expression.indexOf(":]", at + 2) : -1;
      at = named > 0 ? named + 2 : expression.charAt(at) == '\\' ? at + 2 : at + 1;
    }
    return at + 1;
  }
}
