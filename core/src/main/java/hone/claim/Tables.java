package hone.claim;

import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.finding.ProfileOf;
import hone.profile.Profile;
import hone.unit.Quantity;
import hone.view.RowId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The functions of a profile that cost most, whosever they are.
final class Tables {

  private static final int MOST_FUNCTIONS = 60;

  private Tables() {}

  /// What the profile is of, how much it holds and how long it took.
  static String heading(ProfileOf profile) {
    Profile read = profile.profile();
    String seconds =
        read.recording().durationNanos().isPresent()
            ? String.format(
                Locale.ROOT, " in %.1f s", read.recording().durationNanos().getAsLong() / 1e9)
            : "";
    return "profile of %s: %s%s, %s rows of stacks"
        .formatted(
            profile.kind().text(),
            total(read),
            seconds,
            String.format(Locale.ROOT, "%,d", read.sampleCount()));
  }

  static void functions(Page page, ProfileOf profile, List<String> leftOut) {
    Profile read = profile.profile();
    int type = read.defaultType();
    long total = read.total(type);
    page.row(
        "\nFunctions by flat " + profile.kind().text() + ": flat %, cumulative %, name, place, id");
    List<Hotspot> all = Hotspots.of(read, type, Granularity.FUNCTIONS);
    Set<String> shown = new HashSet<>();
    for (Hotspot hotspot : all.stream().limit(MOST_FUNCTIONS).toList()) {
      if (page.row(row(hotspot, total))) {
        shown.add(hotspot.function());
      }
    }
    if (shown.size() < all.size()) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d functions by %s (%s)",
              all.size() - shown.size(),
              all.size(),
              profile.kind().text(),
              LeftOut.of(read, stack -> shown.contains(leaf(read, stack)))));
    }
  }

  private static String leaf(Profile profile, int stack) {
    return profile.frames().get(profile.stackFrame(stack)).function();
  }

  private static String row(Hotspot hotspot, long total) {
    return String.format(
        Locale.ROOT,
        "%6.1f %6.1f  %s  %s:%d  %s",
        percent(hotspot.flat(), total),
        percent(hotspot.cumulative(), total),
        Marked.of(hotspot.function(), Extract.NAME_CHARACTERS),
        Marked.of(hotspot.file(), Extract.NAME_CHARACTERS),
        hotspot.line(),
        RowId.of(hotspot.function()));
  }

  static double percent(long value, long total) {
    return total == 0 ? 0 : 100.0 * value / total;
  }

  private static String total(Profile profile) {
    int type = profile.defaultType();
    return Marked.of(
        new Quantity(profile.total(type), profile.types().get(type).unit()).toString(),
        Extract.NAME_CHARACTERS);
  }
}
