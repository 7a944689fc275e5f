package hone.setup;

import hone.service.Delivery.Forge;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The files that `hone init` writes: settings, standards, skill and workflow.
///
/// @param root   top of the repository
/// @param prefix directory of the service in it, empty or ending in `/`
/// @param force  whether settings, skill and workflow that are there are replaced
public record Setup(Path root, String prefix, boolean force) {

  private static final String HEADING = "Performance Engineering Standards";
  private static final String LEFT = "is there already: left as it is (--force replaces it)";
  private static final String GITLAB = ".gitlab/performance-gate.yml";

  /// Every file, with what would become of it.
  ///
  /// @param ci whose workflow is written; none for no workflow
  public List<ProposedFile> files(Proposal proposal, Forge ci) throws Refusal, IOException {
    List<ProposedFile> files = new ArrayList<>();
    files.add(file(prefix + "hone.yaml", proposal.settings()));
    files.add(standards(proposal.standards()));
    files.add(file(".agents/skills/perf-auditor/SKILL.md", resource("perf-auditor.md")));
    switch (ci) {
      case NONE -> {}
      case GITHUB ->
          files.add(file(".github/workflows/performance-gate.yml", workflow("github.yml")));
      case GITEA ->
          files.add(file(".gitea/workflows/performance-gate.yml", workflow("github.yml")));
      case GITLAB -> {
        files.add(file(GITLAB, workflow("gitlab.yml")));
        files.add(included());
      }
    }
    return List.copyOf(files);
  }

  /// The forge whose traces the repository has.
  ///
  /// @param paths tracked files, from the top
  public static Forge forge(List<String> paths) {
    if (paths.contains(".gitlab-ci.yml")) {
      return Forge.GITLAB;
    }
    return paths.stream().anyMatch(path -> path.startsWith(".gitea/")) ? Forge.GITEA : Forge.GITHUB;
  }

  /// Writes a file that is to change.
  ///
  /// @throws Refusal if its place is outside the repository
  public void write(ProposedFile file) throws Refusal, IOException {
    Path target = root.resolve(file.path());
    requireInside(target);
    AtomicFile.write(target, file.after());
  }

  private ProposedFile standards(String section) throws Refusal, IOException {
    String path = prefix + "AGENTS.md";
    Optional<String> before = read(path);
    if (before.isPresent() && before.get().contains(HEADING)) {
      return new ProposedFile(
          path, before, before.get(), "has the section '" + HEADING + "' already: left as it is");
    }
    String kept = before.map(String::stripTrailing).orElse("");
    return new ProposedFile(path, before, kept.isEmpty() ? section : kept + "\n\n" + section, "");
  }

  private ProposedFile included() throws Refusal, IOException {
    String path = ".gitlab-ci.yml";
    Optional<String> before = read(path);
    String line = "include:\n  - local: " + GITLAB + "\n";
    if (before.isEmpty()) {
      return new ProposedFile(path, before, line, "");
    }
    String note =
        before.get().contains(GITLAB)
            ? "includes the gate already: left as it is"
            : "is yours: left as it is; add to its include: local: " + GITLAB;
    return new ProposedFile(path, before, before.get(), note);
  }

  private ProposedFile file(String path, String text) throws Refusal, IOException {
    Optional<String> before = read(path);
    if (before.isEmpty() || force) {
      return new ProposedFile(
          path, before, text, before.equals(Optional.of(text)) ? "is as hone writes it" : "");
    }
    String same = before.get().equals(text) ? "is as hone writes it" : LEFT;
    return new ProposedFile(path, before, before.get(), same);
  }

  private Optional<String> read(String path) throws Refusal, IOException {
    Path file = root.resolve(path);
    requireInside(file);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /// A link that leads out of the repository is not followed.
  private void requireInside(Path target) throws Refusal, IOException {
    Path there = target;
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent());
    }
    if (!there.toRealPath().startsWith(root.toRealPath())) {
      throw Refusal.input(target + ": leads out of the repository");
    }
  }

  private String workflow(String name) {
    String directory = prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
    return resource(name)
        .replace("DIRECTORY_OF_THE_SERVICE", "'" + directory.replace("'", "''") + "'");
  }

  private static String resource(String name) {
    try (InputStream in = Setup.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
