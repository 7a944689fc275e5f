package hone.audit;

import hone.analysis.SourceTree;
import hone.claim.Assignment;
import hone.claim.Judges;
import hone.claim.Prompt;
import hone.finding.Category;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.finding.Severity;
import hone.optimise.AgentEdit;
import hone.optimise.Attempt;
import hone.optimise.Candidate;
import hone.optimise.Rejection;
import hone.project.Listener;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.Stage;
import hone.service.Benchmarks;
import hone.service.ModelTask;
import hone.standard.Clause;
import hone.unit.Share;
import hone.workspace.Allowance;
import hone.workspace.Policy;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks an agent for a change to each critical or high finding that no recipe cures, and once more
/// where its change falls at policy, build, tests or benchmarks.
///
/// @param tree the revision that the findings are of
record AgentTurns(
    Project project, RunDirectory run, Attempts attempts, SourceTree tree, Asked asked) {

  private static final int TURNS = 2;
  private static final Pattern PLACE = Pattern.compile("\\((?<file>[^()]+):\\d+\\)$");

  /// @param first number of the first candidate
  /// @param limit most findings that are asked about
  List<Contender> result(int first, int limit, Findings findings, Listener listener)
      throws Refusal, IOException {
    List<Contender> contenders = new ArrayList<>();
    List<Finding> open = findings.material().stream().filter(AgentTurns::isOpen).toList();
    List<Finding> taken = open.stream().limit(Math.max(0, limit)).toList();
    for (Finding finding : taken) {
      listener.advances(
          Stage.OPTIMISE,
          Share.of(taken.indexOf(finding), taken.size()),
          "asking " + asked.author() + " about " + finding.place());
      contenders.addAll(turns(first + contenders.size(), finding));
    }
    if (taken.size() < open.size()) {
      listener.notes(
          "findings left for another run: %d; limits.attempts is %d"
              .formatted(open.size() - taken.size(), project.service().limits().attempts()));
    }
    if (!taken.isEmpty()) {
      tellSpent(listener);
    }
    return contenders;
  }

  private static boolean isOpen(Finding finding) {
    return finding.recipe().isEmpty() && finding.severity().compareTo(Severity.HIGH) <= 0;
  }

  /// One more attempt at the finding of one that was measured and is not better, where its turns
  /// are not used up.
  ///
  /// @param number of the new candidate
  /// @param all    every candidate of the run so far
  Optional<Contender> again(
      int number, Contender measured, List<Contender> all, Findings findings, Listener listener)
      throws Refusal, IOException {
    Candidate fallen = measured.attempt().candidate();
    if (!fallen.source().startsWith(Candidate.AGENT) || !teaches(measured)) {
      return Optional.empty();
    }
    List<Contender> earlier = all.stream().filter(other -> answersTheSame(other, fallen)).toList();
    Optional<Finding> finding =
        findings.material().stream()
            .filter(other -> fallen.finding().equals(Optional.of(other.id())))
            .findFirst();
    if (finding.isEmpty() || earlier.size() >= TURNS) {
      return Optional.empty();
    }
    listener.begins(
        Stage.OPTIMISE, "asking " + asked.author() + " once more about " + finding.get().place());
    Contender made = Contender.of(attempt(number, finding.get(), earlier));
    tellSpent(listener);
    return Optional.of(made);
  }

  private static boolean answersTheSame(Contender other, Candidate fallen) {
    Candidate candidate = other.attempt().candidate();
    return candidate.source().equals(fallen.source())
        && candidate.finding().equals(fallen.finding());
  }

  private List<Contender> turns(int first, Finding finding) throws Refusal, IOException {
    List<Contender> contenders = new ArrayList<>();
    do {
      contenders.add(Contender.of(attempt(first + contenders.size(), finding, contenders)));
    } while (contenders.size() < TURNS && teaches(contenders.getLast()));
    return contenders;
  }

  private Attempt attempt(int number, Finding finding, List<Contender> earlier)
      throws Refusal, IOException {
    List<String> editable = editable(finding);
    ModelTask task = task(finding, earlier);
    String model = asked.model(task);
    Candidate candidate =
        new Candidate(
            number,
            Optional.of(finding.id()),
            Candidate.AGENT + asked.author(),
            "Change " + finding.function(),
            "Proposed by %s (%s) for %s.".formatted(asked.author(), model, finding.place()));
    AgentEdit edit =
        new AgentEdit(
            asked.agent(),
            model,
            Prompt.change(assignment(finding, editable, earlier, task)),
            run.candidate(number).directory().resolve("agent"));
    return attempts.of(candidate, edit, new Allowance.Finding(new TreeSet<>(editable)));
  }

  private Assignment assignment(
      Finding finding, List<String> editable, List<Contender> earlier, ModelTask task)
      throws IOException {
    List<Assignment.Earlier> told = new ArrayList<>();
    for (Contender contender : earlier) {
      Path patch = run.candidate(contender.attempt().candidate().number()).patch();
      String fate =
          contender.rejection().map(fallen -> fallen.kind() + ": " + fallen.reason()).orElse("");
      told.add(new Assignment.Earlier(fate, Files.readString(patch)));
    }
    List<String> standards = project.standards().clauses().stream().map(Clause::text).toList();
    Assignment.Depth depth =
        task == ModelTask.REDESIGN ? Assignment.Depth.DESIGN : Assignment.Depth.PLACE;
    return new Assignment(finding, tree, editable, judges(), standards, told, depth);
  }

  private Judges judges() {
    return new Judges(
        project.service().tests(),
        project.service().benchmarks().map(Benchmarks::run),
        tree.tracked().stream()
            .filter(path -> path.startsWith(project.prefix()) && Policy.isJudge(path))
            .toList());
  }

  /// What is critical and costs by its algorithm, and was changed to no measurable effect, needs
  /// another design.
  private static ModelTask task(Finding finding, List<Contender> earlier) {
    boolean inVain =
        earlier.stream()
            .flatMap(contender -> contender.rejection().stream())
            .anyMatch(fallen -> fallen.kind() == Rejection.Kind.NOT_IMPROVED);
    return inVain
            && finding.severity() == Severity.CRITICAL
            && finding.category() == Category.ALGORITHMIC
        ? ModelTask.REDESIGN
        : ModelTask.OPTIMISE;
  }

  /// The finding's own file, and the application's files on the way to it.
  private List<String> editable(Finding finding) {
    TreeSet<String> files = new TreeSet<>();
    files.add(finding.file());
    for (String frame : finding.callPath()) {
      Matcher place = PLACE.matcher(frame);
      if (place.find() && tree.tracked().contains(place.group("file"))) {
        files.add(place.group("file"));
      }
    }
    return List.copyOf(files);
  }

  /// Whether there is something to learn from how it fell: of the agent's own failures there is
  /// nothing.
  private static boolean teaches(Contender contender) {
    return contender.rejection().isPresent()
        && switch (contender.rejection().get().kind()) {
          case POLICY, BUILD, TESTS, NOT_IMPROVED, REGRESSED_ELSEWHERE, SUSPICIOUS -> true;
          case FAILED -> contender.wasMeasured();
        };
  }

  /// Of a run that is resumed nothing may be left to ask.
  private void tellSpent(Listener listener) {
    String words = asked.budget().words(asked.author());
    if (!words.isEmpty()) {
      listener.notes(words);
    }
  }
}
