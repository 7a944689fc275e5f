package hone.audit;

import hone.analysis.Observations;
import hone.collect.CollectException;
import hone.collect.CollectFailure;
import hone.collect.Collected;
import hone.collect.Collector;
import hone.format.Formats;
import hone.input.Source;
import hone.process.SearchPath;
import hone.profile.Profile;
import hone.project.Listener;
import hone.project.Parts;
import hone.project.Project;
import hone.project.Recorded;
import hone.project.RecordedFile;
import hone.project.RunDirectory;
import hone.project.Stage;
import hone.project.Workshop;
import hone.report.LiveText;
import hone.unit.Share;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Profiles the base under load, once for each run.
record CollectStage(Parts parts, Project project, RunDirectory run, Workshop workshop) {

  Recorded result(Listener listener) throws Refusal, IOException {
    RecordedFile file = new RecordedFile(run.collectedFile());
    if (!file.exists()) {
      listener.begins(Stage.COLLECT, "building the base");
      workshop.checkouts().base(run.directory().resolve("build.log"));
      Collected collected = collected(listener);
      file.write(collected, new Observed(parts.formats()).figures(collected));
    }
    Recorded recorded = file.read();
    listener.ends(Stage.COLLECT, summary(recorded));
    LiveText.lines(recorded.live()).forEach(listener::notes);
    recorded.clinic().forEach(folder -> listener.notes("Clinic.js wrote " + shown(folder)));
    recorded.warnings().forEach(listener::notes);
    return recorded;
  }

  /// As a person in the service's directory calls it.
  private Path shown(Path folder) {
    Path home = project.home().toAbsolutePath();
    return folder.startsWith(home) ? home.relativize(folder) : folder;
  }

  private Collected collected(Listener listener) throws Refusal {
    try {
      return uninterrupted(listener);
    } catch (CollectException failure) {
      if (failure.failure() instanceof CollectFailure.NotDescribed missing) {
        throw Refusal.input(
            "%s: no '%s', which collecting a profile needs"
                .formatted(project.home().resolve("hone.yaml"), missing.key()));
      }
      throw Refusal.tool(failure.failure().message());
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
  }

  /// A service that ended because we are ending everything has not failed.
  private Collected uninterrupted(Listener listener) throws CollectException, InterruptedException {
    try {
      return new Collector(parts.supervisor(), SearchPath.inherited())
          .collect(
              project.service(),
              workshop.checkouts().directory(0),
              run.profiles(),
              project.standards().minimumDuration(),
              (stage, share) ->
                  listener.advances(
                      Stage.COLLECT,
                      new Share(Math.clamp(share, 0, 1)),
                      stage.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    } catch (CollectException failure) {
      parts.supervisor().requireGoingOn();
      throw failure;
    }
  }

  private String summary(Recorded recorded) throws IOException {
    Formats formats = parts.formats();
    Profile first = formats.read(Source.of(recorded.profiles().getFirst().file()), _ -> {});
    String seconds =
        first.recording().durationNanos().isPresent()
            ? String.format(
                Locale.ROOT, "%.0f s of ", first.recording().durationNanos().getAsLong() / 1e9)
            : "";
    return String.format(
        Locale.ROOT,
        "%s%s, %,d samples; %s",
        seconds,
        recorded.loaded() ? "CPU time under load" : "CPU time without load",
        Observations.count(first),
        recorded.load());
  }
}
