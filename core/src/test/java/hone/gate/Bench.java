package hone.gate;

import hone.gate.Terms.Purpose;
import java.util.List;

/// Measures made-up programs block by block as long as the sequence asks for it.
///
/// @param first blocks of the first runs that it took
/// @param fresh blocks of the fresh runs that it took
record Bench(GateResult result, int first, int fresh) {

  /// Blocks that a contest must have to be measured to the end.
  static final int BLOCKS = Looks.MOST + Confirmation.BLOCKS;

  static Terms terms(Purpose purpose, int most) {
    return new Terms(Rules.defaults(), Looks.upTo(most), purpose, 1);
  }

  static GateResult gate(List<Contest> contests) {
    return of(contests, terms(Purpose.GATE, Looks.MOST)).result();
  }

  static Claim claim(List<Contest> contests) {
    return Claim.judge(of(contests, terms(Purpose.CLAIM, Looks.MOST)).result(), java.util.Set.of());
  }

  /// @param contests of 25 blocks, or settled
  static Bench of(List<Contest> contests, Terms terms) {
    int first = terms.looks().first();
    int fresh = 0;
    while (true) {
      List<Contest> again = fresh == 0 ? List.of() : part(contests, Looks.MOST, Looks.MOST + fresh);
      switch (Sequence.next(part(contests, 0, first), again, terms)) {
        case Next.Judged judged -> {
          return new Bench(judged.result(), first, fresh);
        }
        case Next.Measure more when more.phase() == Phase.FIRST -> first = more.blocks();
        case Next.Measure more -> fresh = more.blocks();
      }
    }
  }

  private static List<Contest> part(List<Contest> contests, int from, int to) {
    return contests.stream()
        .map(each ->
            each.settled().isPresent()
                ? each
                : new Contest(each.benchmark(), each.metric(), each.blocks().subList(from, to)))
        .toList();
  }
}
