package hone.claim;

import hone.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private Prompt() {}

  /// The request for findings.
  ///
  /// @param standards the team's own sentences
  public static String analysis(Extract extract, List<String> standards) {
    return page("analyse.md")
        .replace("{standards}", list(standards, MOST_STATEMENTS, STATEMENT_CHARACTERS))
        .replace("{extract}", extract.text().strip());
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
        .replace("{earlier}", earlier(assignment.earlier()))
        .replace("{finding}", place)
        .replace("{path}", String.join(" > ", frames))
        .replace("{approach}", Marked.of(finding.suggestedApproach(), STATEMENT_CHARACTERS))
        .replace("{editable}", Marked.of(String.join(", ", assignment.editable()), MOST_PATHS))
        .replace("{source}", Sources.excerpt(finding, assignment.tree()));
  }

  private static String earlier(List<String> attempts) {
    return attempts.isEmpty()
        ? ""
        : "\nEarlier attempts were thrown away; do better:\n\n"
            + list(attempts, MOST_PROBLEMS, EARLIER_CHARACTERS)
            + "\n";
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
