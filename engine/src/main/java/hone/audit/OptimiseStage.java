package hone.audit;

import hone.finding.Finding;
import hone.finding.Findings;
import hone.optimise.Attempt;
import hone.optimise.Candidate;
import hone.optimise.Trial;
import hone.project.Listener;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.RunState;
import hone.project.Stage;
import hone.project.Trees;
import hone.project.Workshop;
import hone.recipe.Cure;
import hone.recipe.Recipe;
import hone.unit.Share;
import hone.workspace.Allowance;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a candidate for each finding that a recipe cures, for each patch given by hand, and for
/// what is left where an agent may be asked; and tries it.
record OptimiseStage(
    Project project, RunDirectory run, RunState state, Workshop workshop, Optional<Asked> asked) {

  /// A candidate that is still to be made.
  private record Proposed(Candidate candidate, Trial.Edit edit) {}

  List<Contender> result(Findings findings, Listener listener) throws Refusal, IOException {
    List<Proposed> proposals = proposals(findings, listener);
    Attempts attempts = new Attempts(project, run, workshop);
    List<Contender> contenders = new ArrayList<>();
    for (Proposed proposed : proposals) {
      listener.advances(
          Stage.OPTIMISE,
          Share.of(contenders.size(), proposals.size()),
          "building and testing " + proposed.candidate().source());
      contenders.add(
          Contender.of(attempts.of(proposed.candidate(), proposed.edit(), Allowance.anywhere())));
    }
    if (asked.isPresent()) {
      int byRecipe = proposals.size() - state.patches().size();
      contenders.addAll(
          turns(asked.get(), attempts)
              .result(
                  proposals.size() + 1,
                  project.service().limits().attempts() - byRecipe,
                  findings,
                  listener));
    }
    listener.ends(Stage.OPTIMISE, summary(contenders));
    return List.copyOf(contenders);
  }

  /// One more candidate where an agent's was measured and is not better; see [AgentTurns#again].
  Optional<Contender> again(
      Contender measured, List<Contender> all, Findings findings, Listener listener)
      throws Refusal, IOException {
    return asked.isEmpty()
        ? Optional.empty()
        : turns(asked.get(), new Attempts(project, run, workshop))
            .again(all.size() + 1, measured, all, findings, listener);
  }

  private AgentTurns turns(Asked agent, Attempts attempts) throws Refusal {
    return new AgentTurns(
        project, run, attempts, Trees.of(project.repository(), state.base()), agent);
  }

  private List<Proposed> proposals(Findings findings, Listener listener)
      throws Refusal, IOException {
    List<Proposed> proposals = new ArrayList<>();
    for (String patch : state.patches()) {
      proposals.add(byHand(proposals.size() + 1, run.patch(patch)));
    }
    Cures cures = new Cures(project.repository(), state.base());
    int limit = project.service().limits().attempts();
    Set<List<String>> tried = new HashSet<>();
    for (Finding finding : findings.material()) {
      for (Cure cure : cures.of(finding)) {
        switch (cure) {
          case Cure.Refused refused ->
              listener.notes(
                  "%s does not apply at %s:%d: %s"
                      .formatted(
                          refused.recipe().name(),
                          finding.file(),
                          finding.line(),
                          refused.reason()));
          case Cure.Patched patched when !tried.add(List.of(finding.file(), patched.newText())) ->
              listener.notes(
                  "%s at %s:%d is a change that is tried already"
                      .formatted(patched.recipe().name(), finding.file(), finding.line()));
          case Cure.Patched patched when proposals.size() < state.patches().size() + limit ->
              proposals.add(byRecipe(proposals.size() + 1, finding, patched));
          case Cure.Patched patched ->
              listener.notes(
                  "%s at %s:%d is left for another run: limits.attempts is %d"
                      .formatted(patched.recipe().name(), finding.file(), finding.line(), limit));
        }
      }
    }
    return proposals;
  }

  private Proposed byRecipe(int number, Finding finding, Cure.Patched patched) {
    Recipe recipe = patched.recipe();
    Candidate candidate =
        new Candidate(
            number,
            Optional.of(finding.id()),
            "recipe:" + recipe.name(),
            recipe.title() + " in " + finding.function(),
            patched.explanation());
    return new Proposed(
        candidate,
        worktree ->
            Files.writeString(worktree.directory().resolve(finding.file()), patched.newText()));
  }

  private Proposed byHand(int number, Path patch) {
    String name = String.valueOf(patch.getFileName()).replaceFirst("\\.(patch|diff)$", "");
    Candidate candidate =
        new Candidate(
            number,
            Optional.empty(),
            "patch:" + name,
            "Patch " + name,
            "Given by hand as " + patch.getFileName() + ".");
    return new Proposed(candidate, worktree -> worktree.apply(patch.toAbsolutePath()));
  }

  private static String summary(List<Contender> contenders) {
    if (contenders.isEmpty()) {
      return "no recipe applies to a finding that is worth it: nothing to try";
    }
    return contenders.stream().map(OptimiseStage::line).collect(Collectors.joining("; "));
  }

  private static String line(Contender contender) {
    Attempt attempt = contender.attempt();
    String tests =
        attempt
            .testCount()
            .map(count -> count + " tests of the base pass")
            .orElse("the base's tests pass");
    return "%s: %s; %s"
        .formatted(
            attempt.candidate().source().replace(":", " "),
            attempt.size(),
            contender
                .rejection()
                .map(fallen -> "rejected: " + fallen.kind() + ": " + fallen.reason())
                .orElse(tests));
  }
}
