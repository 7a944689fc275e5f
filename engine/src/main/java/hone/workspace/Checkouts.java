package hone.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The worktrees of one run: the base and each candidate, checked out and built once.
///
/// They lie outside the repository, in directories whose paths are equally long. A marker beside
/// each says that it was built, so that a resumed run need not build again.
public final class Checkouts {

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

  /// How a revision is made ready to run.
  ///
  /// @param directory of the service inside a checkout, empty or ending in `/`
  /// @param lines     command lines that build it, in order
  public record Build(String directory, List<String> lines) {

    public Build {
      lines = List.copyOf(lines);
    }
  }

  private final Repository repository;
  private final Build build;
  private final Shell shell;
  private final String base;
  private final Path home;

  /// Nothing is checked out yet.
  ///
  /// @param base full id of the baseline's commit
  /// @param home directory that is this run's alone
  public Checkouts(Repository repository, Build build, Shell shell, String base, Path home) {
    this.repository = repository;
    this.build = build;
    this.shell = shell;
    this.base = base;
    this.home = home;
  }

  /// The base, checked out and built.
  ///
  /// @return the directory of the service in it
  /// @throws Refusal if it does not build: then there is nothing to compare with
  public Path base(Path log) throws Refusal, IOException {
    if (!built(0)) {
      fresh(0);
      Optional<String> failure = build(0, log);
      if (failure.isPresent()) {
        throw Refusal.tool("build fails on base: " + failure.get());
      }
    }
    return serviceDirectory(0);
  }

  /// A fresh checkout of the base for a candidate to be made in.
  ///
  /// @param number of the candidate, from 1
  public Worktree fresh(int number) throws Refusal, IOException {
    Worktree worktree = worktree(number);
    Files.deleteIfExists(marker(number));
    worktree.remove();
    Files.createDirectories(home);
    return repository.checkOut(base, worktree.directory());
  }

  /// A candidate, checked out, patched and built.
  ///
  /// @return why it does not build, or nothing
  /// @throws Refusal if the patch does not apply
  public Optional<String> candidate(int number, Path patch, Path log) throws Refusal, IOException {
    if (built(number)) {
      return Optional.empty();
    }
    fresh(number).apply(patch);
    return build(number, log);
  }

  /// Full id of the baseline's commit.
  public String commit() {
    return base;
  }

  /// The top of a checkout; 0 is the base.
  public Path directory(int number) {
    return worktree(number).directory();
  }

  /// Where the service's commands run in a checkout; 0 is the base.
  public Path serviceDirectory(int number) {
    return worktree(number).directory().resolve(build.directory()).normalize();
  }

  /// Takes everything away.
  public void remove() throws Refusal, IOException {
    if (!Files.isDirectory(home)) {
      return;
    }
    List<Path> directories;
    try (Stream<Path> entries = Files.list(home)) {
      directories = entries.filter(Files::isDirectory).toList();
    }
    for (Path directory : directories) {
      new Worktree(repository, directory, base).remove();
    }
    Worktree.delete(home);
  }

  private Worktree worktree(int number) {
    return new Worktree(repository, home.resolve("c" + number), base);
  }

  private boolean built(int number) {
    return Files.exists(marker(number)) && Files.isDirectory(worktree(number).directory());
  }

  private Path marker(int number) {
    return home.resolve("c" + number + ".built");
  }

  private Optional<String> build(int number, Path log) throws Refusal, IOException {
    for (String line : build.lines()) {
      Shell.Result result = shell.run(line, serviceDirectory(number), BUILD_LIMIT, log);
      if (result.failure().isPresent()) {
        return result.failure();
      }
    }
    AtomicFile.write(marker(number), base + "\n");
    return Optional.empty();
  }
}
