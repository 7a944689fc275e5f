package hone.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What an agent is asked.
public final class Prompt {

  private static final int STATEMENT_CHARACTERS = 500;
  private static final int MOST_STATEMENTS = 100;
  private static final int PROBLEM_CHARACTERS = 400;
  private static final int MOST_PROBLEMS = 30;

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
