package hone.analysis;

import hone.profile.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The application's source files, found again from the paths that profilers write: absolute ones
/// of another machine, relative to a module or source root, or URLs.
///
/// The longest common end of the paths decides; where two files fit equally well, none is taken.
public final class ApplicationFiles {

  private static final Set<String> PYTHON_STANDARD =
      Set.copyOf(Resource.rows("python-standard-library.txt"));

  private final SourceTree tree;
  private final String root;
  private final List<String> folders;
  private final Set<String> sources;
  private final Map<String, List<List<String>>> byName = new HashMap<>();
  private final GoModules modules;
  private final JavaDeclarations declarations;
  private final Map<String, Boolean> generated = new HashMap<>();

  /// The source files of one service.
  ///
  /// @param root    folder of the service, empty for the repository's root
  /// @param folders folders of application code relative to `root`; without any, all that is
  ///                tracked less vendored, generated and test code
  public ApplicationFiles(SourceTree tree, String root, List<String> folders) {
    this.tree = tree;
    this.root = root;
    this.folders = List.copyOf(folders);
    this.sources = new HashSet<>(SourcePaths.application(tree.tracked(), root, folders));
    for (String path : sources) {
      List<String> segments = List.of(path.split("/", -1));
      byName.computeIfAbsent(segments.getLast(), _ -> new ArrayList<>()).add(segments);
    }
    this.modules = GoModules.of(tree);
    this.declarations = new JavaDeclarations(tree, sources);
  }

  /// The tracked file a frame stands in; empty where it is none of the application's.
  public Optional<String> file(Frame frame) {
    ProfilePath path = ProfilePath.of(frame.file());
    if (path.isEmpty() || isLibrary(frame, path)) {
      return Optional.empty();
    }
    return resolved(frame, path).filter(file -> !isGenerated(file));
  }

  private Optional<String> resolved(Frame frame, ProfilePath path) {
    if (path.name().endsWith(".go")) {
      Optional<String> own = modules.file(frame.file()).filter(sources::contains);
      return own.isPresent() ? own : nearest(path);
    }
    Optional<String> nearest = nearest(path);
    return nearest.isPresent() || !path.name().endsWith(".java") ? nearest : declared(path);
  }

  private boolean isLibrary(Frame frame, ProfilePath path) {
    if (path.name().endsWith(".go")) {
      return !modules.owns(frame.function());
    }
    return path.name().endsWith(".py") && !path.absolute() && isStandardPython(path);
  }

  /// A short path such as `queue.py` belongs to the standard library, unless the application has
  /// that very file where its imports begin.
  private boolean isStandardPython(ProfilePath path) {
    String first = path.segments().getFirst().replaceFirst("\\.py$", "");
    if (!PYTHON_STANDARD.contains(first)) {
      return false;
    }
    String relative = String.join("/", path.segments());
    List<String> starts = new ArrayList<>(List.of("", root, SourcePaths.joined(root, "src")));
    folders.forEach(folder -> starts.add(SourcePaths.joined(root, folder)));
    return starts.stream()
        .noneMatch(start -> sources.contains(SourcePaths.joined(start, relative)));
  }

  private Optional<String> nearest(ProfilePath path) {
    int most = 0;
    boolean tie = false;
    List<String> best = List.of();
    for (List<String> candidate : byName.getOrDefault(path.name(), List.of())) {
      int common = path.commonSuffix(candidate);
      if (!fits(path, candidate, common) || common < most) {
        continue;
      }
      boolean whole = common == candidate.size();
      tie = common == most && !whole && best.size() != common;
      if (common > most || whole) {
        best = candidate;
      }
      most = common;
    }
    return tie || best.isEmpty() ? Optional.empty() : Optional.of(String.join("/", best));
  }

  /// Whether one path is the whole end of the other, or an absolute one of another checkout shares
  /// at least a folder.
  private boolean fits(ProfilePath path, List<String> candidate, int common) {
    int below = candidate.size() - (root.isEmpty() ? 0 : root.split("/", -1).length);
    return common == path.segments().size()
        || common >= Math.max(below, 1)
        || (path.absolute() && common >= 2);
  }

  private Optional<String> declared(ProfilePath path) {
    String type = String.join(".", path.segments()).replaceFirst("\\.java$", "");
    if (type.matches("(java|javax|jdk|sun|com\\.sun)\\..*")) {
      return Optional.empty();
    }
    Optional<String> own = declarations.file(type);
    return own.isPresent() || !type.endsWith("Kt")
        ? own
        : nearest(
            ProfilePath.of(String.join("/", path.segments()).replaceFirst("Kt\\.java$", ".kt")));
  }

  /// Generated files say so in their first lines; people who list source folders have decided.
  private boolean isGenerated(String file) {
    return folders.isEmpty()
        && generated.computeIfAbsent(
            file,
            path ->
                tree.textOf(path)
                    .map(text -> text.lines().limit(20).anyMatch(ApplicationFiles::marksGenerated))
                    .orElse(false));
  }

  private static boolean marksGenerated(String line) {
    return line.contains("@generated")
        || (line.contains("Code generated") && line.contains("DO NOT EDIT"));
  }
}
