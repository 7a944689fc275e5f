package hone.claim;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.SourceTree;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.finding.ProfileOf;
import hone.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/// The part of the evidence that fits into a prompt: as long as its budget allows, however large
/// the profiles are, and always the same for the same profiles.
///
/// Every name and line in it comes from outside and is written so that it ends where it is said to
/// end. What did not fit is counted.
///
/// @param text     lines of Markdown and indented text
/// @param evidence whether the leading profile can carry a conclusion; the text says it, too
/// @param leftOut  what did not fit, each a phrase such as `2,311 of 2,351 functions`
public record Extract(String text, EvidenceQuality evidence, List<String> leftOut) {

  /// Longest name of a function or file; longer ones end in `…`.
  static final int NAME_CHARACTERS = 160;

  /// Of a model's tokens, what a character of source text is worth at most: code has seldom fewer
  /// than three characters a token.
  private static final int CHARACTERS_PER_TOKEN = 3;

  /// Fewer tokens hold nothing.
  public static final int LEAST_TOKENS = 500;

  private static final int LEFT_OUT_CHARACTERS = 600;
  private static final int PHRASE_CHARACTERS = 200;

  /// What the words around the phrases take.
  private static final int MORE_CHARACTERS = 60;

  public Extract {
    leftOut = List.copyOf(leftOut);
  }

  /// How many tokens the text has, at three characters each.
  public int tokens() {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  /// Makes the extract.
  ///
  /// @param profiles what the findings were made of
  /// @param tokens   most tokens that the text may have, at three characters each; at least 500
  public static Extract of(
      Findings findings, List<ProfileOf> profiles, SourceTree tree, int tokens) {
    if (tokens < LEAST_TOKENS) {
      throw new IllegalArgumentException("token budget is below " + LEAST_TOKENS + ": " + tokens);
    }
    int characters =
        Math.min(tokens, Integer.MAX_VALUE / CHARACTERS_PER_TOKEN) * CHARACTERS_PER_TOKEN;
    Page page = new Page(characters - LEFT_OUT_CHARACTERS);
    List<String> leftOut = new ArrayList<>();
    page.row("service " + Marked.of(findings.service(), NAME_CHARACTERS));
    for (ProfileOf profile : profiles) {
      // Findings are of the first, which tells nothing of how good the others are.
      String own = profiles.size() > 1 ? "; evidence: " + verdict(evidence(profile)) : "";
      page.row(Tables.heading(profile) + own);
    }
    page.row(evidence(findings.evidence()));
    hotspots(page, findings, leftOut);
    // The source of the hot lines is worth more than a long tail of functions. What it does not
    // need, as where nothing was found, is theirs.
    Page needed = new Page(page.left() * 4 / 9);
    lines(needed, findings, tree, new ArrayList<>());
    int kept = needed.text().length();
    Page tables = new Page((page.left() - kept) * 3 / 5);
    each(tables, profiles, (part, profile) -> Tables.functions(part, profile, leftOut));
    page.append(tables);
    Page stacks = new Page((page.left() - kept) / 2);
    each(stacks, profiles, (part, profile) -> Shapes.stacks(part, profile, leftOut));
    page.append(stacks);
    Page calls = new Page(page.left() - kept);
    each(calls, profiles, (part, profile) -> Shapes.calls(part, profile, leftOut));
    page.append(calls);
    lines(page, findings, tree, leftOut);
    return new Extract(page.text() + ending(leftOut), findings.evidence(), leftOut);
  }

  /// Gives each profile its part of a page; what one leaves is for those after it.
  private static void each(
      Page page, List<ProfileOf> profiles, BiConsumer<Page, ProfileOf> writing) {
    int left = profiles.size();
    for (ProfileOf profile : profiles) {
      Page part = new Page(page.left() / left);
      writing.accept(part, profile);
      page.append(part);
      left--;
    }
  }

  private static void lines(Page page, Findings findings, SourceTree tree, List<String> leftOut) {
    if (!findings.material().isEmpty()) {
      paths(page, findings, leftOut);
      Sources.around(page, findings, tree, leftOut);
    }
  }

  private static EvidenceQuality evidence(ProfileOf profile) {
    Profile read = profile.profile();
    return EvidenceQuality.of(read, read.defaultType(), Circumstances.unknown());
  }

  private static String evidence(EvidenceQuality evidence) {
    String reasons = String.join("; ", evidence.reasons());
    return "evidence: " + verdict(evidence) + (reasons.isEmpty() ? "" : " (" + reasons + ")");
  }

  private static String verdict(EvidenceQuality evidence) {
    return switch (evidence.verdict()) {
      case GOOD -> "good";
      case CARE -> "to be read with care";
      case INSUFFICIENT -> "not enough to name a culprit";
    };
  }

  private static void hotspots(Page page, Findings findings, List<String> leftOut) {
    if (findings.hotspots().isEmpty()) {
      page.row("\nHotspots: none");
      return;
    }
    page.row(
        "\nHotspots: percentage of the profile's total, self percentage, place, function, cause");
    int shown = 0;
    for (Finding finding : findings.hotspots()) {
      shown += page.row(hotspot(finding)) ? 1 : 0;
    }
    Page.count(leftOut, shown, findings.hotspots().size(), "hotspots");
  }

  private static String hotspot(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%6.1f %6.1f  %s:%d  %s  %s of %s (%s)",
        finding.share() * 100,
        finding.selfShare() * 100,
        Marked.of(finding.file(), NAME_CHARACTERS),
        finding.line(),
        Marked.of(finding.function(), NAME_CHARACTERS),
        finding.category().text(),
        finding.profile().text(),
        finding.rule());
  }

  private static void paths(Page page, Findings findings, List<String> leftOut) {
    page.row("\nWays to the hotspots, through application code, root first");
    List<Finding> worth = findings.material();
    int shown = 0;
    for (Finding finding : worth) {
      List<String> frames =
          finding.callPath().stream().map(frame -> Marked.of(frame, NAME_CHARACTERS)).toList();
      shown += page.row("  " + String.join(" > ", frames)) ? 1 : 0;
    }
    Page.count(leftOut, shown, worth.size(), "call paths");
  }

  private static String ending(List<String> leftOut) {
    StringBuilder what = new StringBuilder();
    int told = 0;
    while (told < leftOut.size()) {
      String phrase = (told == 0 ? "" : "; ") + Marked.of(leftOut.get(told), PHRASE_CHARACTERS);
      if (what.length() + phrase.length() > LEFT_OUT_CHARACTERS - MORE_CHARACTERS) {
        what.append("; ").append(leftOut.size() - told).append(" more such, told with --json");
        break;
      }
      what.append(phrase);
      told++;
    }
    return "\nLeft out: " + (leftOut.isEmpty() ? "nothing" : what) + "\n";
  }
}
