package hone.gate;

import hone.bench.Better;
import hone.gate.Screening.Flagged;
import hone.gate.Screening.Settled;
import hone.gate.SelfTest.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A benchmark set against itself: the self-test of the runs it is taken from.
///
/// The difference between base and candidate, as the first blocks show it, is taken off, and each
/// block's numbers are dealt to two sides in an order of their own. That order has nothing to do
/// with the numbers, so the test on the ranks holds as it does for two revisions.
///
/// @param unchanged as dealt
/// @param injected  with a regression put into one side
record Control(Contest unchanged, Contest injected) {

  /// Tells the control's orders from those of the schedule, which has the same seed.
  private static final long SALT = 0x5E1F_7E57L;

  /// The control of these runs; none where no contest has numbers above zero.
  static Optional<Control> of(List<Contest> first, Terms terms) {
    return chosen(first).map(contest -> of(contest, contest.blocks(), terms, SALT));
  }

  /// The same benchmark's control on its fresh runs.
  static Control onFresh(Contest first, Contest fresh, Terms terms) {
    return of(first, fresh.blocks(), terms, ~SALT);
  }

  private static Control of(Contest first, List<Block> blocks, Terms terms, long salt) {
    double ratio = 1 + Evidence.of(first.metric(), opening(first)).effect();
    double worse = 1 + injection(terms.rules());
    double factor = first.metric().better() == Better.LOWER ? worse : 1 / worse;
    SplittableRandom random = new SplittableRandom(terms.seed() ^ salt);
    List<Block> dealt = blocks.stream().map(block -> dealt(block, ratio, random)).toList();
    List<Block> slowed = dealt.stream().map(block -> slowed(block, factor)).toList();
    return new Control(
        new Contest(first.benchmark(), first.metric(), dealt),
        new Contest(first.benchmark(), first.metric(), slowed));
  }

  /// The benchmark to be set against itself: the quietest that says how fast something is, else any.
  static Optional<Contest> chosen(List<Contest> contests) {
    return contests.stream()
        .filter(each -> each.settled().isEmpty())
        .filter(each -> opening(each).stream().allMatch(Control::isPositive))
        .min(
            Comparator.comparing((Contest each) -> !each.metric().isSpeed())
                .thenComparingDouble(Control::spread));
  }

  /// Size of the regression that is put in.
  static double injection(Rules rules) {
    return 2 * rules.threshold();
  }

  boolean isSettled(Terms terms) {
    return !(Screening.of(unchanged, terms.looks(), terms.rules()) instanceof Screening.Undecided)
        && isSeen(terms);
  }

  /// What the unchanged half shows, if that would be a change.
  Optional<Flagged> flagged(Terms terms) {
    return Screening.of(unchanged, terms.looks(), terms.rules()) instanceof Flagged flagged
        ? Optional.of(flagged)
        : Optional.empty();
  }

  /// @param fresh the control of the fresh runs, where there are any
  SelfTest outcome(Optional<Control> fresh, Terms terms) {
    return new SelfTest(
        unchanged.benchmark(),
        unchanged(fresh, terms),
        isSeen(terms) ? Outcome.PASSED : Outcome.FAILED,
        injection(terms.rules()));
  }

  private Outcome unchanged(Optional<Control> fresh, Terms terms) {
    return switch (Screening.of(unchanged, terms.looks(), terms.rules())) {
      case Settled settled -> isChange(settled.judgement()) ? Outcome.FAILED : Outcome.PASSED;
      case Screening.Undecided _ -> Outcome.INCONCLUSIVE;
      case Flagged flagged ->
          fresh.isEmpty()
                  || isChange(
                      new Confirmation(terms.rules())
                          .of(List.of(flagged), List.of(fresh.get().unchanged()))
                          .getFirst())
              ? Outcome.FAILED
              : Outcome.INCONCLUSIVE;
    };
  }

  private boolean isSeen(Terms terms) {
    return switch (Screening.of(injected, terms.looks(), terms.rules())) {
      case Settled settled -> settled.judgement().verdict() == Verdict.REGRESSED;
      case Flagged flagged -> !flagged.isBetter();
      case Screening.Undecided _ -> false;
    };
  }

  private static boolean isChange(Judgement judgement) {
    return judgement.verdict() == Verdict.REGRESSED || judgement.verdict() == Verdict.IMPROVED;
  }

  private static Block dealt(Block block, double ratio, SplittableRandom random) {
    List<Double> numbers = new ArrayList<>(block.old());
    block.candidate().forEach(each -> numbers.add(each / ratio));
    for (int i = numbers.size() - 1; i > 0; i--) {
      Collections.swap(numbers, i, random.nextInt(i + 1));
    }
    int half = block.old().size();
    return new Block(numbers.subList(0, half), numbers.subList(half, numbers.size()));
  }

  private static Block slowed(Block block, double factor) {
    return new Block(block.old(), block.candidate().stream().map(each -> each * factor).toList());
  }

  private static List<Block> opening(Contest contest) {
    return contest.blocks().subList(0, Math.min(Looks.FEWEST, contest.blocks().size()));
  }

  private static boolean isPositive(Block block) {
    return Stream.concat(block.old().stream(), block.candidate().stream())
        .allMatch(each -> each > 0);
  }

  /// How far runs of one side lie apart within the opening blocks, as a mean of logarithms.
  private static double spread(Contest contest) {
    return opening(contest).stream()
        .flatMap(block -> Stream.of(block.old(), block.candidate()))
        .mapToDouble(side -> range(side.stream().mapToDouble(Math::log).toArray()))
        .average()
        .orElse(0);
  }

  private static double range(double[] numbers) {
    return Arrays.stream(numbers).max().orElse(0) - Arrays.stream(numbers).min().orElse(0);
  }
}
