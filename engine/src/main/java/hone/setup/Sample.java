package hone.setup;

import hone.process.Supervisor;
import hone.service.Language;
import hone.service.LoadPlan;
import hone.service.Rate;
import hone.service.Service;
import hone.workspace.Git;
import hone.workspace.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A bundled service with a known bottleneck, and what its language needs on this machine.
///
/// @param directory of its sources
public record Sample(Language language, Path directory) {

  private static final Set<String> MADE =
      Set.of(".git", ".hone", "target", "node_modules", "bin", "__pycache__", ".pytest_cache");

  /// The order service of a language.
  ///
  /// @param home top of hone's source tree
  public static Sample of(Language language, Path home) throws Refusal {
    Path directory = home.resolve("programs").resolve(language.text()).resolve("orders");
    if (!Files.isDirectory(directory)) {
      throw Refusal.input(directory + ": no such directory");
    }
    return new Sample(language, directory);
  }

  /// What it is, in a line.
  public String description(Service service) {
    String load =
        service
            .load()
            .map(plan ->
                switch (plan) {
                  case LoadPlan.Generated generated -> rate(generated.rate());
                  case LoadPlan.External external -> external.command();
                })
            .orElse("no load");
    return "an order book in %s, %s on this machine".formatted(languageName(), load);
  }

  /// A copy of the sources that is a git repository of its own.
  ///
  /// @throws Refusal if something it needs is not on this machine
  public Path copy(Supervisor supervisor) throws Refusal, IOException {
    for (Tool tool : needs()) {
      if (tool.version(supervisor).isEmpty()) {
        throw Refusal.tool(
            "this demo needs %s: %s, or choose another with --language"
                .formatted(tool.name(), tool.install()));
      }
    }
    Path copy = scratch().resolve("orders");
    Files.createDirectory(copy);
    Files.walkFileTree(directory, new Copier(directory, copy));
    Git git = new Git(supervisor);
    git.run(copy, "init", "--quiet", "--initial-branch=main");
    git.run(copy, "config", "user.name", "hone demo");
    git.run(copy, "config", "user.email", "demo@localhost");
    git.run(copy, "add", "--all");
    git.run(copy, "commit", "--quiet", "-m", "the service as it was found");
    return copy;
  }

  /// A new directory for temporary files, with a name that can be typed.
  private Path scratch() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    Path directory = temporary.resolve("hone-demo-" + language.text());
    for (int number = 2; !isMade(directory); number++) {
      directory = temporary.resolve("hone-demo-" + language.text() + "-" + number);
    }
    return directory;
  }

  private static boolean isMade(Path directory) throws IOException {
    try {
      Files.createDirectory(directory);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private List<Tool> needs() {
    return switch (language) {
      case GO -> List.of(Tool.named("git"), Tool.named("go"));
      case PYTHON ->
          List.of(
              Tool.named("git"),
              Tool.named("python3"),
              Tool.named("py-spy"),
              Tool.named("pytest-benchmark"));
      case NODE -> List.of(Tool.named("git"), Tool.named("node"), Tool.named("npm"));
      case JAVA -> List.of(Tool.named("git"), Tool.named("mvn"));
    };
  }

  private String languageName() {
    return switch (language) {
      case GO -> "Go";
      case PYTHON -> "Python";
      case NODE -> "Node.js";
      case JAVA -> "Java";
    };
  }

  private static String rate(Rate rate) {
    return switch (rate) {
      case Rate.Constant constant ->
          String.format(Locale.ROOT, "%.0f requests/s", constant.perSecond());
      case Rate.Auto() -> "as many requests as it bears";
    };
  }

  /// Copies a tree without what builds leave in it.
  private static final class Copier extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    Copier(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      if (MADE.contains(String.valueOf(directory.getFileName()))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(to.resolve(from.relativize(directory)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, to.resolve(from.relativize(file)));
      return FileVisitResult.CONTINUE;
    }
  }
}
