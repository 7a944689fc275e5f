package hone.audit;

import hone.gate.Claim;
import hone.gate.EffectText;
import hone.gate.GateResult;
import hone.gate.Judgement;
import hone.gate.Verdict;
import hone.optimise.Rejection;
import hone.project.Listener;
import hone.project.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides on a candidate by its runs alone.
record JudgeStage() {

  Contender result(Contender contender, MeasureStage.Measured measured, Listener listener) {
    Contender judged = judged(contender, measured);
    listener.ends(Stage.GATE, summary(judged));
    return judged;
  }

  private Contender judged(Contender contender, MeasureStage.Measured measured) {
    return switch (measured) {
      case MeasureStage.Measured.Fallen fallen ->
          contender.rejected(fallen.rejection().kind(), fallen.rejection().reason());
      case MeasureStage.Measured.Done done ->
          judged(contender.warned(done.beside().warnings()), done.result());
    };
  }

  private static Contender judged(Contender contender, GateResult result) {
    List<Judgement> judgements = result.judgements();
    return switch (Claim.judge(result, Set.of())) {
      case Claim.Accepted accepted -> contender.judged(judgements, Optional.of(accepted.best()));
      case Claim.Rejected rejected ->
          contender
              .judged(judgements, Optional.empty())
              .rejected(kind(rejected.reason()), rejected.text());
    };
  }

  private static Rejection.Kind kind(Claim.Reason reason) {
    return switch (reason) {
      case NOT_IMPROVED -> Rejection.Kind.NOT_IMPROVED;
      case REGRESSED_ELSEWHERE -> Rejection.Kind.REGRESSED_ELSEWHERE;
      case SUSPICIOUS -> Rejection.Kind.SUSPICIOUS;
      case FAILED -> Rejection.Kind.FAILED;
    };
  }

  private static String summary(Contender contender) {
    if (contender.rejection().isPresent()) {
      Rejection fallen = contender.rejection().get();
      return "rejected: " + fallen.kind() + ": " + fallen.reason();
    }
    Judgement best = contender.headline().orElseThrow();
    return "improved  %s %s%s"
        .formatted(best.benchmark(), EffectText.figures(best), others(contender, best));
  }

  private static String others(Contender contender, Judgement best) {
    List<Judgement> speeds =
        contender.judgements().stream()
            .filter(other -> !other.equals(best) && other.metric().isSpeed())
            .toList();
    if (speeds.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      long count = speeds.stream().filter(other -> other.verdict() == verdict).count();
      if (count > 0) {
        text.append(text.isEmpty() ? "; of the others " : ", ")
            .append(count)
            .append(' ')
            .append(verdict);
      }
    }
    return text.toString();
  }
}
