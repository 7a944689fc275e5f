package hone.setup;

import hone.workspace.Refusal;
import java.util.List;
import java.util.Optional;

/// First settings of a Go module.
final class GoProject {

  private GoProject() {}

  static void write(String folder, RepositoryFiles files, Draft draft) throws Refusal {
    String module = files.named("go.mod", "^module\\s+\"?([^\\s\"]+)").orElse(folder);
    String last = module.replaceFirst("/v\\d+$", "").replaceFirst(".*/", "");
    List<String> commands =
        files.paths().stream()
            .filter(path -> path.matches("cmd/[A-Za-z0-9._-]+/main\\.go"))
            .map(path -> path.substring(0, path.lastIndexOf('/')))
            .toList();
    boolean one = commands.size() == 1;
    String name = one ? commands.getFirst().substring("cmd/".length()) : last;
    String main = one ? "./" + commands.getFirst() : ".";
    boolean known = one || files.has("main.go");
    draft.known("service", name).known("language", "go");
    String build = "go build -o bin/%s %s".formatted(name, main);
    draft.line("build", known ? Optional.of(build) : Optional.empty(), build);
    draft.guessed("start", "./bin/%s --addr 127.0.0.1:${PORT}".formatted(name));
    String profile = "http://127.0.0.1:${PORT}/debug/pprof/";
    draft.line("profile", exposes(files) ? Optional.of(profile) : Optional.empty(), profile);
    List<String> source = files.folders(List.of("cmd", "internal", "pkg"));
    Proposal.common(draft, Health.path(files, ".go"), files.has("main.go") ? List.of() : source);
    draft.plain(
        """
        tests: go test ./...
        benchmarks:
          run: go test -run '^$' -bench . -benchmem -count 1 ./...
          format: go\
        """);
  }

  private static boolean exposes(RepositoryFiles files) throws Refusal {
    for (String path : files.paths()) {
      if (path.endsWith(".go") && files.text(path).contains("\"net/http/pprof\"")) {
        return true;
      }
    }
    return false;
  }
}
