package hone.audit;

import hone.deliver.Delivery;
import hone.deliver.JudgedCandidate;
import hone.deliver.PullRequestText;
import hone.finding.Finding;
import hone.finding.Findings;
import hone.gate.EffectText;
import hone.measure.MeasurementLog;
import hone.project.CandidateDirectory;
import hone.project.Listener;
import hone.project.Project;
import hone.project.Recorded;
import hone.project.RunDirectory;
import hone.project.RunState;
import hone.project.Stage;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// Hands over what was accepted, and writes the evidence of everything that was measured.
record DeliverStage(Project project, RunDirectory run, RunState state) {

  OfferStage.Decided result(
      Contender contender,
      MeasureStage.Measured measured,
      Findings findings,
      Recorded recorded,
      Listener listener)
      throws Refusal, IOException {
    return switch (measured) {
      case MeasureStage.Measured.Fallen _ -> new OfferStage.Decided(contender, Optional.empty());
      case MeasureStage.Measured.Done done ->
          delivered(contender, done, findings, recorded, listener);
    };
  }

  private OfferStage.Decided delivered(
      Contender contender,
      MeasureStage.Measured.Done measured,
      Findings findings,
      Recorded recorded,
      Listener listener)
      throws Refusal, IOException {
    CandidateDirectory directory = run.candidate(contender.attempt().candidate().number());
    JudgedCandidate judged = judged(contender, measured, findings, recorded, directory);
    Delivery delivery = new Delivery(project.repository());
    Optional<String> branch =
        contender.inTheRunning()
            ? Optional.of(delivery.branch(judged, verdict(contender)))
            : Optional.empty();
    delivery.page(judged, verdict(contender), branch, directory.evidence());
    Contender delivered = contender.delivered(branch, directory.evidence());
    listener.ends(Stage.DELIVER, summary(delivered));
    return new OfferStage.Decided(
        delivered,
        branch.map(name ->
            PullRequestText.offer(
                judged, verdict(contender), name, project.service().delivery().base())));
  }

  private JudgedCandidate judged(
      Contender contender,
      MeasureStage.Measured.Done measured,
      Findings findings,
      Recorded recorded,
      CandidateDirectory directory)
      throws IOException {
    return new JudgedCandidate(
        project.service().name(),
        project.prefix(),
        project.service().tests(),
        finding(contender, findings),
        recorded.load(),
        contender.attempt(),
        Files.readString(directory.patch()),
        measured.plan(),
        new MeasurementLog(directory.measurements()).fingerprint().facts(),
        contender.judgements(),
        measured.runs(),
        measured.beside());
  }

  private static Optional<Finding> finding(Contender contender, Findings findings) {
    List<Finding> all = findings.hotspots();
    return contender
        .attempt()
        .candidate()
        .finding()
        .flatMap(id -> all.stream().filter(finding -> finding.id().equals(id)).findFirst());
  }

  private static String verdict(Contender contender) {
    return contender
        .rejection()
        .map(fallen -> "rejected: " + fallen.kind() + ": " + fallen.reason())
        .or(() ->
            contender
                .headline()
                .map(best -> "improved: " + best.benchmark() + " " + EffectText.figures(best)))
        .orElse("not judged");
  }

  private String summary(Contender contender) {
    String page =
        contender.evidence().map(path -> project.home().relativize(path).toString()).orElse("");
    return contender.branch().map(name -> "branch " + name + "; ").orElse("no branch; ")
        + "evidence in "
        + page;
  }
}
