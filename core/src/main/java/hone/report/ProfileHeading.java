package hone.report;

import hone.analysis.EvidenceQuality;
import hone.input.Printable;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;

/// The lines above a table: what was recorded, and what a reader should know of it.
final class ProfileHeading {

  private ProfileHeading() {}

  static String of(Profile profile, int column, EvidenceQuality evidence) {
    StringBuilder heading = new StringBuilder();
    ValueType type = profile.types().get(column);
    String recorded =
        profile.recording().durationNanos().isPresent()
            ? " in "
                + HotspotTable.quantity(
                    profile.recording().durationNanos().getAsLong(), Unit.NANOSECONDS)
            : "";
    line(
        heading,
        "%s: %s%s (%s)"
            .formatted(
                Printable.of(type.name()),
                HotspotTable.quantity(profile.total(column), type.unit()),
                recorded,
                profile.recording().format()));
    heading.append(EvidenceLines.of(evidence));
    profile.recording().warnings().forEach(text -> line(heading, "warning: " + Printable.of(text)));
    return heading.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
