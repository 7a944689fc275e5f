package hone.cli;

import hone.history.Entry;
import hone.input.FormatException;
import hone.project.Project;
import hone.project.RunDirectory;
import hone.store.HistoryFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Adds results from before there was a history.
final class ImportOptions {

  @Option(
      names = "--import",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "First add these: COMMIT=FILE, or a FILE that is called by its commit, with results of any",
        "known format; a perf-gate.json; or the history.db of another machine."
      })
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      defaultValue = "unknown",
      description = "What imported results were made on; other machines are kept apart.")
  private String machine;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isAsked() {
    return !files.isEmpty();
  }

  /// Adds everything, or says what cannot be read before anything is added.
  void into(Path file, Project project, InstantSource clock) throws Refusal, IOException {
    ImportedResults reading = new ImportedResults(project, machine, clock.instant());
    List<Entry> entries = new ArrayList<>();
    for (String each : files) {
      entries.addAll(entries(each, reading, project));
    }
    RunDirectory.ignore(project.home());
    int added = 0;
    try (HistoryFile history = HistoryFile.open(file)) {
      for (Entry entry : entries) {
        added += history.append(entry) ? 1 : 0;
      }
    }
    int known = entries.size() - added;
    spec.commandLine()
        .getErr()
        .println("hone: " + added + " added to the history, " + known + " there already");
  }

  private static List<Entry> entries(String given, ImportedResults reading, Project project)
      throws Refusal, IOException {
    Path path = Path.of(given);
    if (given.endsWith(".db")) {
      if (!Files.exists(path)) {
        throw new FormatException(given, "no such file");
      }
      try (HistoryFile other = HistoryFile.open(path)) {
        return other.entries(project.service().name());
      }
    }
    return List.of(reading.entry(given));
  }
}
