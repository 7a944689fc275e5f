package hone.gate;

import hone.gate.Screening.Flagged;
import hone.stat.Corrections;
import java.util.ArrayList;
import java.util.List;

/// What fresh runs say of everything that the first runs flagged, corrected for all of it together
/// by Holm: whatever the first runs picked out, not one of a suite of unchanged benchmarks is
/// called changed here with more than the significance's probability.
record Confirmation(Rules rules) {

  /// Blocks that confirm anything.
  static final int BLOCKS = 10;

  /// Blocks that confirm what is plain already.
  static final int FEW_BLOCKS = 5;

  /// How many fresh blocks to make, by the first runs alone: few where no flag's interval reaches
  /// within the threshold.
  int blocks(List<Flagged> flags) {
    return flags.stream().allMatch(this::isPlain) ? FEW_BLOCKS : BLOCKS;
  }

  /// A judgement of each flag, in their order.
  ///
  /// @param fresh contests of the fresh runs, one for each flag; those are not settled
  List<Judgement> of(List<Flagged> flags, List<Contest> fresh) {
    List<Evidence> evidence =
        fresh.stream().map(each -> Evidence.of(each.metric(), each.blocks())).toList();
    double[] p = new double[flags.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = evidence.get(i).p(flags.get(i).higher());
    }
    double[] adjusted = Corrections.holm(p);
    Weighing weighing = new Weighing(rules);
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      judgements.add(weighing.confirmed(flags.get(i), evidence.get(i), p[i], adjusted[i]));
    }
    return judgements;
  }

  private boolean isPlain(Flagged flagged) {
    Figures figures = flagged.evidence().figures(0, 0, rules.lookSignificance());
    return flagged.higher()
        ? figures.low() >= rules.threshold()
        : figures.high() <= -rules.threshold();
  }
}
