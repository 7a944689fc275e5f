package hone.report;

import hone.input.Printable;
import java.util.stream.Stream;

/// What a reader of a difference should know first: doubts about the evidence, warnings of the
/// profiles, how they were made comparable.
final class DiffHeading {

  private DiffHeading() {}

  static String of(Diff diff) {
    StringBuilder text = new StringBuilder(EvidenceLines.of(diff.evidence()));
    Stream.concat(diff.contrast().base().stream(), diff.contrast().other().stream())
        .flatMap(member -> member.whole().recording().warnings().stream())
        .distinct()
        .forEach(warning -> text.append("warning: ").append(Printable.of(warning)).append('\n'));
    diff.notes().forEach(note -> text.append(Paragraph.of("note:", 6, note)));
    return text.toString();
  }
}
