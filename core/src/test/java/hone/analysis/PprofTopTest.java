package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.Shared;
import hone.analysis.GoPprof.Values;
import hone.format.Readers;
import hone.input.Source;
import hone.profile.Profile;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: `go tool pprof -top` itself, run here on each profile and each of its value types, with
/// `-unit` set so that it prints whole numbers of the base unit.
@Tag("slow")
class PprofTopTest {

  @TempDir Path folder;

  static Stream<Path> profiles() throws IOException {
    return Shared.inputs("pprof-proto").stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void hasTheRowsThatPprofHasForEveryValueType(Path file) throws Exception {
    Profile profile = Readers.formats().read(Source.of(file), _ -> {});

    for (int type = 0; type < profile.types().size(); type++) {
      List<String> options = List.of("-sample_index=" + type, unit(profile, type));
      assertThat(functions(profile, type))
          .as("%s, %s", file.getFileName(), profile.types().get(type))
          .isEqualTo(GoPprof.top(folder, file, options));
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void leadsWithTheValueTypeThatPprofLeadsWith(Path file) throws Exception {
    Profile profile = Readers.formats().read(Source.of(file), _ -> {});
    int type = profile.defaultType();

    assertThat(functions(profile, type))
        .isEqualTo(GoPprof.top(folder, file, List.of(unit(profile, type))));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void hasTheLinesThatPprofHas(Path file) throws Exception {
    Profile profile = Readers.formats().read(Source.of(file), _ -> {});
    int type = profile.defaultType();

    assertThat(lines(profile, type))
        .isEqualTo(GoPprof.top(folder, file, List.of("-lines", unit(profile, type))));
  }

  private static String unit(Profile profile, int type) {
    Unit unit = profile.types().get(type).unit();
    if (unit.equals(Unit.NANOSECONDS)) {
      return "-unit=ns";
    }
    return unit.equals(Unit.BYTES) ? "-unit=B" : "-unit=" + unit.name();
  }

  private static Map<String, Values> functions(Profile profile, int type) {
    Map<String, Values> rows = new HashMap<>();
    for (Hotspot hotspot : Hotspots.of(profile, type, Granularity.FUNCTIONS)) {
      rows.put(hotspot.function(), new Values(hotspot.flat(), hotspot.cumulative()));
    }
    return rows;
  }

  /// Rows under pprof's names: `function file:line`, `function file` where no line is known.
  private static Map<String, Values> lines(Profile profile, int type) {
    Map<String, Values> rows = new HashMap<>();
    for (Hotspot hotspot : Hotspots.of(profile, type, Granularity.LINES)) {
      String line = hotspot.line() == 0 ? "" : ":" + hotspot.line();
      String place = hotspot.file().isEmpty() ? line : Path.of(hotspot.file()).normalize() + line;
      String name = place.isEmpty() ? hotspot.function() : hotspot.function() + " " + place;
      rows.merge(
          name,
          new Values(hotspot.flat(), hotspot.cumulative()),
          (one, other) ->
              new Values(one.flat() + other.flat(), one.cumulative() + other.cumulative()));
    }
    return rows;
  }
}
