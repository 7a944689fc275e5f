package hone.claim;

import hone.finding.Finding;
import hone.finding.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The claims of an answer, held against the findings of the same profiles.
///
/// @param supported claims that the profiles bear out, in the agent's order
/// @param dropped   all others, each with its reason
public record Checked(List<Supported> supported, List<Dropped> dropped) {

  /// Percentages are shown to one decimal; a claim may be off by a point.
  private static final double TOLERANCE_POINTS = 1.0;

  public Checked {
    supported = List.copyOf(supported);
    dropped = List.copyOf(dropped);
  }

  /// A claim and the finding that bears it out.
  public record Supported(Claim claim, Finding finding) {}

  /// A claim that goes no further.
  ///
  /// @param reason a sentence that names the claim and what is wrong with it
  public record Dropped(Claim claim, String reason) {}

  /// Checks each claim: its function, file and line are those of one finding, its percentage is
  /// right to a point, and its category is one that the kind of profile can prove.
  public static Checked of(List<Claim> claims, Findings findings) {
    List<Supported> supported = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Claim claim : claims) {
      List<Finding> there = at(claim, findings);
      Optional<Finding> bearing =
          there.stream().filter(finding -> wrong(claim, finding).isEmpty()).findFirst();
      if (bearing.isPresent() && told.add(bearing.get().id())) {
        supported.add(new Supported(claim, bearing.get()));
      } else {
        dropped.add(new Dropped(claim, claim.place() + " " + reason(claim, there, findings)));
      }
    }
    return new Checked(supported, dropped);
  }

  private static String reason(Claim claim, List<Finding> there, Findings findings) {
    return there.isEmpty()
        ? misplaced(claim, findings)
        : wrong(claim, there.getFirst()).orElse("is told twice");
  }

  /// The findings at the claimed place: of one place, time and memory may each have one.
  private static List<Finding> at(Claim claim, Findings findings) {
    return findings.hotspots().stream()
        .filter(finding -> finding.line() == claim.line())
        .filter(finding -> finding.file().equals(claim.file()))
        .filter(finding -> isSame(finding.function(), claim.function()))
        .toList();
  }

  /// A function is named as the extract shows it.
  private static boolean isSame(String function, String named) {
    return function.equals(named)
        || Marked.meant(Marked.of(function, Extract.NAME_CHARACTERS)).equals(named);
  }

  private static String misplaced(Claim claim, Findings findings) {
    List<Finding> same =
        findings.hotspots().stream()
            .filter(finding -> isSame(finding.function(), claim.function()))
            .toList();
    if (same.isEmpty()) {
      return "is not among the functions that the profiles charge";
    }
    List<String> places =
        same.stream().map(finding -> finding.file() + ":" + finding.line()).toList();
    return "is charged elsewhere: " + String.join(", ", places);
  }

  private static Optional<String> wrong(Claim claim, Finding finding) {
    double percentage = finding.share() * 100;
    if (!(Math.abs(claim.percentage() - percentage) <= TOLERANCE_POINTS)) {
      return Optional.of(
          String.format(Locale.ROOT, "has %.1f %%, not %s %%", percentage, claim.percentage()));
    }
    return finding.proves(claim.category())
        ? Optional.empty()
        : Optional.of(
            "is called %s, which a profile of %s cannot prove"
                .formatted(claim.category().text(), finding.profile().text()));
  }
}
