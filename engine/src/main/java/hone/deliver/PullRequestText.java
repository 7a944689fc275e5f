package hone.deliver;

import hone.input.Printable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Title and body of a pull request: the page of evidence within what forges take.
public final class PullRequestText {

  /// GitHub refuses a body of more than 65,536 characters.
  static final int LARGEST_BODY = 60_000;

  private static final int LARGEST_TITLE = 120;

  private PullRequestText() {}

  /// The offer of a judged candidate.
  ///
  /// @param base branch it is to go into; nothing for the repository's default branch
  public static Offer offer(
      JudgedCandidate judged, String verdict, String branch, Optional<String> base) {
    String title = Printable.of(judged.attempt().candidate().title(), LARGEST_TITLE);
    return new Offer(branch, base.orElse(""), title, body(judged, verdict, branch));
  }

  /// As much of the page as fits; says what was left out.
  static String body(JudgedCandidate judged, String verdict, String branch) {
    Set<EvidencePage.Part> parts = EnumSet.allOf(EvidencePage.Part.class);
    String page = EvidencePage.of(judged, verdict, branch, parts);
    for (EvidencePage.Part part : EvidencePage.Part.values()) {
      if (page.length() > LARGEST_BODY) {
        parts.remove(part);
        page = EvidencePage.of(judged, verdict, branch, parts);
      }
    }
    return cut(page);
  }

  private static String cut(String page) {
    if (page.length() <= LARGEST_BODY) {
      return page;
    }
    int end = Math.max(0, page.lastIndexOf('\n', LARGEST_BODY));
    return page.substring(0, end)
        + "\n\nThe rest is too long for a pull request: it is in evidence.md of the run.\n";
  }
}
