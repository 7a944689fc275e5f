package hone.audit;

import hone.finding.Findings;
import hone.project.Listener;
import hone.project.Project;
import hone.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Proves candidates one by one, algorithmic changes first; what an agent made in vain is tried once
/// more when all others are decided.
///
/// @param proof measures, judges and delivers one
record ProveStage(Project project, OptimiseStage optimise, Proof proof) {

  /// How one candidate that is in the running is decided.
  @FunctionalInterface
  interface Proof {
    OfferStage.Decided of(Contender contender) throws Refusal, IOException;
  }

  /// Every candidate as it ended, in the order of their numbers.
  List<Contender> result(List<Contender> tried, Findings findings, Listener listener)
      throws Refusal, IOException {
    List<OfferStage.Decided> decided = new ArrayList<>();
    for (Contender contender : Contender.ranked(tried)) {
      decided.add(decided(contender));
    }
    for (OfferStage.Decided first : List.copyOf(decided)) {
      if (first.contender().wasMeasured()) {
        Optional<Contender> again =
            optimise.again(first.contender(), contenders(decided), findings, listener);
        if (again.isPresent()) {
          decided.add(decided(again.get()));
        }
      }
    }
    return new OfferStage(project)
        .result(ranked(decided), listener).stream()
            .sorted(Comparator.comparingInt(each -> each.attempt().candidate().number()))
            .toList();
  }

  private OfferStage.Decided decided(Contender contender) throws Refusal, IOException {
    return contender.inTheRunning()
        ? proof.of(contender)
        : new OfferStage.Decided(contender, Optional.empty());
  }

  private static List<Contender> contenders(List<OfferStage.Decided> decided) {
    return decided.stream().map(OfferStage.Decided::contender).toList();
  }

  /// So that of the pull requests that may be open, algorithmic changes get theirs first.
  private static List<OfferStage.Decided> ranked(List<OfferStage.Decided> decided) {
    List<Contender> order = Contender.ranked(contenders(decided));
    return decided.stream()
        .sorted(Comparator.comparingInt(each -> order.indexOf(each.contender())))
        .toList();
  }
}
