package hone.claim;

import hone.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an agent is asked.
public final class Prompt {

  private static final int STATEMENT_CHARACTERS = 500;
  private static final int MOST_STATEMENTS = 100;
  private static final int PROBLEM_CHARACTERS = 400;
  private static final int MOST_PROBLEMS = 30;
  private static final int EARLIER_CHARACTERS = 4000;
  private static final int MOST_PATHS = 2000;
  private static final int MOST_FUNCTIONS = 20;

  /// 16,000 tokens of three characters.
  private static final int TRIAGE_CHARACTERS = 48_000;

  private static final int PATCH_LINES = 120;
  private static final int PATCH_CHARACTERS = 160;

  private Prompt() {}

  /// The request for findings.
  ///
  /// @param standards the team's own sentences
  public static String analysis(Extract extract, List<String> standards) {
    return page("analyse.md")
        .replace("{standards}", list(standards, MOST_STATEMENTS, STATEMENT_CHARACTERS))
        .replace("{extract}", extract.text().strip());
  }

  /// The request for what regressions come from.
  ///
  /// @param diff      the whole change, as git writes it
  /// @param standards the team's own sentences
  public static String triage(List<Regression> regressions, String diff, List<String> standards) {
    Page asked = new Page(TRIAGE_CHARACTERS / 4);
    int shown = 0;
    for (Regression regression : regressions) {
      shown += asked.row(asked(regression)) ? 1 : 0;
    }
    List<String> leftOut = new ArrayList<>();
    Page.count(leftOut, shown, regressions.size(), "regressions left out");
    List<String> functions =
        regressions.stream().flatMap(regression -> regression.functions().stream()).toList();
    int left = TRIAGE_CHARACTERS - asked.text().length();
    return page("triage.md")
        .replace("{standards}", list(standards, MOST_STATEMENTS, STATEMENT_CHARACTERS))
        .replace("{regressions}", asked.text() + String.join("", leftOut))
        .replace("{diff}", DiffExcerpt.of(diff, functions, left).text());
  }

  private static String asked(Regression regression) {
    List<String> functions =
        regression.functions().stream()
            .limit(MOST_FUNCTIONS)
            .map(name -> Marked.of(name, Extract.NAME_CHARACTERS))
            .toList();
    return String.format(
        Locale.ROOT,
        "benchmark: %s\nmetric: %s\nchange: %+.1f %%\nhone: %s\nfunctions:%s\n",
        Marked.of(regression.benchmark(), Extract.NAME_CHARACTERS),
        Marked.of(regression.metric(), Extract.NAME_CHARACTERS),
        regression.effect() * 100,
        Marked.of(regression.cause(), PROBLEM_CHARACTERS),
        functions.isEmpty() ? " none" : "\n  " + String.join("\n  ", functions));
  }

  /// The request to mend an answer about regressions.
  ///
  /// @param problems what was wrong with it, each a sentence
  public static String triageRepair(List<String> problems) {
    return page("triage-repair.md")
        .replace("{problems}", list(problems, MOST_PROBLEMS, PROBLEM_CHARACTERS));
  }

  /// The request to mend an answer.
  ///
  /// @param problems what was wrong with it, each a sentence
  public static String repair(List<String> problems) {
    return page("repair.md")
        .replace("{problems}", list(problems, MOST_PROBLEMS, PROBLEM_CHARACTERS));
  }

  /// The request for a change.
  public static String change(Assignment assignment) {
    Finding finding = assignment.finding();
    String place =
        String.format(
            Locale.ROOT,
            "%s:%d  %s  %.1f %% of %s  %s",
            Marked.of(finding.file(), Extract.NAME_CHARACTERS),
            finding.line(),
            Marked.of(finding.function(), Extract.NAME_CHARACTERS),
            finding.share() * 100,
            finding.profile().text(),
            finding.category().text());
    List<String> frames =
        finding.callPath().stream()
            .map(frame -> Marked.of(frame, Extract.NAME_CHARACTERS))
            .toList();
    return page("optimise.md")
        .replace("{standards}", list(assignment.standards(), MOST_STATEMENTS, STATEMENT_CHARACTERS))
        .replace("{earlier}", earlier(assignment))
        .replace("{finding}", place)
        .replace("{path}", String.join(" > ", frames))
        .replace("{approach}", Marked.of(finding.suggestedApproach(), STATEMENT_CHARACTERS))
        .replace("{editable}", Marked.of(String.join(", ", assignment.editable()), MOST_PATHS))
        .replace("{judges}", assignment.judges().text(finding.file()))
        .replace("{source}", Sources.excerpt(finding, assignment.tree()));
  }

  private static String earlier(Assignment assignment) {
    if (assignment.earlier().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nEarlier attempts were thrown away; do better:\n");
    for (Assignment.Earlier attempt : assignment.earlier()) {
      text.append("\n- ").append(Marked.of(attempt.fate(), EARLIER_CHARACTERS));
      text.append("\n  Its patch:\n\n").append(patch(attempt.patch()));
    }
    return text.append(
            switch (assignment.depth()) {
              case PLACE -> "";
              case DESIGN -> "\n" + page("redesign.md");
            })
        .toString();
  }

  private static String patch(String patch) {
    List<String> lines = patch.lines().limit(PATCH_LINES + 1L).toList();
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(0, Math.min(PATCH_LINES, lines.size()))) {
      text.append("      ").append(Marked.of(line.replace("\t", "    "), PATCH_CHARACTERS));
      text.append('\n');
    }
    return text.append(lines.size() > PATCH_LINES ? "      (and more)\n" : "").toString();
  }

  private static String list(List<String> sentences, int most, int characters) {
    if (sentences.isEmpty()) {
      return "- none";
    }
    return String.join(
        "\n",
        sentences.stream()
            .limit(most)
            .map(sentence -> "- " + Marked.of(sentence, characters))
            .toList());
  }

  private static String page(String name) {
    try (InputStream in = Prompt.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
