package hone.notice;

import hone.input.Printable;
import java.util.ArrayList;
import java.util.List;

/// What a row of a gate comes to, in one printable line.
final class Explanation {

  private static final int NAMED = 3;

  private Explanation() {}

  /// The verdict, then where to look for its reason.
  static String of(Notice notice, Row row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.sentence());
    for (Regression regression : notice.regressionsOf(row)) {
      List<String> slower =
          regression.slower().stream()
              .limit(NAMED)
              .map(each -> each.function() + " " + each.change())
              .toList();
      if (!slower.isEmpty()) {
        parts.add("slower: " + String.join(", ", slower));
      }
      if (!regression.cause().isEmpty()) {
        parts.add("likely cause: " + regression.cause());
      }
    }
    notice.accepted().stream()
        .filter(accepted -> accepted.is(row))
        .findFirst()
        .ifPresent(accepted -> parts.add(of(accepted)));
    return Printable.of(String.join("; ", parts));
  }

  /// By whom something was accepted, until when, and why.
  static String of(Accepted accepted) {
    return "accepted by %s until %s: %s"
        .formatted(accepted.owner(), accepted.expires(), accepted.reason());
  }
}
