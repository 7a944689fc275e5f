package hone.standard;

import hone.input.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Understands one statement of the standards.
final class ClauseReader {

  private static final Pattern RULE_WORD =
      Pattern.compile("\\b(MUST|SHALL|REQUIRED|NEVER|ALWAYS)\\b");
  private static final Pattern BUDGET_WORD =
      Pattern.compile("(?i)\\bbudgets?\\b|\\bp\\d{2,3}\\b|\\bthreshold\\b|\\bpercentile\\b");
  private static final Pattern MEASURED_NUMBER =
      Pattern.compile(
          "(?i)\\d\\s*(%|percent\\b|[kmg]i?b\\b|ns\\b|µs\\b|us\\b|ms\\b|s\\b|sec\\b|seconds?\\b"
              + "|minutes?\\b|bytes?\\b|/s\\b|req\\b|requests\\b|allocs?/op\\b)");
  private static final Pattern CONSTRAINT_WORD =
      Pattern.compile("(?i)\\b(never|must not|do not|don't|avoid|prefer|reject)\\b");

  private static final String NEVER = "(?i)\\b(never|must not|do not|don't|avoid|no)\\b.*";
  private static final String WATCHED =
      "\\b(error handling|observability|validation|logging|metrics|tracing)\\b";

  // Only what hone does check: "thread-unsafe" and "log less" are others.
  private static final Pattern NO_UNSAFE = Pattern.compile(NEVER + "(?<![-\\w])unsafe\\b");
  private static final Pattern NOT_REMOVED =
      Pattern.compile(
          NEVER
              + "\\b(remov|drop|delet|weaken|reduc|skip|los|disabl|strip|sacrific|trad)\\w*\\b.*"
              + WATCHED);
  private static final Pattern KEPT =
      Pattern.compile("(?i)" + WATCHED + ".*\\b(stays?|remains?|(be )?(kept|preserved))\\b");
  private static final Pattern ALGORITHMS =
      Pattern.compile(
          "(?i)\\balgorithm\\w*\\b.*\\b(over|before|rather than|instead of|to)\\b.*\\bmicro\\b");

  private ClauseReader() {}

  /// @throws FormatException if the statement reads like a rule or budget and is not understood
  static Clause read(String input, Statement statement) throws FormatException {
    String text = statement.text();
    List<Meaning> meanings = new ArrayList<>();
    try {
      meanings.addAll(BudgetReader.read(text));
      if (meanings.isEmpty()) {
        meanings.addAll(RequirementReader.read(text));
      }
    } catch (IllegalArgumentException refused) {
      throw unreadable(input, statement, String.valueOf(refused.getMessage()));
    }
    if (meanings.isEmpty()) {
      meanings.add(other(input, statement));
    }
    return new Clause(statement.line(), text, meanings);
  }

  private static Meaning other(String input, Statement statement) throws FormatException {
    String text = statement.text();
    boolean measured = MEASURED_NUMBER.matcher(text).find();
    boolean budget = statement.heading().contains("budget") || BUDGET_WORD.matcher(text).find();
    if (measured || (budget && text.chars().anyMatch(Character::isDigit))) {
      throw unreadable(
          input,
          statement,
          "a number that belongs to no budget or threshold hone knows (latency, allocation rate,"
              + " event loop delay, least duration, least change, p, least runs)");
    }
    if (budget && BUDGET_WORD.matcher(text).find()) {
      throw unreadable(input, statement, "a budget without a number and unit");
    }
    if (statement.heading().contains("constraint") || CONSTRAINT_WORD.matcher(text).find()) {
      return new Meaning.Constraint(constraint(text));
    }
    if (RULE_WORD.matcher(text).find()) {
      Meaning.Constraint.Kind kind = constraint(text);
      if (kind != Meaning.Constraint.Kind.OTHER) {
        return new Meaning.Constraint(kind);
      }
      throw unreadable(input, statement, "a rule that hone can neither enforce nor measure");
    }
    return new Meaning.Advice();
  }

  private static Meaning.Constraint.Kind constraint(String text) {
    if (NO_UNSAFE.matcher(text).find()) {
      return Meaning.Constraint.Kind.SAFE_CODE;
    }
    if (NOT_REMOVED.matcher(text).find() || KEPT.matcher(text).find()) {
      return Meaning.Constraint.Kind.ERROR_HANDLING;
    }
    if (ALGORITHMS.matcher(text).find()) {
      return Meaning.Constraint.Kind.ALGORITHMS;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean evidence = lower.contains("evidence") || lower.contains("benchmark");
    return evidence ? Meaning.Constraint.Kind.EVIDENCE : Meaning.Constraint.Kind.OTHER;
  }

  private static FormatException unreadable(String input, Statement statement, String reason) {
    return new FormatException(
        input + ":" + statement.line(),
        reason + ": \"" + shown(statement.text()) + "\"; reword it, or leave out what is no rule");
  }

  private static String shown(String text) {
    String visible = text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    return visible.length() <= 160 ? visible : visible.substring(0, 159) + "…";
  }
}
