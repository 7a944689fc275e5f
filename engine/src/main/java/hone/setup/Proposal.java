package hone.setup;

import hone.service.Language;
import hone.workspace.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// First settings and standards for a service, to be read and mended by its people.
///
/// @param settings  text of `hone.yaml`
/// @param guesses   keys of the settings that nothing in the repository settles
/// @param standards text to be added to AGENTS.md
public record Proposal(String settings, List<String> guesses, String standards) {

  public Proposal {
    guesses = List.copyOf(guesses);
  }

  /// What the files of a repository suggest.
  ///
  /// @param directory name of the service's directory, which names the service where no file does
  public static Proposal of(String directory, Language language, RepositoryFiles files)
      throws Refusal {
    String plain = directory.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    String folder = plain.isEmpty() ? "service" : plain;
    Draft draft =
        new Draft()
            .plain("# How hone builds, starts, loads, tests and measures this service.")
            .plain("# Check each line; ${PORT} is a free port that hone chooses.");
    switch (language) {
      case GO -> GoProject.write(folder, files, draft);
      case PYTHON -> PythonProject.write(folder, files, draft);
      case NODE -> NodeProject.write(folder, files, draft);
      case JAVA -> JavaProject.write(folder, files, draft);
    }
    return new Proposal(draft.text(), draft.guesses(), Standards.of(language));
  }

  /// Readiness, sources and load: the same questions in every language.
  static void common(Draft draft, Optional<String> health, List<String> source) {
    draft.line("ready", health.map(Proposal::local), local("/healthz"));
    if (!source.isEmpty()) {
      draft.known("source", "[" + String.join(", ", source) + "]");
    }
    draft.plain(
        """
        load:
          rate: 100/s
          duration: 30s
          warmup: 5s
          requests:\
        """);
    draft.guessed("    - path", "/");
  }

  private static String local(String path) {
    return "http://127.0.0.1:${PORT}" + path;
  }
}
