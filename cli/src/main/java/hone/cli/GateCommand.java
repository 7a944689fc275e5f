package hone.cli;

import hone.advice.Triage;
import hone.gate.Judgement;
import hone.gate.LikelyCause;
import hone.gate.Verdict;
import hone.input.JsonText;
import hone.input.Printable;
import hone.notice.NoticeReader;
import hone.project.Project;
import hone.report.BudgetTable;
import hone.report.JudgementTable;
import hone.revision.Revisions;
import hone.service.AgentName;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Opens or closes the gate for a change, by measurements alone.
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a change against where it left the default branch, and opens or closes the gate.",
      "Exit code 0: open; 1: closed; 4: could not judge. Writes perf-gate.json."
    },
    footer = {"", "Example: hone gate --base main"})
final class GateCommand implements Callable<Integer> {

  private static final int SHOWN_FUNCTIONS = 3;

  @Mixin private ProjectOptions project;
  @Mixin private MeasureOptions measure;
  @Mixin private RevisionOptions revision;
  @Mixin private AgentOptions agent;
  @Mixin private HistoryOptions history;
  @Mixin private GateOutputs outputs;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description = "The baseline (default: where HEAD left the default branch).")
  private @Nullable String base;

  @Option(names = "--head", paramLabel = "REF", description = "The change (default: HEAD).")
  private @Nullable String head;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Measure nothing: tell what this perf-gate.json says, and end as it does.")
  private @Nullable Path from;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    outputs.check();
    Optional<GitHubActions> job = GitHubActions.here();
    try {
      return from == null ? measured(job) : told(from, job);
    } catch (Refusal | IOException failure) {
      job.ifPresent(_ ->
          GitHubActions.error(
              project.json() ? spec.commandLine().getErr() : spec.commandLine().getOut(),
              "could not judge: " + failure.getMessage()));
      throw failure;
    }
  }

  private int measured(Optional<GitHubActions> job) throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Optional<Triage> triage = agent.triage(bench, found);
      Revisions.Judged judged =
          Revisions.of(bench.parts(), found, Optional.ofNullable(base), Optional.ofNullable(head))
              .judged(
                  measure.settings(), revision.manner(), Screens.listener(spec, project.json()));
      history.add("gate", found, judged, bench.parts().clock());
      ObjectNode document = GateScreen.document(found, judged);
      Path kept = found.home().resolve("perf-gate.json");
      AtomicFile.write(kept, JsonText.page(document));
      List<String> advice = new ArrayList<>();
      if (triage.isPresent()) {
        Triage asked = triage.get().in(judged.run().directory().resolve("advice"));
        advice.addAll(new GateAdvice(asked, found).into("gate", document, this::note));
        agent.spent(found).ifPresent(this::note);
        AtomicFile.write(kept, JsonText.page(document));
      }
      if (job.isPresent()) {
        job.get().output(document);
      }
      GateRecord gate = GateRecord.of("gate", document);
      if (project.json()) {
        spec.commandLine().getOut().print(JsonText.page(document));
      } else {
        List<String> table = new ArrayList<>();
        JudgementTable.of(judged.result().judgements()).lines().forEach(table::add);
        BesideTable.of(judged.beside()).lines().forEach(table::add);
        BudgetTable.of(judged.budgets()).lines().forEach(table::add);
        table.addAll(causes(judged));
        table.addAll(advice);
        show(table, gate, job);
      }
      outputs.write(gate.notice(), job);
      return GateScreen.exitCode(judged.result().state());
    }
  }

  private void note(String line) {
    spec.commandLine().getErr().println("hone: " + Printable.of(line));
  }

  /// What got slower, where the change touches it, and the likely cause.
  private static List<String> causes(Revisions.Judged judged) {
    List<Judgement> all = judged.result().judgements();
    List<String> lines = new ArrayList<>();
    for (Judgement judgement : all) {
      if (judgement.verdict() == Verdict.REGRESSED) {
        String name = judgement.benchmark() + " " + judgement.metric().name();
        LikelyCause cause = judged.causes().of(judgement, all);
        if (!cause.profiled().slower().isEmpty()) {
          lines.add("slower in " + name + ": " + slower(cause));
        }
        lines.add("likely cause of " + name + ": " + cause.text());
      }
    }
    return lines;
  }

  private static String slower(LikelyCause cause) {
    return cause.profiled().slower().stream()
        .limit(SHOWN_FUNCTIONS)
        .map(each ->
            each.function() + (each.lines().isEmpty() ? "" : " (" + each.lines().getFirst() + ")"))
        .collect(Collectors.joining(", "));
  }

  /// An agent is asked only where one is named: what stands in a file may be told where there is no
  /// repository.
  private int told(Path file, Optional<GitHubActions> job) throws Refusal, IOException {
    ObjectNode document = GateRecord.document(file);
    GateRecord gate = GateRecord.of(file.toString(), document);
    List<String> lines = new ArrayList<>(gate.lines());
    if (agent.name().filter(name -> name != AgentName.NONE).isPresent()) {
      try (Workbench bench = Workbench.open()) {
        Project found = bench.project(project.directory(), project.service());
        Triage triage = agent.triage(bench, found).orElseThrow();
        lines.addAll(new GateAdvice(triage, found).into(file.toString(), document, this::note));
        agent.spent(found).ifPresent(this::note);
      }
    }
    if (project.json()) {
      spec.commandLine().getOut().print(JsonText.page(document));
    } else {
      show(lines, gate, job);
    }
    outputs.write(NoticeReader.read(file.toString(), document), job);
    return gate.exitCode();
  }

  private void show(List<String> table, GateRecord gate, Optional<GitHubActions> job)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = new ArrayList<>();
    table.forEach(line -> lines.add(Printable.line(Printable.of(line))));
    lines.add("gate: " + gate.state());
    gate.reasons().forEach(reason -> lines.add("  " + reason));
    if (job.isPresent()) {
      job.get().show(out, lines);
      job.get().tell(out, gate);
    } else {
      lines.forEach(out::println);
    }
  }
}
