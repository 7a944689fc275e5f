package hone.audit;

import hone.gate.Judgement;
import hone.gate.LikelyCause;
import hone.gate.Verdict;
import hone.input.FormatException;
import hone.input.Printable;
import hone.syntax.ChangedFunctions;
import hone.syntax.SourceLanguage;
import hone.unit.Share;
import hone.unit.Unit;
import hone.workspace.Policy;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a change touches, and so where its regressions may come from.
///
/// @param functions that differ, each as `name (file)`
/// @param paths     of all files that differ
public record Causes(List<String> functions, List<String> paths) {

  private static final int SHOWN = 20;
  private static final int NAMED = 3;
  private static final int NAME_CHARACTERS = 120;

  public Causes {
    functions = List.copyOf(functions);
    paths = List.copyOf(paths);
  }

  /// @param base full id of a commit
  /// @param head full id of another
  static Causes of(Repository repository, String base, String head) throws Refusal {
    List<String> functions = new ArrayList<>();
    List<String> paths = repository.changed(base, head);
    for (String path : paths) {
      if (SourceLanguage.of(path).isPresent() && !Policy.isJudge(path)) {
        try {
          ChangedFunctions.between(path, repository.text(base, path), repository.text(head, path))
              .forEach(
                  name -> functions.add(Printable.of(name + " (" + path + ")", NAME_CHARACTERS)));
        } catch (FormatException unreadable) {
          functions.add(Printable.of("? (" + path + ")", NAME_CHARACTERS));
        }
      }
    }
    return new Causes(functions, paths);
  }

  /// The likely cause of one regression.
  ///
  /// @param all judgements of the same comparison
  public LikelyCause of(Judgement regression, List<Judgement> all) {
    return new LikelyCause(text(regression, all), functions.stream().limit(SHOWN).toList());
  }

  private String text(Judgement regression, List<Judgement> all) {
    Optional<Judgement> memory =
        all.stream()
            .filter(other -> other.benchmark().equals(regression.benchmark()))
            .filter(Causes::isOfMemory)
            .filter(Causes::isWorse)
            .findFirst();
    if (memory.isPresent()) {
      return "allocation: %s is %s worse%s"
          .formatted(memory.get().metric().name(), worse(memory.get()), named(functions));
    }
    if (!functions.isEmpty()) {
      return "code" + named(functions);
    }
    return paths.stream().allMatch(path -> SourceLanguage.of(path).isEmpty())
        ? "build or data" + named(paths)
        : "unknown: no function of the service differs";
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
