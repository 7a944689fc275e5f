package hone.deliver;

import hone.unit.Share;
import hone.workspace.AtomicFile;
import hone.workspace.Refusal;
import hone.workspace.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Branches and pages of evidence for judged candidates. Doing it again changes nothing.
public record Delivery(Repository repository) {

  /// A branch `hone/<name>` with one commit on top of the base.
  ///
  /// @param verdict one line with the figures, for the commit's message
  /// @return its name, with a number where the plain one holds another change
  public String branch(JudgedCandidate judged, String verdict) throws Refusal {
    String name = judged.attempt().candidate().name().replaceAll("[^A-Za-z0-9._-]", "-");
    String commit =
        repository.commitTree(
            judged.plan().candidate(), judged.plan().base(), message(judged, verdict));
    return repository.branch("hone/" + name, commit);
  }

  /// Writes the page.
  public void page(JudgedCandidate judged, String verdict, Optional<String> branch, Path file)
      throws IOException {
    AtomicFile.write(file, EvidencePage.of(judged, verdict, branch.orElse("no: it was rejected")));
  }

  private static String message(JudgedCandidate judged, String verdict) {
    String where =
        judged
            .finding()
            .map(finding ->
                "%s:%d was %s of %s.%n%n"
                    .formatted(
                        finding.file(),
                        finding.line(),
                        new Share(finding.share()),
                        finding.profile().text()))
            .orElse("");
    return "%s%n%n%s%n%n%s%s%n"
        .formatted(
            judged.attempt().candidate().title(),
            judged.attempt().candidate().explanation(),
            where,
            verdict);
  }
}
