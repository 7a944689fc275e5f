package hone.optimise;

import hone.policy.ChangeKind;
import hone.policy.FileChange;
import hone.policy.PatchReview;
import hone.syntax.SourceLanguage;
import hone.workspace.Allowance;
import hone.workspace.Change;
import hone.workspace.Policy;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import hone.workspace.Touched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a candidate's change before anything of it is run: its paths, then its syntax trees. Files
/// are read from git, never from a directory that the candidate could have prepared.
///
/// @param base commit that the candidate was made from
record Scrutiny(Repository repository, String base) {

  /// Tests and benchmarks that are read for values which a candidate may not know; those beyond
  /// are too many to be the benchmark's.
  private static final int MAX_JUDGES = 400;

  private static final int MAX_JUDGE_CHARS = 1 << 20;

  /// What is known of a change before anything of it is run.
  ///
  /// @param objection why it is not tried, or nothing where it may be
  /// @param kind      what it does to get faster; nothing where its paths alone were enough
  record Opinion(Optional<String> objection, Optional<ChangeKind> kind) {}

  /// Looks at a change that is to keep to what it may touch.
  Opinion of(Change change, Allowance allowance) throws Refusal {
    Optional<String> onPaths = Policy.objection(change, allowance, repository.files(base));
    if (onPaths.isPresent()) {
      return new Opinion(onPaths, Optional.empty());
    }
    PatchReview review = review(change);
    Optional<String> objection =
        review.objections().stream()
            .findFirst()
            .map(first -> first.reason() + others(review.objections().size() - 1));
    return new Opinion(objection, Optional.of(review.kind()));
  }

  /// What the syntax trees of a change say.
  PatchReview review(Change change) throws Refusal {
    List<FileChange> files = new ArrayList<>();
    for (Touched file : change.files()) {
      if (SourceLanguage.of(file.path()).isPresent()) {
        files.add(
            new FileChange(
                file.path(),
                file.isAdded() ? Optional.empty() : repository.text(base, file.path()),
                file.isDeleted() ? Optional.empty() : repository.text(change.tree(), file.path()),
                Policy.isJudge(file.path())));
      }
    }
    return PatchReview.of(files, files.isEmpty() ? Map.of() : judges());
  }

  private Map<String, String> judges() throws Refusal {
    List<String> paths =
        repository.files(base).stream().filter(Scrutiny::tellsOfInputs).limit(MAX_JUDGES).toList();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String path : paths) {
      repository
          .text(base, path)
          .filter(text -> text.length() <= MAX_JUDGE_CHARS)
          .ifPresent(text -> texts.put(path, text));
    }
    return texts;
  }

  /// Whether a file of the base can hold a benchmark's input.
  private static boolean tellsOfInputs(String path) {
    return Policy.isJudge(path)
        ? SourceLanguage.of(path).isPresent()
        : path.matches("(.*/)?hone\\.ya?ml");
  }

  private static String others(int count) {
    return count == 0 ? "" : " (and %d more)".formatted(count);
  }
}
