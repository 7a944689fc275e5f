package hone.advice;

import hone.analysis.SourceTree;
import hone.finding.Findings;
import hone.finding.ProfileOf;
import java.util.List;

/// What an agent is asked about.
///
/// @param profiles  what the findings were made of
/// @param tree      the revision they are of
/// @param standards the team's own sentences
public record Inquiry(
    Findings findings, List<ProfileOf> profiles, SourceTree tree, List<String> standards) {

  public Inquiry {
    profiles = List.copyOf(profiles);
    standards = List.copyOf(standards);
  }
}
