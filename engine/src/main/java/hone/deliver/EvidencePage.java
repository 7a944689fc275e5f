package hone.deliver;

import hone.bench.Metric;
import hone.finding.Finding;
import hone.gate.EffectText;
import hone.gate.Figures;
import hone.gate.Judgement;
import hone.measure.Beside;
import hone.measure.Run;
import hone.notice.Markdown;
import hone.stat.Medians;
import hone.unit.Quantity;
import hone.unit.Share;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The page of evidence: everything a stranger needs to believe a result, or to repeat it.
public final class EvidencePage {

  private static final String HOW =
      """
      Effect is candidate ÷ base − 1: the median over blocks of the differences within a block. The
      interval inverts the same test. p is exact: the blocked rank test over all orders the blocks could
      have had. The first runs were looked at up to five times, p two-sided, each look at 0.316 of the
      significance. What they flagged was run afresh: its figures are of the fresh runs alone, p one-sided
      in the direction seen before, the verdict corrected by Holm's method for all that was flagged.

      """;

  /// What may be left out where room is short, first one first.
  enum Part {
    RUNS,
    PATCH,
    MACHINE
  }

  private EvidencePage() {}

  /// The page as Markdown.
  ///
  /// @param verdict   one line: what was decided, with the figures
  /// @param delivered the branch, or that there is none
  public static String of(JudgedCandidate judged, String verdict, String delivered) {
    return of(judged, verdict, delivered, EnumSet.allOf(Part.class));
  }

  /// The page with some of its parts.
  static String of(JudgedCandidate judged, String verdict, String delivered, Set<Part> parts) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(Markdown.plain(judged.attempt().candidate().title())).append("\n\n");
    page.append("**").append(Markdown.plain(verdict)).append("**\n\n");
    head(page);
    row(page, "service", judged.service());
    row(page, "base", judged.plan().base());
    row(page, "candidate's tree", judged.plan().candidate());
    row(page, "source", judged.attempt().candidate().source());
    row(page, "delivered", delivered);
    TooGood.in(judged)
        .ifPresent(
            what -> page.append("\n## Look closely\n\n").append(Markdown.plain(what)).append('\n'));
    finding(page, judged);
    patch(page, judged, parts.contains(Part.PATCH));
    tests(page, judged);
    judgements(page, judged.judgements());
    warmUp(page, judged.beside());
    runs(page, judged, parts.contains(Part.RUNS));
    if (parts.contains(Part.MACHINE)) {
      page.append("\n## Machine\n\n");
      head(page);
      judged.machine().facts().forEach((name, value) -> row(page, name, value));
    }
    repeat(page, judged);
    return page.toString();
  }

  private static void finding(StringBuilder page, JudgedCandidate judged) {
    page.append("\n## Finding\n\n");
    if (judged.finding().isEmpty()) {
      page.append("None: the patch was given by hand.\n");
      return;
    }
    Finding finding = judged.finding().get();
    head(page);
    row(page, "where", finding.file() + ":" + finding.line());
    row(page, "function", finding.function());
    row(page, "share before", new Share(finding.share()) + " of " + finding.profile().text());
    row(page, "samples", String.format(Locale.ROOT, "%,d", finding.sampleCount()));
    row(page, "category", finding.category().text() + " (" + finding.evidence().text() + ")");
    row(page, "severity", finding.severity().text());
    row(page, "under", judged.load());
    page.append("\nCall path, outermost first:\n\n");
    for (String frame : finding.callPath()) {
      page.append("- ").append(Markdown.code(frame)).append('\n');
    }
  }

  private static void patch(StringBuilder page, JudgedCandidate judged, boolean whole) {
    page.append("\n## Patch\n\n");
    page.append(Markdown.plain(judged.attempt().candidate().explanation())).append("\n\n");
    page.append(
        whole
            ? Markdown.block("diff", judged.patch())
            : "Too long for here: it is the only commit of the branch.\n");
  }

  private static void tests(StringBuilder page, JudgedCandidate judged) {
    page.append("\n## Tests\n\n");
    if (judged.tests().isEmpty()) {
      page.append("hone.yaml names no tests for this service: none were run.\n");
      return;
    }
    page.append(judged.attempt().testCount().map(count -> count + " tests").orElse("The tests"));
    page.append(" of the base pass on the candidate: ");
    page.append(Markdown.code(judged.tests().get())).append('\n');
  }

  private static void judgements(StringBuilder page, List<Judgement> judgements) {
    page.append("\n## Effect\n\n").append(HOW);
    page.append("| benchmark | metric | base | candidate | effect | interval | p | verdict |\n");
    page.append("|---|---|--:|--:|--:|--:|--:|---|\n");
    for (Judgement judgement : judgements) {
      page.append("| ").append(Markdown.code(judgement.benchmark())).append(" | ");
      page.append(Markdown.code(judgement.metric().name())).append(" | ");
      page.append(judgement.figures().map(figures -> cells(judgement, figures)).orElse("||||"));
      page.append(" | ").append(judgement.verdict()).append(" |\n");
    }
  }

  /// Whether the runs were still on their way: what was not warm is named, with what to do.
  private static void warmUp(StringBuilder page, Beside beside) {
    if (beside.warmUps().isEmpty()) {
      return;
    }
    page.append("\nWarm-up, judged by the halves of each run: ").append(beside.counts());
    page.append(".\n");
    List<String> warnings = beside.warnings();
    if (!warnings.isEmpty()) {
      page.append('\n');
      warnings.forEach(each -> page.append("- ").append(Markdown.plain(each)).append('\n'));
    }
  }

  private static String cells(Judgement judgement, Figures figures) {
    return String.format(
        Locale.ROOT,
        "%s | %s | %s | %s | %.3g",
        amount(figures.oldMedian(), judgement.metric()),
        amount(figures.newMedian(), judgement.metric()),
        EffectText.percent(figures.effect()),
        EffectText.interval(figures.low(), figures.high()),
        figures.p());
  }

  /// A unit may be any text that a benchmark printed.
  private static String amount(double value, Metric metric) {
    return Markdown.plain(new Quantity(value, metric.unit()).toString());
  }

  private static void runs(StringBuilder page, JudgedCandidate judged, boolean whole) {
    page.append(
        String.format(
            Locale.ROOT,
            "%n## Every run%n%n%d runs, seed %d. A run is one execution of the"
                + " benchmarks in fresh processes; its number is the median of its samples.%n%n",
            judged.runs().size(),
            judged.plan().seed()));
    if (!whole) {
      page.append("The table of runs is too long for here: it is in evidence.md of the run.\n");
      return;
    }
    page.append("| phase | run | block | side | benchmark | metric | median | samples |\n");
    page.append("|---|--:|--:|---|---|---|--:|--:|\n");
    for (Run run : judged.runs()) {
      run.series()
          .forEach(series ->
              page.append(
                  String.format(
                      Locale.ROOT,
                      "| %s | %d | %d | %s | %s | %s | %s | %d |%n",
                      run.slot().phase(),
                      run.slot().number() + 1,
                      run.slot().block() + 1,
                      run.slot().side(),
                      Markdown.code(series.benchmark()),
                      Markdown.code(series.metric().name()),
                      amount(Medians.median(series.values()), series.metric()),
                      series.samples().size())));
    }
  }

  private static void repeat(StringBuilder page, JudgedCandidate judged) {
    page.append("\n## Repeat it\n\n");
    String line =
        """
        cd ./%s
        git branch hone-repeat "$(git commit-tree %s -p %s -m repeat)"
        hone measure %s hone-repeat --seed %d --blocks %d
        """
            .formatted(
                judged.directory(),
                judged.plan().candidate(),
                judged.plan().base(),
                judged.plan().base(),
                judged.plan().seed(),
                judged.plan().blocks());
    page.append(Markdown.block("sh", line));
  }

  private static void head(StringBuilder page) {
    page.append("| | |\n|---|---|\n");
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append("| ").append(name).append(" | ").append(Markdown.code(value)).append(" |\n");
  }
}
