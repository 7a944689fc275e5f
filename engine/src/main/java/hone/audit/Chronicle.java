package hone.audit;

import hone.bench.Metric;
import hone.gate.Figures;
import hone.gate.Judgement;
import hone.history.Entry;
import hone.history.Figure;
import hone.history.Fingerprint;
import hone.history.Revision;
import hone.measure.MeasurementLog;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.RunState;
import hone.revision.Revisions;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What runs add to the history of a project: an entry for each comparison that came to its end.
public record Chronicle(Project project) {

  /// The entry of two revisions that were measured against each other.
  ///
  /// @param source `gate` or `measure`
  public Entry entry(String source, Revisions.Judged judged, Instant now)
      throws Refusal, IOException {
    Repository repository = project.repository();
    String head = judged.plan().candidate();
    return new Entry(
        judged.run().id() + "/1",
        source,
        now,
        project.service().name(),
        machine(judged.run().candidate(1).measurements()),
        Optional.of(committed(judged.plan().base())),
        new Revision(head, repository.tree(head)),
        judged.plan().seed(),
        figures(judged.result().judgements()));
  }

  /// An entry for each candidate of an audit that was measured.
  public List<Entry> entries(RunDirectory run, Report report) throws Refusal, IOException {
    List<Entry> entries = new ArrayList<>();
    RunState state = RunState.read(run.runFile());
    for (Contender contender : report.contenders()) {
      if (!contender.judgements().isEmpty()) {
        int number = contender.attempt().candidate().number();
        entries.add(
            new Entry(
                run.id() + "/" + number,
                "audit",
                state.startedAt(),
                project.service().name(),
                machine(run.candidate(number).measurements()),
                Optional.of(committed(state.base())),
                new Revision("", contender.attempt().tree()),
                state.seed(),
                figures(contender.judgements())));
      }
    }
    return entries;
  }

  private Revision committed(String commit) throws Refusal {
    return new Revision(commit, project.repository().tree(commit));
  }

  private static Fingerprint machine(Path measurements) throws IOException {
    return Fingerprint.of(
        Files.exists(measurements) ? new MeasurementLog(measurements).machine().facts() : Map.of());
  }

  /// What a judgement says as a history keeps it.
  static List<Figure> figures(List<Judgement> judgements) {
    return judgements.stream().map(Chronicle::figure).toList();
  }

  private static Figure figure(Judgement judgement) {
    Metric metric = judgement.metric();
    Optional<Figures> figures = judgement.figures();
    return new Figure(
        judgement.benchmark(),
        metric,
        figures.map(each -> new Figure.Summary(each.oldCount(), each.oldMedian())),
        figures.map(each -> new Figure.Summary(each.newCount(), each.newMedian())),
        figures.map(each -> new Figure.Change(each.effect(), each.low(), each.high())),
        judgement.verdict().toString());
  }
}
