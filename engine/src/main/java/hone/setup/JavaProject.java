package hone.setup;

import hone.workspace.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// First settings of a Java service built with Maven or Gradle.
final class JavaProject {

  private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9._-]{0,100}";

  private JavaProject() {}

  static void write(String folder, RepositoryFiles files, Draft draft) throws Refusal {
    boolean gradle =
        !files.has("pom.xml") && (files.has("build.gradle") || files.has("build.gradle.kts"));
    String name = gradle ? gradleName(files).orElse(folder) : mavenName(files).orElse(folder);
    draft.known("service", name).known("language", "java");
    String tool = gradle ? tool(files, "gradlew", "gradle") : tool(files, "mvnw", "mvn");
    draft.known("build", tool + (gradle ? " -q assemble" : " -q -B -DskipTests package"));
    String jar =
        gradle ? "build/libs/" + name + ".jar" : "target/" + jar(files).orElse(name) + ".jar";
    draft.guessed("start", "exec java -jar %s --port ${PORT}".formatted(jar));
    Proposal.common(draft, Health.path(files, ".java"), files.folders(List.of("src/main")));
    draft.known("tests", tool + (gradle ? " -q test" : " -q -B test"));
    draft.plain("benchmarks:");
    draft.guessed(
        "  run",
        "java -jar target/benchmarks.jar -f 1 -wi 3 -i 5 -w 200ms -r 200ms -rf json -rff benchmarks.json");
    draft.plain(
        """
          output: benchmarks.json
          format: jmh\
        """);
  }

  private static String tool(RepositoryFiles files, String wrapper, String otherwise) {
    return files.has(wrapper) ? "./" + wrapper : otherwise;
  }

  /// The project's own artifact: not its parent's, nor a dependency's.
  private static Optional<String> mavenName(RepositoryFiles files) throws Refusal {
    return group(own(files), "<artifactId>\\s*([^<\\s]+)\\s*</artifactId>");
  }

  private static Optional<String> jar(RepositoryFiles files) throws Refusal {
    String own = own(files);
    Optional<String> named = group(own, "<finalName>\\s*([^<\\s]+)\\s*</finalName>");
    Optional<String> version = group(own, "<version>\\s*([^<\\s]+)\\s*</version>");
    return named.or(() ->
        group(own, "<artifactId>\\s*([^<\\s]+)\\s*</artifactId>")
            .flatMap(artifact -> version.map(number -> artifact + "-" + number)));
  }

  private static String own(RepositoryFiles files) throws Refusal {
    return files
        .text("pom.xml")
        .replaceAll(
            "(?s)<(parent|dependencies|dependencyManagement|plugins|profiles)>.*?</\\1>", "");
  }

  private static Optional<String> gradleName(RepositoryFiles files) throws Refusal {
    String settings = files.text("settings.gradle") + files.text("settings.gradle.kts");
    return group(settings, "rootProject\\.name\\s*=\\s*[\"']([^\"']+)[\"']");
  }

  private static Optional<String> group(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find()
        ? Optional.of(found.group(1)).filter(name -> name.matches(PLAIN))
        : Optional.empty();
  }
}
