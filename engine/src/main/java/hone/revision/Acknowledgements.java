package hone.revision;

import hone.gate.Acceptances;
import hone.gate.Judgement;
import hone.input.FormatException;
import hone.input.Source;
import hone.project.Project;
import hone.service.Acceptance;
import hone.service.AcceptanceFile;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words with which a change asks to be let through: those that its head has and its base has
/// not.
///
/// Words that are on the base already were for the change that brought them. If they held for every
/// change after it, each could be slower again by as much.
///
/// @param path of the file in the repository
record Acknowledgements(Repository repository, String path) {

  /// Those beside the settings of a project.
  static Acknowledgements of(Project project) {
    String home =
        project.repository().root().relativize(project.home()).toString().replace('\\', '/');
    return new Acknowledgements(
        project.repository(), (home.isEmpty() ? "" : home + "/") + AcceptanceFile.NAME);
  }

  /// Holds the words of a change against what was measured.
  Acceptances held(String base, String head, List<Judgement> judgements, LocalDate today)
      throws Refusal, IOException {
    Optional<String> text = repository.text(head, path);
    if (text.isEmpty()) {
      return Acceptances.none();
    }
    List<Acceptance> words;
    try {
      words = read(text.get());
    } catch (FormatException broken) {
      return Acceptances.refusing("nothing is accepted: " + broken.getMessage());
    }
    List<Acceptance> before = before(base);
    List<Acceptance> fresh = new ArrayList<>();
    List<String> spent = new ArrayList<>();
    for (Acceptance each : words) {
      if (before.stream().noneMatch(each::isSame)) {
        fresh.add(each);
      } else if (isWanted(each, judgements)) {
        spent.add(
            "%s:%d: %s: not accepted: it was for an earlier change, and is on the base already"
                .formatted(path, each.line(), each.benchmark()));
      }
    }
    return Acceptances.of(judgements, path, fresh, today).refusingToo(spent);
  }

  /// Whether somebody might think that it holds.
  private static boolean isWanted(Acceptance words, List<Judgement> judgements) {
    return judgements.stream()
        .anyMatch(judgement ->
            judgement.benchmark().equals(words.benchmark())
                && judgement.verdict().toString().equals(words.of().toString()));
  }

  /// None where the base's file cannot be read: it let nothing through then.
  private List<Acceptance> before(String base) throws Refusal, IOException {
    try {
      Optional<String> text = repository.text(base, path);
      return text.isPresent() ? read(text.get()) : List.of();
    } catch (FormatException broken) {
      return List.of();
    }
  }

  private List<Acceptance> read(String text) throws IOException {
    return AcceptanceFile.read(Source.of(path, text.getBytes(StandardCharsets.UTF_8)));
  }
}
