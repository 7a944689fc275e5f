package hone.format.v8log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class V8logReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      v8-version,11,3,244,8,-node.38,0
      shared-library,/usr/bin/node,0x400000,0xb71000,0
      profiler,begin,1000
      code-creation,Builtin,2,13338,0x18c4000,768,ArrayMap
      code-creation,JS,10,22510,0x2000,256,handle file:///srv/shop/a%20b.js:12:7,0x9000,~
      code-creation,LazyCompile,0,22511,0x3000,256,"get size /srv/shop/a\\x2Cb.js:3:1",0x9100,*
      tick,0x18c4010,30000,0,0x0,0,0x2010,0x3020,overflow
      code-move,0x2000,0x5000
      tick,0x401000,31000,0,0x5004,6,0x2010,+0x10
      tick,0xffff,32000,1,0x3001,0
      code-delete,0x3000
      tick,0x3001,33000,0,0x0,1,0x5001
      tick,0x3001,35000,0,0x0,0
      """;

  private static final String PREPROCESSED =
      """
      {"code": [{"name": "/usr/bin/node", "type": "SHARED_LIB"},
         {"name": "handle /srv/shop/a.js:12:7", "type": "JS", "kind": "Opt", "func": 0},
         {"name": "ArrayMap", "type": "CODE", "kind": "Builtin"}],
       "functions": [{"name": "handle /srv/shop/a.js:12:7", "codes": [1]}],
       "ticks": [{"tm": 10, "vm": 0, "s": [2, 16, 1, 4, -1, 0]}, {"tm": 20, "vm": 1, "s": [0, 8]}]}
      """;

  @Override
  public ProfileReader reader() {
    return new V8logReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void findsTheCodeOfEachAddressAtTheTimeOfTheTick() throws IOException {
    Profile profile = read(SAMPLE, new ArrayList<>());

    assertThat(Stacks.of(profile))
        .containsExactly(
            "get size(/srv/shop/a,b.js:3);handle(/srv/shop/a b.js:12);Builtin: ArrayMap 1",
            "[node];handle(/srv/shop/a b.js:12);[node] 1",
            "get size(/srv/shop/a,b.js:3) 1",
            "handle(/srv/shop/a b.js:12);(garbage collector) 1",
            "(unknown) 1");
    assertThat(profile.recording().periodNanos()).hasValue(1_000_000);
    assertThat(profile.recording().durationNanos()).hasValue(5_000_000);
  }

  @Test
  void countsABrokenTickAsDroppedAndReadsOn() throws IOException {
    List<Diagnostic> passedOver = new ArrayList<>();
    Profile profile = read(SAMPLE + "tick,0x40\ntick,0x3001,36000,0,0x0,0\n", passedOver);

    assertThat(profile.recording().droppedCount()).isEqualTo(1);
    assertThat(passedOver).hasSize(1);
    assertThat(passedOver.getFirst()).hasToString("sample:14: line 'tick' is cut or broken");
    assertThat(profile.sampleCount()).isEqualTo(6);
  }

  @Test
  void readsWhatV8sOwnToolMadeOfALog() throws IOException {
    Profile profile =
        Readers.formats().read(Source.of("sample", PREPROCESSED.getBytes(UTF_8)), _ -> {});

    assertThat(Stacks.of(profile))
        .containsExactly(
            "handle(/srv/shop/a.js:12);Builtin: ArrayMap 1", "[node];(garbage collector) 1");
  }

  // grep -c '^tick,' isolate-0x102802600-v8.log: 93.
  @Test
  void readsEveryTickOfARecordingOfNode() throws IOException {
    Profile profile =
        Readers.formats()
            .read(
                Source.of(
                    Shared.path("fixtures/profiles/v8-log/417e32c7/in/isolate-0x102802600-v8.log")),
                _ -> {});

    assertThat(profile.total(0)).isEqualTo(93);
    assertThat(profile.recording().droppedCount()).isZero();
  }

  private Profile read(String text, List<Diagnostic> passedOver) throws IOException {
    return reader().read(Source.of("sample", text.getBytes(UTF_8)), passedOver::add);
  }
}
