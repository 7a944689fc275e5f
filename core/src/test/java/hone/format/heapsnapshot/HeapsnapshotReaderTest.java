package hone.format.heapsnapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapsnapshotReaderTest implements ReaderLaws {

  private static final String META =
      """
      {"snapshot": {"meta": {
        "node_fields": ["type", "name", "id", "self_size", "edge_count"],
        "node_types": [["hidden", "object", "string", "synthetic", "closure"],
          "string", "number", "number", "number"],
        "edge_fields": ["type", "name_or_index", "to_node"],
        "edge_types": [["property", "weak", "shortcut"], "string_or_number", "node"]},
        "node_count": 7, "edge_count": 8},
      """;

  /// The root holds Cache, which holds two Entries in a row and a text; App is held by a shortcut and
  /// shares the text; the last Entry is only weakly held.
  private static final String SAMPLE =
      META
          + """
          "nodes": [3,0,1,0,2, 1,1,3,40,3, 1,2,5,16,1, 1,2,7,16,0, 2,5,9,100,0, 1,3,11,24,2,
            1,2,13,8,0],
          "edges": [0,4,5, 2,4,25, 0,4,10, 0,4,20, 1,4,30, 0,4,15, 0,4,20, 2,4,15],
          "strings": ["", "Cache", "Entry", "App", "next", "a long text"]}
          """;

  @Override
  public ProfileReader reader() {
    return new HeapsnapshotReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void stacksArePathsOfDominatorsByConstructor() throws IOException {
    assertThat(Stacks.of(read(SAMPLE)))
        .containsExactlyInAnyOrder(
            "Cache 1 40", "Cache;Entry 2 32", "(string) 1 100", "App 1 24", "Entry 1 8");
  }

  @Test
  void cumulativeBytesAreWhatAConstructorRetains() throws IOException {
    assertThat(Hotspots.of(read(SAMPLE), 1, Granularity.FUNCTIONS))
        .extracting(Hotspot::function, Hotspot::flat, Hotspot::cumulative)
        .containsExactlyInAnyOrder(
            tuple("(string)", 100L, 100L),
            tuple("Cache", 40L, 72L),
            tuple("Entry", 40L, 40L),
            tuple("App", 24L, 24L));
  }

  @Test
  void refusesReferencesToNoObject() {
    assertThatThrownBy(() -> read(SAMPLE.replace("0,4,5,", "0,4,6,")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("reference to '6', where no object is");
  }

  @Test
  void refusesASnapshotWhoseNamesAreMissing() {
    assertThatThrownBy(() -> read(SAMPLE.replace(", \"App\", \"next\", \"a long text\"", "")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("names of constructors");
  }

  // Sums of self_size by node type over the rows of `nodes`, and of all: python3's json on
  // example.heapsnapshot. 27,466 objects are the root and 27,465 others.
  @Test
  void countsEveryObjectOfARecordingOfChrome() throws IOException {
    Profile profile =
        reader()
            .read(
                Source.of(
                    Shared.path("fixtures/profiles/heapsnapshot/14f389fc/in/example.heapsnapshot")),
                _ -> {});

    assertThat(profile.total(0)).isEqualTo(27_465);
    assertThat(profile.total(1)).isEqualTo(801_752);
    Map<String, Long> expected =
        Map.of(
            "(system)", 304_472L,
            "(object shape)", 180_688L,
            "(array)", 126_216L,
            "Function", 102_152L,
            "(compiled code)", 31_880L,
            "(string)", 27_880L);
    assertThat(Hotspots.of(profile, 1, Granularity.FUNCTIONS))
        .filteredOn(hotspot -> expected.containsKey(hotspot.function()))
        .allSatisfy(hotspot ->
            assertThat(hotspot.flat())
                .as(hotspot.function())
                .isEqualTo(expected.get(hotspot.function())))
        .hasSize(expected.size());
  }

  private Profile read(String text) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), _ -> {});
  }
}
