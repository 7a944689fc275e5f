package hone.audit;

import hone.advice.Inquiry;
import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.SourceTree;
import hone.finding.Analyst;
import hone.finding.Category;
import hone.finding.Conditions;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.finding.ProfileKind;
import hone.finding.ProfileOf;
import hone.format.Formats;
import hone.input.Diagnostic;
import hone.input.Source;
import hone.profile.Profile;
import hone.project.Project;
import hone.project.Trees;
import hone.recipe.Cure;
import hone.recipe.Recipe;
import hone.standard.Clause;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Makes findings of profiles of one revision, and says which of them a recipe cures.
///
/// @param commit full id of the revision the profiles are of
/// @param conditions under which the profiles were recorded
public record Analysis(Formats formats, Project project, String commit, Conditions conditions) {

  /// A profile to be read.
  ///
  /// @param name what reports call it
  public record Input(String name, Path file) {

    /// A file under its own name.
    public static Input of(Path file) {
      return new Input(file.toString(), file);
    }
  }

  /// The findings, worst first.
  ///
  /// @param passedOver told of each record that a reader skipped
  public Findings findings(List<Input> inputs, Consumer<Diagnostic> passedOver)
      throws Refusal, IOException {
    return inquiry(inputs, passedOver).findings();
  }

  /// The findings and all that they were made of.
  ///
  /// @param passedOver told of each record that a reader skipped
  public Inquiry inquiry(List<Input> inputs, Consumer<Diagnostic> passedOver)
      throws Refusal, IOException {
    List<ProfileOf> profiles = new ArrayList<>();
    for (Input input : inputs) {
      Profile profile = formats.read(Source.of(input.name(), input.file()), passedOver);
      profiles.add(new ProfileOf(kind(profile), profile, input.name()));
    }
    SourceTree tree = Trees.of(project.repository(), commit);
    Findings findings =
        withRecipes(
            Analyst.findings(profiles, tree, project.service(), project.standards(), conditions));
    return new Inquiry(
        findings,
        profiles,
        tree,
        project.standards().clauses().stream().map(Clause::text).toList());
  }

  /// The profiles alone, where there is no repository to find their lines in: no findings.
  ///
  /// @param profiles at least one
  public static Inquiry without(List<ProfileOf> profiles) {
    ProfileOf first = profiles.getFirst();
    double seconds = first.profile().recording().durationNanos().orElse(0) / 1e9;
    EvidenceQuality quality =
        EvidenceQuality.of(first.profile(), first.profile().defaultType(), Circumstances.unknown());
    Findings none = new Findings("unknown", first.kind(), seconds, quality, List.of(), "", "");
    return new Inquiry(none, profiles, new SourceTree(Set.of(), _ -> Optional.empty()), List.of());
  }

  /// A profile without time or samples of it is one of memory, or of waiting.
  public static ProfileKind kind(Profile profile) {
    if (profile.type("cpu").isPresent() || profile.type("wall").isPresent()) {
      return ProfileKind.CPU;
    }
    if (profile.type("contentions").isPresent() && profile.type("delay").isPresent()) {
      return ProfileKind.GOROUTINE;
    }
    return profile.type("alloc_space").isPresent() ? ProfileKind.MEMORY : ProfileKind.CPU;
  }

  private Findings withRecipes(Findings plain) throws Refusal, IOException {
    Cures cures = new Cures(project.repository(), commit);
    Map<String, Cure.Patched> cured = new HashMap<>();
    for (Finding finding : plain.material()) {
      for (Cure cure : cures.of(finding)) {
        if (cure instanceof Cure.Patched patched) {
          cured.putIfAbsent(finding.id(), patched);
        }
      }
    }
    return plain.with(finding ->
        Optional.ofNullable(cured.get(finding.id()))
            .map(patched -> confirmed(finding, patched))
            .orElse(finding));
  }

  private static Finding confirmed(Finding finding, Cure.Patched patched) {
    return finding.withRecipe(
        patched.recipe().name(),
        category(patched.recipe()),
        patched.recipe().title() + ": " + patched.explanation());
  }

  /// The category a recipe's page names.
  private static Category category(Recipe recipe) {
    return Arrays.stream(Category.values())
        .filter(category -> category.text().equals(recipe.category()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such category: " + recipe));
  }
}
