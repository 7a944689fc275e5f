package hone.finding;

import hone.analysis.Anchor;
import hone.analysis.ApplicationFiles;
import hone.analysis.Blame;
import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.FrameTable;
import hone.profile.Profile;
import hone.unit.Unit;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// A profile and what of it was charged to whom.
record Charged(ProfileOf source, Blame blame) {

  static Charged of(ProfileOf source, ApplicationFiles files, FrameTable table) {
    return new Charged(source, Blame.of(source.profile(), column(source), files, table));
  }

  /// Whether a profile of CPU time holds allocations as well, as flight recordings do.
  static boolean allocates(Profile profile) {
    OptionalInt column = profile.type("alloc_space");
    return column.isPresent() && profile.total(column.getAsInt()) > 0;
  }

  /// Whether the profile can carry a conclusion.
  EvidenceQuality evidence(Circumstances circumstances) {
    return EvidenceQuality.of(source.profile(), column(source), circumstances);
  }

  private static int column(ProfileOf source) {
    Profile profile = source.profile();
    return switch (source.kind()) {
      case CPU -> time(profile);
      case MEMORY -> profile.type("alloc_space").orElseGet(() -> ofUnit(profile, Unit.BYTES));
      case GOROUTINE -> profile.type("delay").orElseGet(() -> ofUnit(profile, Unit.NANOSECONDS));
      case EVENT_LOOP -> profile.defaultType();
    };
  }

  /// Processor time; where none was recorded, what the profile itself puts first.
  private static int time(Profile profile) {
    OptionalInt cpu = profile.type("cpu");
    if (cpu.isPresent()) {
      boolean none = profile.total(cpu.getAsInt()) == 0;
      return none ? profile.defaultType() : cpu.getAsInt();
    }
    return ofUnit(profile, Unit.NANOSECONDS);
  }

  private static int ofUnit(Profile profile, Unit unit) {
    for (int type = 0; type < profile.types().size(); type++) {
      if (profile.types().get(type).unit().equals(unit)) {
        return type;
      }
    }
    return profile.defaultType();
  }

  double share(long value) {
    return blame.total() == 0 ? 0 : (double) value / blame.total();
  }

  /// What the anchor's line is charged with here.
  long ofLine(Anchor anchor) {
    return sum(anchor, own -> own.line() == anchor.line());
  }

  /// What all lines of the anchor's function are charged with here.
  long ofFunction(Anchor anchor) {
    return sum(anchor, _ -> true);
  }

  private long sum(Anchor anchor, Predicate<Anchor> among) {
    return blame.anchors().stream()
        .filter(own -> own.file().equals(anchor.file()))
        .filter(own -> own.function().equals(anchor.function()))
        .filter(among)
        .mapToLong(Anchor::value)
        .reduce(0, Math::addExact);
  }

  OptionalLong durationNanos() {
    return source.profile().recording().durationNanos();
  }
}
