package hone.cli;

import hone.audit.Audit;
import hone.audit.Chronicle;
import hone.audit.Report;
import hone.history.Entry;
import hone.input.Printable;
import hone.project.Project;
import hone.revision.Revisions;
import hone.store.HistoryFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether what a command measures is added to the history, and the adding.
///
/// A history that cannot be written is told of and changes nothing: neither verdict nor exit code.
final class HistoryOptions {

  @Option(names = "--no-history", description = "Do not add the results to .hone/history.db.")
  private boolean none;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// Adds what came of two revisions.
  ///
  /// @param source `gate` or `measure`
  void add(String source, Project project, Revisions.Judged judged, InstantSource clock) {
    add(project, () -> List.of(new Chronicle(project).entry(source, judged, clock.instant())));
  }

  /// Adds what came of the candidates of an audit.
  void add(Project project, Audit audit, Report report) {
    add(project, () -> new Chronicle(project).entries(audit.run(), report));
  }

  /// Makes entries.
  @FunctionalInterface
  private interface Making {
    List<Entry> entries() throws Refusal, IOException;
  }

  private void add(Project project, Making making) {
    if (none) {
      return;
    }
    try {
      List<Entry> entries = making.entries();
      if (entries.isEmpty()) {
        return;
      }
      try (HistoryFile history = HistoryFile.open(HistoryFile.of(project.home()))) {
        for (Entry entry : entries) {
          history.append(entry);
        }
      }
    } catch (Refusal | IOException | LinkageError failure) {
      spec.commandLine()
          .getErr()
          .println(
              "hone: not added to the history: "
                  + Printable.of(String.valueOf(failure.getMessage())));
    }
  }
}
