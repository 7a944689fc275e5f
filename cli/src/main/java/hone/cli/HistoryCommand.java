package hone.cli;

import hone.history.Entry;
import hone.history.History;
import hone.history.Line;
import hone.history.Revision;
import hone.history.Story;
import hone.input.JsonText;
import hone.project.Project;
import hone.report.HistoryChart;
import hone.report.HistoryDocument;
import hone.store.HistoryFile;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows what was measured over time.
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Shows results over the commits: levels, change points, creep since the last release.",
      "gate, measure, audit and deliver add their results; --import adds older ones."
    },
    footer = {"", "Example: hone history --since v1.2"})
final class HistoryCommand implements Callable<Integer> {

  /// Commits of the line that are looked at.
  private static final int MOST = 20_000;

  @Mixin private ProjectOptions project;
  @Mixin private ImportOptions imports;

  @Parameters(
      arity = "0..*",
      paramLabel = "BENCHMARK",
      description = "Only benchmarks whose name contains one of these.")
  private List<String> benchmarks = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "Only this metric, such as sec/op.")
  private @Nullable String metric;

  @Option(
      names = "--since",
      paramLabel = "REF",
      description = "Judge creep from this commit on (default: the last tag; without one, all).")
  private @Nullable String since;

  @Option(
      names = "--head",
      paramLabel = "REF",
      description = "The commit whose first parents are the line (default: HEAD).")
  private String head = "HEAD";

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rows of each chart, the newest (default: ${DEFAULT-VALUE}); 0 for all.")
  private int rows;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Refusal, IOException {
    if (rows < 0) {
      throw new ParameterException(spec.commandLine(), "-n is negative: " + rows);
    }
    try (Workbench bench = Workbench.open()) {
      Project found = bench.project(project.directory(), project.service());
      Path file = HistoryFile.of(found.home());
      if (imports.isAsked()) {
        imports.into(file, found, bench.parts().clock());
      }
      if (!Files.exists(file)) {
        throw Refusal.input(
            file + ": no history yet; hone gate, hone measure and hone audit add to it");
      }
      List<Entry> entries = entries(file, found);
      show(found, entries);
      return ExitCode.DONE;
    }
  }

  private static List<Entry> entries(Path file, Project project) throws IOException {
    try (HistoryFile history = HistoryFile.open(file)) {
      return history.entries(project.service().name());
    }
  }

  private void show(Project found, List<Entry> entries) throws Refusal {
    Repository repository = found.repository();
    String newest = repository.commit(head);
    Line line =
        new Line(
            repository.line(newest, MOST).stream()
                .map(each -> new Revision(each.commit(), each.tree()))
                .toList());
    Optional<String> from = since == null ? repository.latestTag(newest) : Optional.of(since);
    int place = from.isEmpty() ? 0 : place(line, repository.commit(from.get()), from.get());
    History.Watch watch = new History.Watch(place, found.standards().changeShare());
    History history = History.of(entries, line, watch).only(this::isAsked);
    if (history.stories().isEmpty() && !entries.isEmpty() && isNarrowed()) {
      throw Refusal.input("no such benchmark or metric in the history");
    }
    if (project.json()) {
      HistoryDocument document =
          new HistoryDocument(found.service().name(), line, watch, from.orElse(""));
      spec.commandLine().getOut().print(JsonText.page(document.of(history)));
    } else {
      HistoryChart chart = new HistoryChart(watch, from.orElse(""), rows);
      spec.commandLine().getOut().print(chart.of(history));
    }
  }

  private boolean isNarrowed() {
    return metric != null || !benchmarks.isEmpty();
  }

  private boolean isAsked(Story story) {
    return (metric == null || story.metric().name().equals(metric))
        && (benchmarks.isEmpty()
            || benchmarks.stream().anyMatch(part -> story.benchmark().contains(part)));
  }

  private static int place(Line line, String commit, String name) throws Refusal {
    return line.place(commit)
        .orElseThrow(() ->
            Refusal.input(
                name + ": is not among the first parents of the commit that is looked at"));
  }
}
