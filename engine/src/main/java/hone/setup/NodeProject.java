package hone.setup;

import hone.workspace.Refusal;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// First settings of a Node.js service.
final class NodeProject {

  private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9._/-]{0,100}";

  private NodeProject() {}

  static void write(String folder, RepositoryFiles files, Draft draft) throws Refusal {
    JsonNode about = about(files.text("package.json"));
    String name =
        plain(about.path("name").asString("").replaceFirst("^@[^/]*/", "")).orElse(folder);
    draft.known("service", name).known("language", "node");
    draft.known(
        "build", files.has("package-lock.json") ? "npm ci" : "npm install --no-package-lock");
    draft.plain("env: {PORT: \"${PORT}\"}");
    if (about.path("devDependencies").has("clinic") || about.path("dependencies").has("clinic")) {
      draft.plain("clinic: node_modules/.bin/clinic  # Flame and Doctor too; none runs neither");
    }
    Optional<String> script =
        plain(about.path("scripts").path("start").asString("").replaceFirst("^node ", ""))
            .filter(path -> path.matches(".*\\.[cm]?js"));
    Optional<String> entry =
        script.or(() -> plain(about.path("main").asString("")).filter(files::has));
    String common =
        files
            .first("server.js", "index.js", "app.js")
            .flatMap(NodeProject::plain)
            .orElse("server.js");
    draft.line("start", entry.map(path -> "node " + path), "node " + common);
    Proposal.common(
        draft, Health.path(files, "js"), files.folders(List.of("src", "lib", "routes")));
    draft.line(
        "tests",
        about.path("scripts").has("test") ? Optional.of("npm test") : Optional.empty(),
        "node --test");
    Optional<String> bench =
        about.path("scripts").has("bench")
            ? Optional.of("npm run --silent bench")
            : Optional.empty();
    draft.plain("benchmarks:").line("  run", bench, "node bench/index.js");
  }

  private static Optional<String> plain(String text) {
    return Optional.of(text.replaceFirst("^\\./", "")).filter(name -> name.matches(PLAIN));
  }

  private static JsonNode about(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(text);
    } catch (JacksonException broken) {
      return MissingNode.getInstance();
    }
  }
}
