package hone.gate;

import hone.bench.SeriesKey;
import hone.gate.Screening.Flagged;
import hone.gate.Screening.Settled;
import hone.gate.Screening.Undecided;
import hone.gate.Terms.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides after each look at the runs whether to go on, and in the end what they prove.
///
/// The first runs are looked at up to five times. A benchmark is settled by the first look that
/// proves a change or its absence; runs are made as long as one is undecided. What looks changed by
/// 0.7 of the threshold or more is run afresh, and only the fresh numbers decide on it. What was
/// undecided then is looked at once more, with the runs that were made meanwhile.
///
/// A pure function: the same runs, terms and seed give the same decision, which is what lets a
/// measurement that was ended go on.
///
/// @see <a href="https://doi.org/10.1093/biomet/64.2.191">Pocock 1977, on the levels of the looks</a>
public final class Sequence {

  private Sequence() {}

  /// What comes after these runs.
  ///
  /// Cost: about 20 microseconds a contest of three blocks, and a millisecond one of fifteen.
  ///
  /// @param first contests of the first runs; their blocks are at least those of the first look
  /// @param fresh contests of the fresh runs; empty as long as there are none
  public static Next next(List<Contest> first, List<Contest> fresh, Terms terms) {
    Map<SeriesKey, Contest> again = keyed(fresh);
    List<Contest> contests = fresh.isEmpty() ? first : spoilt(keyed(first), again);
    List<Screening> screenings =
        contests.stream().map(each -> Screening.of(each, terms.looks(), terms.rules())).toList();
    List<Flagged> flags = of(screenings, Flagged.class);
    if (fresh.isEmpty()) {
      Optional<Next> more = more(contests, screenings, flags, terms);
      if (more.isPresent()) {
        return more.get();
      }
    }
    List<Judgement> judgements = judgements(screenings, again, terms);
    return new Next.Judged(Gate.of(judgements, selfTest(contests, again, terms)));
  }

  private static Optional<Next> more(
      List<Contest> contests, List<Screening> screenings, List<Flagged> flags, Terms terms) {
    int made = contests.stream().mapToInt(each -> each.blocks().size()).max().orElse(0);
    OptionalInt look = terms.looks().after(made);
    int undecided = of(screenings, Undecided.class).size();
    Optional<Control> control =
        terms.purpose() == Purpose.GATE ? Control.of(contests, terms) : Optional.empty();
    boolean controlled = control.map(each -> each.isSettled(terms)).orElse(true);
    boolean claimed = terms.purpose() == Purpose.CLAIM && isWorthConfirming(flags, terms);
    if (made > 0 && look.isPresent() && !claimed && (undecided > 0 || !controlled)) {
      String why = undecided > 0 ? undecided + " undecided" : "the self-test is undecided";
      return Optional.of(new Next.Measure(Phase.FIRST, look.getAsInt(), why));
    }
    List<Flagged> all = new ArrayList<>(flags);
    control.flatMap(each -> each.flagged(terms)).ifPresent(all::add);
    return isWorthConfirming(all, terms)
        ? Optional.of(
            new Next.Measure(
                Phase.FRESH,
                new Confirmation(terms.rules()).blocks(all),
                "confirming " + all.size()))
        : Optional.empty();
  }

  private static boolean isWorthConfirming(List<Flagged> flags, Terms terms) {
    return switch (terms.purpose()) {
      case GATE -> !flags.isEmpty();
      case CLAIM ->
          flags.stream().anyMatch(each -> each.isBetter() && each.contest().metric().isSpeed());
    };
  }

  private static Optional<SelfTest> selfTest(
      List<Contest> contests, Map<SeriesKey, Contest> again, Terms terms) {
    Optional<Control> fresh =
        Control.chosen(contests)
            .flatMap(chosen ->
                Optional.ofNullable(again.get(chosen.key()))
                    .map(contest -> Control.onFresh(chosen, contest, terms)));
    return Control.of(contests, terms).map(control -> control.outcome(fresh, terms));
  }

  private static List<Judgement> judgements(
      List<Screening> screenings, Map<SeriesKey, Contest> again, Terms terms) {
    Weighing weighing = new Weighing(terms.rules());
    List<Flagged> flags = of(screenings, Flagged.class);
    List<Judgement> confirmed =
        again.isEmpty()
            ? flags.stream()
                .map(each -> weighing.unconfirmed(each, "not run again, as nothing is better"))
                .toList()
            : new Confirmation(terms.rules())
                .of(flags, flags.stream().map(each -> confirming(again, each.contest())).toList());
    List<Judgement> judgements = new ArrayList<>();
    int flag = 0;
    for (Screening screening : screenings) {
      judgements.add(
          switch (screening) {
            case Settled settled -> settled.judgement();
            case Undecided undecided -> atLast(undecided, again, terms);
            case Flagged _ -> confirmed.get(flag++);
          });
    }
    return judgements;
  }

  private static Judgement atLast(Undecided undecided, Map<SeriesKey, Contest> again, Terms terms) {
    Contest contest = undecided.contest();
    Weighing weighing = new Weighing(terms.rules());
    List<Block> blocks = new ArrayList<>(contest.blocks());
    if (again.isEmpty() || blocks.isEmpty()) {
      return weighing.undecided(contest, undecided.evidence());
    }
    Looks made = terms.looks().until(blocks.size());
    blocks.addAll(confirming(again, contest).blocks());
    Contest joined = new Contest(contest.benchmark(), contest.metric(), blocks);
    return switch (Screening.of(joined, made.then(blocks.size()), terms.rules())) {
      case Settled settled -> settled.judgement();
      case Undecided still -> weighing.undecided(joined, still.evidence());
      case Flagged flagged ->
          weighing.unconfirmed(flagged, "seen when the other fresh runs were made already");
    };
  }

  private static Contest confirming(Map<SeriesKey, Contest> again, Contest contest) {
    return Optional.ofNullable(again.get(contest.key())).orElseThrow();
  }

  /// The first contests, but for those that the fresh runs settle: what fails once is failed.
  private static List<Contest> spoilt(
      Map<SeriesKey, Contest> first, Map<SeriesKey, Contest> again) {
    List<Contest> contests = new ArrayList<>();
    first.forEach((key, contest) -> {
      Contest fresh = again.get(key);
      if (contest.settled().isPresent() || (fresh != null && fresh.settled().isEmpty())) {
        contests.add(contest);
      } else {
        contests.add(fresh != null ? fresh : oneSided(contest, "not in the fresh runs"));
      }
    });
    again.forEach((key, fresh) -> {
      if (!first.containsKey(key)) {
        contests.add(
            fresh.settled().isPresent() ? fresh : oneSided(fresh, "only in the fresh runs"));
      }
    });
    return contests;
  }

  private static Contest oneSided(Contest contest, String where) {
    return Contest.settled(contest.benchmark(), contest.metric(), Verdict.INCOMPARABLE, where);
  }

  private static Map<SeriesKey, Contest> keyed(List<Contest> contests) {
    Map<SeriesKey, Contest> keyed = new LinkedHashMap<>();
    contests.forEach(each -> keyed.putIfAbsent(each.key(), each));
    return keyed;
  }

  private static <T extends Screening> List<T> of(List<Screening> screenings, Class<T> kind) {
    return screenings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
