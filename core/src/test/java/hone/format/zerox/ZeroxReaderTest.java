package hone.format.zerox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.Limits;
import hone.input.Source;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ZeroxReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      [[],
       [{"name": "/usr/bin/node", "type": "SHARED_LIB"},
        {"name": "handle file:///srv/shop/a b.js:12:7", "type": "JS", "kind": "Opt", "func": 4},
        {"name": " /srv/shop/c.js:3:9", "type": "JS", "kind": "Unopt", "func": 5, "tm": 12}],
       [{"name": "handle file:///srv/shop/a b.js:12:7", "type": "JS", "kind": "Unopt", "func": 4},
        {"name": "get size node:internal/url:8:1", "type": "JS", "kind": "Opt", "func": 6},
        {"name": "v8::Object::Get()", "type": "CPP"}]]
      """;

  @Override
  public ProfileReader reader() {
    return new ZeroxReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void readsStacksOutermostFirst() throws IOException {
    assertThat(Stacks.of(reader().read(Source.of("sample", sample()), _ -> {})))
        .containsExactly(
            " 1",
            "[node];handle(/srv/shop/a b.js:12);(anonymous c.js:3:9)(/srv/shop/c.js:3) 1",
            "handle(/srv/shop/a b.js:12);get size(node:internal/url:8);v8::Object::Get() 1");
  }
}
