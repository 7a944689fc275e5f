package hone.finding;

import hone.analysis.Anchor;
import hone.analysis.ApplicationFiles;
import hone.analysis.EvidenceQuality;
import hone.analysis.FrameTable;
import hone.analysis.SourceTree;
import hone.service.Service;
import hone.standard.Standards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes findings of profiles.
///
/// The profiles are of one service and one revision. Where one of them recorded allocations, it
/// speaks for the lines that another charged with CPU time.
public final class Analyst {

  /// Hotspots below this share say more about the sampling than about the program.
  private static final double LEAST_SHARE = 0.005;

  private static final int MOST_HOTSPOTS = 30;

  private static final String UNPROVEN = "not enough evidence to blame this line";

  private final Scope scope;
  private final FrameTable frames;

  private Analyst(Scope scope, FrameTable frames) {
    this.scope = scope;
    this.frames = frames;
  }

  /// The findings, worst first.
  ///
  /// @param profiles at least one; the first CPU profile leads
  /// @param service  with its language settled
  /// @throws IllegalArgumentException if there is no profile, or the language is not settled
  public static Findings findings(
      List<ProfileOf> profiles,
      SourceTree tree,
      Service service,
      Standards standards,
      Conditions conditions) {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("no profiles");
    }
    String language =
        service
            .language()
            .orElseThrow(() -> new IllegalArgumentException("language is not settled"))
            .text();
    FrameTable frames = FrameTable.of(language);
    RuleTable rules = RuleTable.of(language, frames::symbol);
    return new Analyst(new Scope(service, standards, conditions, tree, rules), frames)
        .findings(profiles);
  }

  private Findings findings(List<ProfileOf> profiles) {
    Service service = scope.service();
    ApplicationFiles files = new ApplicationFiles(scope.tree(), service.path(), service.source());
    List<Charged> charged = new ArrayList<>();
    for (ProfileOf profile : withAllocations(profiles)) {
      charged.add(Charged.of(profile, files, frames));
    }
    Optional<Charged> memory =
        charged.stream().filter(one -> one.source().kind() == ProfileKind.MEMORY).findFirst();
    charged.sort(Comparator.comparingInt(Analyst::turn));
    Charged lead = charged.getFirst();
    EvidenceQuality evidence = lead.evidence(scope.evidence(lead));
    Summary summary = new Summary(lead, scope.conditions(), evidence);
    Breaches breaches = Breaches.of(scope, memory);
    Map<String, Finding> found = new HashMap<>();
    Set<String> places = new HashSet<>();
    for (Charged one : charged) {
      Assessment assessment = new Assessment(scope, one, memory, breaches);
      for (Anchor anchor : listed(one, summary)) {
        String place = anchor.file() + ":" + anchor.line() + ":" + anchor.function();
        if (one.source().kind() != ProfileKind.MEMORY || !places.contains(place)) {
          Finding finding = assessment.finding(anchor);
          found.merge(finding.id(), finding, (a, b) -> a.share() >= b.share() ? a : b);
        }
        places.add(place);
      }
    }
    List<Finding> ordered =
        found.values().stream()
            .map(finding -> evidence.isInsufficient() ? finding.unproven(UNPROVEN) : finding)
            .sorted(Findings.ORDER)
            .limit(MOST_HOTSPOTS)
            .toList();
    return new Findings(
        service.name(),
        lead.source().kind(),
        summary.durationSeconds(),
        evidence,
        ordered,
        summary.text(ordered),
        Summary.improvement(evidence, ordered));
  }

  private static List<ProfileOf> withAllocations(List<ProfileOf> profiles) {
    List<ProfileOf> all = new ArrayList<>(profiles);
    if (profiles.stream().noneMatch(one -> one.kind() == ProfileKind.MEMORY)) {
      profiles.stream()
          .filter(one -> one.kind() == ProfileKind.CPU && Charged.allocates(one.profile()))
          .forEach(one -> all.add(new ProfileOf(ProfileKind.MEMORY, one.profile(), one.label())));
    }
    return all;
  }

  /// CPU time first, memory last, so that a line both charge is told by its time.
  private static int turn(Charged charged) {
    return switch (charged.source().kind()) {
      case CPU -> 0;
      case GOROUTINE, EVENT_LOOP -> 1;
      case MEMORY -> 2;
    };
  }

  private List<Anchor> listed(Charged charged, Summary summary) {
    List<Anchor> listed = new ArrayList<>();
    Map<String, Integer> lineCounts = new HashMap<>();
    for (Anchor anchor : charged.blame().anchors()) {
      int lines = lineCounts.computeIfAbsent(anchor.file(), scope.tree()::lineCount);
      boolean exists = anchor.line() >= 1 && anchor.line() <= lines;
      if (!exists) {
        summary.missing(charged.share(anchor.value()));
      } else if (charged.share(anchor.value()) >= LEAST_SHARE) {
        listed.add(anchor);
      }
    }
    return listed;
  }
}
