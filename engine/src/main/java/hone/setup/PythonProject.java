package hone.setup;

import hone.workspace.Refusal;
import java.util.List;
import java.util.Optional;

/// First settings of a Python service.
final class PythonProject {

  private PythonProject() {}

  static void write(String folder, RepositoryFiles files, Draft draft) throws Refusal {
    Optional<String> project = files.named("pyproject.toml", "^name\\s*=\\s*[\"']([^\"']+)[\"']");
    String name = project.orElse(folder);
    draft.known("service", name).known("language", "python");
    start(name, files, draft);
    List<String> packages =
        files.folders(List.of("src", "app", name.replace('-', '_'))).stream().distinct().toList();
    Proposal.common(draft, Health.path(files, ".py"), packages);
    draft.known("tests", "python3 -m pytest -q --benchmark-skip");
    String benchmarks =
        files.folders(List.of("benchmarks")).stream().findFirst().map(f -> " " + f).orElse("");
    draft.plain(
        """
        benchmarks:
          run: python3 -m pytest -q%s --benchmark-only --benchmark-json=.benchmarks.json
          output: .benchmarks.json
          format: pytest-benchmark\
        """
            .formatted(benchmarks));
  }

  private static void start(String name, RepositoryFiles files, Draft draft) throws Refusal {
    String module = name.replace('-', '_');
    Optional<String> entry = files.first("main.py", "app.py", "server.py");
    Optional<String> asgi = entry.filter(path -> path.matches("[A-Za-z0-9_/]+\\.py"));
    if (asgi.isPresent() && files.text(asgi.get()).contains("FastAPI(")) {
      String application = asgi.get().replaceFirst("\\.py$", "").replace('/', '.');
      draft.guessed(
          "start", "exec python3 -m uvicorn %s:app --port ${PORT}".formatted(application));
    } else if (files.has(module + "/__main__.py")) {
      draft.guessed("start", "exec python3 -m %s --port ${PORT}".formatted(module));
    } else {
      draft.guessed("start", "exec python3 %s --port ${PORT}".formatted(asgi.orElse("main.py")));
    }
  }
}
