package hone.format.heapprofile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapprofileReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      {"head": {"callFrame": {"functionName": "(root)", "scriptId": "0", "url": "",
          "lineNumber": -1, "columnNumber": -1}, "selfSize": 0, "id": 1, "children": [
        {"callFrame": {"functionName": "handle", "scriptId": "9",
          "url": "file:///srv/shop/a%20b.js", "lineNumber": 9, "columnNumber": 3},
          "selfSize": 100, "id": 2, "children": [
          {"callFrame": {"functionName": "", "scriptId": "9",
            "url": "file:///srv/shop/a%20b.js", "lineNumber": 19, "columnNumber": 7},
            "selfSize": 300, "id": 3, "children": []}]}]},
       "samples": [{"size": 100, "nodeId": 2, "ordinal": 1},
         {"size": 120, "nodeId": 3, "ordinal": 2}, {"size": 180, "nodeId": 3, "ordinal": 5}]}
      """;

  @Override
  public ProfileReader reader() {
    return new HeapprofileReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void readsBytesOfCallsAndCountsTheirSamples() throws IOException {
    Profile profile = read(SAMPLE, new ArrayList<>());

    assertThat(Stacks.of(profile))
        .containsExactly(
            "handle(/srv/shop/a b.js:10) 1 100",
            "handle(/srv/shop/a b.js:10);(anonymous a b.js:20:7)(/srv/shop/a b.js:20) 2 300");
    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("inuse_space");
    assertThat(profile.recording().warnings()).isEmpty();
  }

  @Test
  void countsASampleOfNoCallAsDroppedAndSaysThatSizesDiffer() throws IOException {
    List<Diagnostic> passedOver = new ArrayList<>();
    Profile profile =
        read(
            SAMPLE.replace("\"size\": 180, \"nodeId\": 3", "\"size\": 180, \"nodeId\": 8"),
            passedOver);

    assertThat(passedOver).hasSize(1);
    assertThat(passedOver.getFirst().message()).isEqualTo("sample 2: no node has the id 8");
    assertThat(profile.recording().droppedCount()).isEqualTo(1);
    assertThat(profile.recording().warnings()).hasSize(1);
    assertThat(profile.total(1)).isEqualTo(400);
  }

  // Oracle: speedscope's snapshot of this file, heapprofile/1441827d/expect: (root) 525,704 in all,
  // _tickDomainCallback 263,232 below.
  @Test
  void agreesWithSpeedscopeOnARecordingOfChrome() throws IOException {
    Profile profile =
        reader()
            .read(
                Source.of(
                    Shared.path(
                        "fixtures/profiles/heapprofile/1441827d/in/Heap-20181003T105432.heapprofile")),
                _ -> {});

    assertThat(profile.total(0)).isEqualTo(525_704);
    assertThat(Hotspots.of(profile, 0, Granularity.FUNCTIONS))
        .filteredOn(hotspot -> hotspot.function().equals("_tickDomainCallback"))
        .extracting(Hotspot::flat, Hotspot::cumulative)
        .containsExactly(org.assertj.core.api.Assertions.tuple(0L, 263_232L));
  }

  // jq '[.samples[].size] | add' heap.heapprofile: 1924896, of 28 samples.
  @Test
  void samplesOfARecordingOfNodeAddUpToItsBytes() throws IOException {
    Profile profile =
        reader()
            .read(
                Source.of(
                    Shared.path("fixtures/profiles/heapprofile/c0e21dfa/in/heap.heapprofile")),
                _ -> {});

    assertThat(profile.total(0)).isEqualTo(28);
    assertThat(profile.total(1)).isEqualTo(1_924_896);
    assertThat(profile.recording().warnings()).isEmpty();
  }

  private Profile read(String text, List<Diagnostic> passedOver) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), passedOver::add);
  }
}
