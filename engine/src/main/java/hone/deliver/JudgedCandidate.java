package hone.deliver;

import hone.finding.Finding;
import hone.gate.Judgement;
import hone.measure.Beside;
import hone.measure.Machine;
import hone.measure.Plan;
import hone.measure.Run;
import hone.optimise.Attempt;
import java.util.List;
import java.util.Optional;

/// All that is known of a judged candidate: what its page of evidence is made from.
///
/// @param service    name of the service
/// @param directory  of the service in its repository, empty or ending in `/`
/// @param tests      the command line of the tests, where the service has one
/// @param finding    what the candidate answers; nothing for a patch given by hand
/// @param load       the load under which the finding was profiled, one line
/// @param attempt    what it took to get it built and tested
/// @param patch      the patch's text
/// @param plan       how it was measured
/// @param machine    what it was measured on
/// @param judgements one for each benchmark and metric
/// @param runs       every run, in order
/// @param beside     what no verdict rests on: whether the benchmarks were warm
public record JudgedCandidate(
    String service,
    String directory,
    Optional<String> tests,
    Optional<Finding> finding,
    String load,
    Attempt attempt,
    String patch,
    Plan plan,
    Machine machine,
    List<Judgement> judgements,
    List<Run> runs,
    Beside beside) {

  public JudgedCandidate {
    judgements = List.copyOf(judgements);
    runs = List.copyOf(runs);
  }
}
