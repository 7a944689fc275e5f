package hone.audit;

import hone.finding.Finding;
import hone.policy.ChangeKind;
import hone.policy.FileChange;
import hone.policy.PatchReview;
import hone.recipe.Cure;
import hone.recipe.Recipes;
import hone.recipe.Site;
import hone.syntax.SourceFile;
import hone.syntax.SourceLanguage;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the recipes say to the lines of one revision.
///
/// @param commit full id
record Cures(Repository repository, String commit) {

  private static final int NEIGHBOURS = 200;

  /// The cures for a finding, algorithmic changes first; none where its line has no recipe's shape.
  List<Cure> of(Finding finding) throws Refusal, IOException {
    Optional<String> text = repository.text(commit, finding.file());
    if (text.isEmpty() || SourceLanguage.of(finding.file()).isEmpty()) {
      return List.of();
    }
    Site site = Site.of(finding.file(), text.get(), finding.line(), neighbours(finding.file()));
    return Recipes.cures(site).stream()
        .sorted(Comparator.comparing(cure -> kind(site.file(), cure)))
        .toList();
  }

  private static ChangeKind kind(SourceFile file, Cure cure) {
    return switch (cure) {
      case Cure.Refused _ -> ChangeKind.MICRO;
      case Cure.Patched patched -> {
        FileChange change = FileChange.of(file.path(), file.text(), patched.newText());
        yield PatchReview.of(List.of(change), Map.of()).kind();
      }
    };
  }

  /// The other files of the same directory and kind, by path: in Go they share their names.
  private Map<String, String> neighbours(String path) throws Refusal {
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    String extension = path.substring(path.lastIndexOf('.'));
    List<String> others =
        repository.files(commit).stream()
            .filter(other -> other.startsWith(directory) && other.endsWith(extension))
            .filter(other -> other.indexOf('/', directory.length()) < 0 && !other.equals(path))
            .limit(NEIGHBOURS)
            .toList();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String other : others) {
      repository.text(commit, other).ifPresent(text -> texts.put(other, text));
    }
    return texts;
  }
}
