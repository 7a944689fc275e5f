package hone.report;

import hone.finding.Finding;
import hone.finding.Findings;
import hone.live.AllocationRate;
import hone.unit.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Findings for people, in 80 columns: the worst first, each with cause and advice.
public final class FindingsTable {

  private static final int INDENT = 4;

  private FindingsTable() {}

  /// The summary, then each finding; those that are left alone on a line each, with the reason.
  public static String of(Findings findings) {
    StringBuilder text = new StringBuilder();
    text.append(Paragraph.of(0, findings.service() + ": " + findings.summary()));
    List<Finding> small = new ArrayList<>();
    for (Finding finding : findings.hotspots()) {
      if (finding.material()) {
        text.append('\n').append(block(finding));
      } else {
        small.add(finding);
      }
    }
    if (!small.isEmpty()) {
      boolean unproven = findings.evidence().isInsufficient();
      text.append(
          unproven
              ? "\nNot proven, left alone:\n"
              : "\nLeft alone, as a change there would hardly be felt:\n");
      small.forEach(finding -> text.append(line(finding)));
    }
    text.append('\n').append(Paragraph.of(0, "Gain: " + findings.estimatedImprovement()));
    return text.toString();
  }

  private static String block(Finding finding) {
    StringBuilder block = new StringBuilder();
    block.append(
        Paragraph.of(
            "%-8s %s ".formatted(finding.severity().text(), percent(finding.share())),
            18,
            "%s:%d  %s".formatted(finding.file(), finding.line(), finding.function())));
    block.append(Paragraph.of(INDENT, cause(finding)));
    if (!finding.boundary().isEmpty()) {
      block.append(Paragraph.of(INDENT, "calls " + callees(finding)));
    }
    if (!finding.suggestedApproach().isBlank()) {
      block.append(Paragraph.of(INDENT, finding.suggestedApproach()));
    }
    finding
        .advice()
        .ifPresent(
            advice -> block.append(Paragraph.of(INDENT, advice.author() + ": " + advice.text())));
    finding.caveats().forEach(caveat -> block.append(Paragraph.of(INDENT, "note: " + caveat)));
    return block.toString();
  }

  private static String cause(Finding finding) {
    String also = finding.also().map(second -> " and " + second.text()).orElse("");
    String recipe = finding.recipe().map(name -> ", recipe " + name).orElse("");
    String rate =
        finding.impact().allocationRate().isPresent()
            ? ", allocates " + AllocationRate.text(finding.impact().allocationRate().getAsDouble())
            : "";
    String blocking = finding.impact().blocksEventLoop() ? ", blocks the event loop" : "";
    return String.format(
        Locale.ROOT,
        "%s%s (%s, %s confidence), %s of %s, %,d samples%s%s%s",
        finding.category().text(),
        also,
        finding.evidence().text(),
        finding.confidence().text(),
        percent(finding.share()).strip(),
        finding.profile().text(),
        finding.sampleCount(),
        rate,
        blocking,
        recipe);
  }

  private static String callees(Finding finding) {
    return String.join(
        ", ",
        finding.boundary().stream()
            .limit(3)
            .map(callee -> callee.function() + " " + percent(callee.share()).strip())
            .toList());
  }

  /// With the last of its caveats, which is why it is left alone.
  private static String line(Finding finding) {
    String why = finding.caveats().isEmpty() ? "" : ": " + finding.caveats().getLast();
    return Paragraph.of(
        " ".repeat(9) + percent(finding.share()) + " ",
        18,
        "%s:%d  %s (%s%s)"
            .formatted(
                finding.file(), finding.line(), finding.function(), finding.profile().text(), why));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%7s", new Share(share));
  }
}
