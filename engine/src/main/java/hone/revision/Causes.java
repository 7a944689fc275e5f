package hone.revision;

import hone.gate.Judgement;
import hone.gate.LikelyCause;
import hone.gate.LikelyCause.Profiled;
import hone.gate.Verdict;
import hone.input.FormatException;
import hone.input.Printable;
import hone.policy.FileChange;
import hone.policy.Growth;
import hone.service.AcceptanceFile;
import hone.syntax.ChangedFunctions;
import hone.syntax.SourceLanguage;
import hone.unit.Share;
import hone.unit.Unit;
import hone.workspace.Policy;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a change touches, and so where its regressions may come from.
///
/// @param functions that differ, each as `name (file)`
/// @param paths     of all files that differ
/// @param growth    what it adds, as far as syntax trees tell
/// @param lines     of source code that it changes
/// @param profiled  what profiles of both sides show, by benchmark
public record Causes(
    List<String> functions,
    List<String> paths,
    Growth growth,
    ChangedLines lines,
    Map<String, Profiled> profiled) {

  private static final int SHOWN = 20;
  private static final int NAMED = 3;
  private static final int NAME_CHARACTERS = 120;

  /// Files that say which libraries a program is made with.
  private static final Pattern DEPENDENCIES =
      Pattern.compile(
          "(?:.*/)?(?:go\\.(?:mod|sum)|package(?:-lock)?\\.json|yarn\\.lock|pnpm-lock\\.yaml|"
              + "pom\\.xml|build\\.gradle(?:\\.kts)?|libs\\.versions\\.toml|gradle\\.lockfile|"
              + "requirements[\\w.-]*\\.txt|pyproject\\.toml|(?:poetry|uv|Pipfile)\\.lock)");

  public Causes {
    functions = List.copyOf(functions);
    paths = List.copyOf(paths);
    profiled = Map.copyOf(profiled);
  }

  /// The same with what profiles show.
  Causes with(Map<String, Profiled> shown) {
    return new Causes(functions, paths, growth, lines, shown);
  }

  /// @param base full id of a commit
  /// @param head full id of another
  static Causes of(Repository repository, String base, String head) throws Refusal {
    List<String> functions = new ArrayList<>();
    List<FileChange> changes = new ArrayList<>();
    List<String> paths =
        repository.changed(base, head).stream()
            .filter(path -> !path.matches("(.*/)?" + Pattern.quote(AcceptanceFile.NAME)))
            .toList();
    for (String path : paths) {
      if (SourceLanguage.of(path).isPresent() && !Policy.isJudge(path)) {
        FileChange change =
            new FileChange(path, repository.text(base, path), repository.text(head, path), false);
        changes.add(change);
        functions(change).forEach(name -> functions.add(Printable.of(name, NAME_CHARACTERS)));
      }
    }
    return new Causes(
        functions,
        paths,
        Growth.of(changes),
        ChangedLines.of(repository, base, head, paths),
        Map.of());
  }

  private static List<String> functions(FileChange change) {
    String file = " (" + change.path() + ")";
    try {
      return ChangedFunctions.between(change.path(), change.base(), change.candidate()).stream()
          .map(name -> name + file)
          .toList();
    } catch (FormatException unreadable) {
      return List.of("?" + file);
    }
  }

  /// The likely cause of one regression.
  ///
  /// @param all judgements of the same comparison
  public LikelyCause of(Judgement regression, List<Judgement> all) {
    Profiled shown =
        profiled.getOrDefault(regression.benchmark(), Profiled.none(lines.all(), "none was taken"));
    List<String> slower =
        shown.slower().stream()
            .map(each ->
                each.file().isEmpty()
                    ? each.function()
                    : each.function() + " (" + each.file() + ")")
            .map(name -> Printable.of(name, NAME_CHARACTERS))
            .toList();
    return new LikelyCause(
        text(regression, all),
        kinds(regression, all),
        Stream.concat(slower.stream(), functions.stream().limit(SHOWN)).distinct().toList(),
        shown);
  }

  private List<String> kinds(Judgement regression, List<Judgement> all) {
    List<String> kinds = new ArrayList<>();
    if (memory(regression, all).isPresent()) {
      kinds.add("allocation");
    }
    if (growth.isMoreWork()) {
      kinds.add("more-work");
    }
    kinds.addAll(growth.kinds());
    if (!libraries().isEmpty()) {
      kinds.add("dependency");
    }
    if (kinds.isEmpty()) {
      kinds.add(functions.isEmpty() ? "build-or-data" : "code");
    }
    return kinds;
  }

  /// All that speaks for a cause, what was measured first.
  private String text(Judgement regression, List<Judgement> all) {
    List<String> parts = new ArrayList<>();
    memory(regression, all)
        .ifPresent(memory ->
            parts.add(
                "allocation: %s is %s worse".formatted(memory.metric().name(), worse(memory))));
    if (growth.isMoreWork()) {
      parts.add("more work: a loop or a call in a loop is new, or a collection is gone");
    }
    growth.additions().stream().limit(NAMED).forEach(added -> parts.add("added " + added));
    List<String> libraries = libraries();
    if (!libraries.isEmpty()) {
      parts.add("dependencies" + named(libraries));
    }
    if (!functions.isEmpty()) {
      parts.add("code" + named(functions));
    }
    if (parts.isEmpty()) {
      boolean foreign = paths.stream().allMatch(path -> SourceLanguage.of(path).isEmpty());
      parts.add(
          foreign ? "build or data" + named(paths) : "unknown: no function of the service differs");
    }
    return String.join("; ", parts);
  }

  private List<String> libraries() {
    return paths.stream().filter(path -> DEPENDENCIES.matcher(path).matches()).toList();
  }

  private static Optional<Judgement> memory(Judgement regression, List<Judgement> all) {
    return all.stream()
        .filter(other -> other.benchmark().equals(regression.benchmark()))
        .filter(Causes::isOfMemory)
        .filter(Causes::isWorse)
        .findFirst();
  }

  private static boolean isOfMemory(Judgement judgement) {
    return judgement.metric().unit().equals(Unit.BYTES)
        || judgement.metric().name().equals("allocs/op");
  }

  private static boolean isWorse(Judgement judgement) {
    return judgement.figures().isPresent()
        && (judgement.verdict() == Verdict.REGRESSED
            || judgement.verdict() == Verdict.MINOR_REGRESSED);
  }

  private static String worse(Judgement judgement) {
    double share = Math.abs(judgement.effect());
    return share <= 1 ? new Share(share).toString() : "over 100 %";
  }

  private static String named(List<String> all) {
    if (all.isEmpty()) {
      return "";
    }
    String more = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
    List<String> first =
        all.stream().limit(NAMED).map(name -> Printable.of(name, NAME_CHARACTERS)).toList();
    return ": " + String.join(", ", first) + more;
  }
}
