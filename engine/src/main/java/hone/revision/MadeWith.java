package hone.revision;

import hone.measure.Fingerprint;
import hone.measure.Machine;
import hone.project.Project;
import hone.project.Workshop;
import hone.service.Language;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the checkouts of two revisions are built and measured with.
public record MadeWith(Project project, Workshop workshop, Path log) {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// The conditions of runs in two checkouts.
  ///
  /// @param base      number of a checkout
  /// @param candidate number of another
  public Fingerprint of(int base, int candidate) throws Refusal, IOException {
    return new Fingerprint(Machine.here(), facts(base), facts(candidate));
  }

  private Map<String, String> facts(int number) throws Refusal, IOException {
    Path checkout = workshop.checkouts().directory(number);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("toolchain", toolchain(workshop.checkouts().serviceDirectory(number)));
    List<String> files = project.repository().files(workshop.checkouts().commit());
    facts.put(
        Fingerprint.HARNESS, Harness.hash(checkout, files, Workshop.benchmarks(project).run()));
    return facts;
  }

  /// As the tools of the language name themselves in a checkout, which may choose one of its own.
  private String toolchain(Path directory) throws Refusal, IOException {
    Shell.Result told =
        workshop
            .shell()
            .run(asking(project.service().language().orElseThrow()), directory, LIMIT, log);
    return told.failure().isPresent()
        ? "unknown"
        : told.output().lines().filter(line -> !line.isBlank()).findFirst().orElse("unknown");
  }

  private static String asking(Language language) {
    return switch (language) {
      case GO -> "go version";
      case JAVA -> "\"${JAVA_HOME:+$JAVA_HOME/bin/}java\" -version 2>&1";
      case NODE -> "node --version";
      case PYTHON -> "python3 --version";
    };
  }
}
