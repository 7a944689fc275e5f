package hone.audit;

import hone.agent.AgentSpending;
import hone.analysis.SourceTree;
import hone.claim.Assignment;
import hone.claim.Prompt;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.finding.Severity;
import hone.optimise.AgentEdit;
import hone.optimise.Attempt;
import hone.optimise.Candidate;
import hone.optimise.Rejection;
import hone.standard.Clause;
import hone.unit.Share;
import hone.workspace.Allowance;
import hone.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks an agent for a change to each critical or high finding that no recipe cures, and once more
/// where its change falls at policy, build or tests.
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
          "asking " + asked.author() + " about " + finding.file() + ":" + finding.line());
      contenders.addAll(turns(first + contenders.size(), finding));
    }
    if (taken.size() < open.size()) {
      listener.notes(
          "findings left for another run: %d; limits.attempts is %d"
              .formatted(open.size() - taken.size(), project.service().limits().attempts()));
    }
    if (!taken.isEmpty()) {
      listener.notes(spent());
    }
    return contenders;
  }

  private static boolean isOpen(Finding finding) {
    return finding.recipe().isEmpty() && finding.severity().compareTo(Severity.HIGH) <= 0;
  }

  private List<Contender> turns(int first, Finding finding) throws Refusal, IOException {
    List<Contender> contenders = new ArrayList<>();
    List<String> earlier = new ArrayList<>();
    do {
      Attempt attempt = attempt(first + contenders.size(), finding, earlier);
      contenders.add(Contender.of(attempt));
      Optional<String> lesson = attempt.rejection().flatMap(AgentTurns::lesson);
      if (lesson.isEmpty()) {
        return contenders;
      }
      earlier.add(lesson.get());
    } while (contenders.size() < TURNS);
    return contenders;
  }

  private Attempt attempt(int number, Finding finding, List<String> earlier)
      throws Refusal, IOException {
    List<String> editable = editable(finding);
    List<String> standards = project.standards().clauses().stream().map(Clause::text).toList();
    String prompt = Prompt.change(new Assignment(finding, tree, editable, standards, earlier));
    Candidate candidate =
        new Candidate(
            number,
            Optional.of(finding.id()),
            Candidate.AGENT + asked.author(),
            "Change " + finding.function(),
            "Proposed by %s (%s) for %s:%d."
                .formatted(asked.author(), asked.model(), finding.file(), finding.line()));
    AgentEdit edit =
        new AgentEdit(
            asked.agent(),
            asked.model(),
            prompt,
            run.candidate(number).directory().resolve("agent"));
    return attempts.of(candidate, edit, new Allowance.Finding(new TreeSet<>(editable)));
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

  /// What the agent can learn from; of its own failures there is nothing to learn.
  private static Optional<String> lesson(Rejection rejection) {
    return switch (rejection.kind()) {
      case POLICY, BUILD, TESTS -> Optional.of(rejection.kind() + ": " + rejection.reason());
      case NOT_IMPROVED, REGRESSED_ELSEWHERE, FAILED -> Optional.empty();
    };
  }

  private String spent() {
    AgentSpending spent = asked.budget().spent();
    String gaps = spent.gaps().isEmpty() ? "" : "; not counted: " + String.join("; ", spent.gaps());
    return String.format(
        Locale.ROOT,
        "%s used %,d tokens, %s%s",
        asked.author(),
        spent.tokens(),
        spent.money(),
        gaps);
  }
}
