package hone.report;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import hone.view.Filters;
import hone.view.Routine;
import hone.view.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTableTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void betweenLinesThatAreFarApartOnlyTheirCountIsShown() {
    String table = table(Optional.empty(), 400, 20, 300);

    assertThat(table.lines().filter(line -> line.contains("text")))
        .hasSize(22)
        .anyMatch(line -> line.endsWith("     15  text 15"))
        .anyMatch(line -> line.endsWith("     25  text 25"))
        .noneMatch(line -> line.endsWith("text 26"));
    assertThat(table).contains("\n                             …  269 lines\n");
  }

  @Test
  void aGapOfOneLineIsTheLine() {
    assertThat(table(Optional.empty(), 400, 20, 32)).contains("26  text 26").doesNotContain("…");
    assertThat(table(Optional.empty(), 400, 20, 33)).contains("…  2 lines");
  }

  @Test
  void aLineBeyondTheEndOfTheFileIsToldAndComesLast() {
    String table = table(Optional.empty(), 12, 7, 90);

    assertThat(table)
        .contains("a.py at 0123456789ab, which has 12 lines: another revision was profiled\n")
        .endsWith("12  text 12\n          1           1     90\n");
  }

  @Test
  void whatIsNotReadIsToldWithTheReason() {
    assertThat(table(Optional.of("60,000,000 bytes are too many"), 0, 7))
        .contains("a.py at 0123456789ab, not shown: 60,000,000 bytes are too many\n")
        .endsWith("          1           1      7\n");
  }

  private static String table(Optional<String> unread, int lines, int... costing) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    for (int line : costing) {
      int frame = builder.frame(new Frame("f", "/srv/a.py", line));
      builder.sample(builder.stack(frame, Profile.NONE), 1);
    }
    Profile profile = builder.build(Recording.of("test"), 0);
    List<String> text = IntStream.rangeClosed(1, lines).mapToObj(line -> "text " + line).toList();
    List<Listing> listings =
        Routine.of(profile, 0, "f"::equals).stream()
            .map(routine -> new Listing(routine, Optional.of("a.py"), text, unread))
            .toList();
    return LinesTable.of(
        new Listings(
            View.of(profile, 0, Granularity.LINES, Filters.NONE),
            EvidenceQuality.of(profile, 0, Circumstances.unknown()),
            Optional.of(COMMIT),
            listings));
  }
}
