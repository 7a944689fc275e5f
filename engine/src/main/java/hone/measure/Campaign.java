package hone.measure;

import hone.bench.Metric;
import hone.gate.Contest;
import hone.gate.Contests;
import hone.gate.Gate;
import hone.gate.GateResult;
import hone.gate.Judgement;
import hone.gate.Looks;
import hone.gate.Next;
import hone.gate.Phase;
import hone.gate.Sequence;
import hone.gate.Terms;
import hone.gate.Verdict;
import hone.workspace.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Measures block after block, as long as the numbers ask for it.
///
/// Every decision is made from what is in the log, the time that runs took too. A campaign that was
/// ended goes on to the same end.
///
/// @param limit of the time that runs may take together; the runs before the first look and those
///              that confirm a change are made whatever they take
/// @param basis what verdicts rest on
public record Campaign(Comparison comparison, Comparison.Work work, Duration limit, Basis basis) {

  /// Blocks to keep time for, should something have to be confirmed.
  private static final int KEPT_BLOCKS = 5;

  public Campaign(Comparison comparison, Comparison.Work work, Duration limit) {
    this(comparison, work, limit, Basis.RESULTS);
  }

  /// All runs, the first before the fresh ones, and what they prove.
  ///
  /// @param beside what no verdict rests on
  public record Measured(List<Run> runs, GateResult result, Beside beside) {
    public Measured {
      runs = List.copyOf(runs);
    }

    /// `32 runs in 8 blocks, 5 of them fresh`.
    public String summary() {
      long fresh = blocks(Phase.FRESH);
      return "%d runs in %d blocks%s"
          .formatted(
              runs.size(),
              blocks(Phase.FIRST) + fresh,
              fresh == 0 ? "" : ", " + fresh + " of them fresh");
    }

    private long blocks(Phase phase) {
      return runs.stream()
          .filter(run -> run.slot().phase() == phase)
          .map(run -> run.slot().block())
          .distinct()
          .count();
    }
  }

  /// Measures to the end.
  ///
  /// @throws Comparison.BrokenRun if a run fails or gives nothing that can be read
  public Measured measured(Terms terms, Comparison.Progress progress)
      throws Comparison.BrokenRun, Refusal, IOException {
    List<String> apart = apart();
    if (!apart.isEmpty()) {
      return new Measured(List.of(), incomparable(apart), Beside.NOTHING);
    }
    int firstBlocks = terms.looks().first();
    int freshBlocks = 0;
    while (true) {
      List<Run> first = comparison.run(work, Phase.FIRST, firstBlocks, progress);
      List<Run> fresh =
          freshBlocks == 0 ? List.of() : comparison.run(work, Phase.FRESH, freshBlocks, progress);
      Terms affordable = affordable(terms, first, firstBlocks);
      Next next = Sequence.next(contests(first), contests(fresh), affordable);
      switch (next) {
        case Next.Measure more when more.phase() == Phase.FIRST -> firstBlocks = more.blocks();
        case Next.Measure more -> freshBlocks = more.blocks();
        case Next.Judged judged -> {
          boolean isShort = !affordable.equals(terms) && isWanting(first, terms);
          List<Run> all = Stream.concat(first.stream(), fresh.stream()).toList();
          return new Measured(
              all,
              isShort ? judged.result().noting(cut(first)) : judged.result(),
              Beside.of(all, terms.rules(), basis));
        }
      }
    }
  }

  /// The terms without looks for which the time does not suffice.
  private Terms affordable(Terms terms, List<Run> first, int blocks) {
    Looks looks = terms.looks();
    int next = looks.after(blocks).orElse(blocks);
    double mean = first.stream().mapToLong(Run::wallNanos).average().orElse(0);
    double needed = mean * Schedule.BLOCK_RUNS * (next + KEPT_BLOCKS);
    return needed <= limit.toNanos() ? terms : terms.with(looks.until(blocks));
  }

  private boolean isWanting(List<Run> first, Terms terms) {
    return Sequence.next(contests(first), List.of(), terms) instanceof Next.Measure more
        && more.phase() == Phase.FIRST;
  }

  private List<Contest> contests(List<Run> runs) {
    return Contests.of(Rounds.of(runs, basis));
  }

  /// Why runs of this work cannot be compared with each other, or with those in the log.
  private List<String> apart() throws IOException {
    List<String> apart = new ArrayList<>(work.fingerprint().differences());
    MeasurementLog log = work.records().log();
    log.mend();
    if (log.isOf(work.plan())) {
      apart.addAll(work.fingerprint().since(log.fingerprint()));
    }
    return apart;
  }

  private static GateResult incomparable(List<String> apart) {
    return Gate.of(
        List.of(
            new Judgement(
                "all benchmarks",
                Metric.TIME,
                Verdict.INCOMPARABLE,
                Optional.empty(),
                String.join("; ", apart))),
        Optional.empty());
  }

  private String cut(List<Run> first) {
    return "stopped after %d runs a side, as more would take longer than limits.time, %d s"
        .formatted(first.size() / 2, limit.toSeconds());
  }
}
