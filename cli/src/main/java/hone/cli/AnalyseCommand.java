package hone.cli;

import hone.advice.Advised;
import hone.advice.Consultation;
import hone.advice.Inquiry;
import hone.audit.Analysis;
import hone.audit.Audit;
import hone.audit.Report;
import hone.claim.Extract;
import hone.finding.Conditions;
import hone.finding.Findings;
import hone.finding.ProfileOf;
import hone.input.Printable;
import hone.profile.Profile;
import hone.project.Listener;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.project.Stage;
import hone.report.ExtractDocument;
import hone.report.FindingsDocument;
import hone.report.FindingsTable;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes findings of profiles.
@Command(
    name = "analyse",
    aliases = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Makes findings of profiles of one service; without a file, of those of the latest run.",
      "Files and lines come from the profiles and exist in the repository's last commit.",
      "An agent may add words; what it claims and the profiles do not bear out is dropped."
    },
    footer = {"", "Example: hone analyse --loaded cpu.prof allocs.prof"})
final class AnalyseCommand implements Callable<Integer> {

  @Mixin private ProjectOptions project;
  @Mixin private AgentOptions agent;

  @Parameters(paramLabel = "PROFILE", arity = "0..*", description = "Profiles in any known format.")
  private List<Path> profiles = new ArrayList<>();

  @Option(
      names = "--loaded",
      description = "The service was under load; without it no finding is critical.")
  private boolean loaded;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Also write the JSON document there.")
  private @Nullable Path output;

  @Option(
      names = "--budget",
      paramLabel = "TOKENS",
      description = {
        "Print an extract of the evidence instead, of so many tokens at most, 500 or more:",
        "what an agent is shown, with ids for hone peek and hone lines."
      })
  private @Nullable Integer budget;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    if (budget != null && budget < Extract.LEAST_TOKENS) {
      throw new ParameterException(
          spec.commandLine(), "--budget is below " + Extract.LEAST_TOKENS + ": " + budget);
    }
    return budget == null ? findings() : extract(inquiry(), budget);
  }

  private int findings() throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Path kept = profiles.isEmpty() ? latest(found).directory() : found.home().resolve(".hone");
      Optional<Consultation> consultation =
          agent.consultation(bench, found, kept.resolve("advice"));
      if (consultation.isEmpty()) {
        show(profiles.isEmpty() ? ofLatestRun(bench, found) : ofFiles(bench, found).findings());
        return ExitCode.DONE;
      }
      return advised(consultation.get(), inquiry(bench, found), found);
    }
  }

  /// Of files also where there is no project.
  private Inquiry inquiry() throws Refusal, IOException {
    try (Workbench bench = Workbench.open()) {
      return inquiry(bench, bench.project(project.directory(), project.service()));
    } catch (Refusal refusal) {
      if (profiles.isEmpty() || refusal.fault() != Refusal.Fault.INPUT) {
        throw refusal;
      }
      note(refusal.getMessage() + "; without a project there are no findings and no source");
      ProfileFiles reading = new ProfileFiles(spec);
      List<Profile> read = reading.each(profiles);
      return Analysis.without(
          IntStream.range(0, read.size())
              .mapToObj(at ->
                  new ProfileOf(
                      Analysis.kind(read.get(at)), read.get(at), profiles.get(at).toString()))
              .toList());
    }
  }

  private Inquiry inquiry(Workbench bench, Project found) throws Refusal, IOException {
    return profiles.isEmpty()
        ? Audit.resume(bench.parts(), found, latest(found)).inquiry(listener())
        : ofFiles(bench, found);
  }

  private int extract(Inquiry inquiry, int tokens) throws Refusal {
    Extract extract = Extract.of(inquiry.findings(), inquiry.profiles(), inquiry.tree(), tokens);
    String document = ExtractDocument.of(extract, tokens) + "\n";
    print(document, extract.text());
    return ExitCode.DONE;
  }

  private int advised(Consultation consultation, Inquiry inquiry, Project found)
      throws Refusal, IOException {
    Advised advised;
    try {
      advised = consultation.advised(inquiry);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
    advised.notices().forEach(this::note);
    advised.dropped().forEach(reason -> note("dropped a claim: " + reason));
    advised.failure().ifPresent(why -> note(consultation.author() + ": " + why));
    agent.spent(found).ifPresent(this::note);
    show(advised.findings());
    return advised.failure().isPresent() ? ExitCode.TOOL : ExitCode.DONE;
  }

  private void show(Findings findings) throws Refusal {
    print(FindingsDocument.of(findings), FindingsTable.of(findings));
  }

  /// Where the document itself goes to standard output, nothing else does.
  private void print(String document, String text) throws Refusal {
    PrintWriter out = spec.commandLine().getOut();
    if (output != null) {
      NamedFile.write(out, output, document);
    }
    if (output == null || !NamedFile.isStandardOutput(output)) {
      out.print(project.json() ? document : text);
    }
  }

  private static RunDirectory latest(Project found) throws Refusal {
    return RunDirectory.existing(found.home(), Optional.empty());
  }

  private Findings ofLatestRun(Workbench bench, Project found) throws Refusal, IOException {
    Report report =
        Audit.resume(bench.parts(), found, latest(found)).until(Stage.ANALYSE, listener());
    return report.findings().orElseThrow();
  }

  private Inquiry ofFiles(Workbench bench, Project found) throws Refusal, IOException {
    Analysis analysis =
        new Analysis(
            bench.parts().formats(),
            found,
            found.repository().commit("HEAD"),
            Conditions.of(loaded));
    return analysis.inquiry(
        profiles.stream().map(Analysis.Input::of).toList(),
        diagnostic -> note(diagnostic.toString()));
  }

  private Listener listener() {
    return Screens.listener(spec, project.json());
  }

  private void note(String line) {
    spec.commandLine().getErr().println("hone: " + Printable.of(line));
  }
}
