package hone.format.zerox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  /// `jq '[.[] | if length == 0 then "" else .[-1].name end] | group_by(.) | map([length, .[0]])'`
  /// counts the leaves.
  @Test
  void readsWhatClinicFlameRecorded() throws IOException {
    Path recorded = Path.of("../fixtures/clinic/node-20/orders.clinic-flame-samples");

    Profile profile = reader().read(Source.of(recorded), _ -> {});

    assertThat(profile.total(0)).isEqualTo(39);
    List<String> stacks = Stacks.of(profile);
    assertThat(count(stacks, "add(/srv/shop/node/orders/src/search/index.js:13)")).isEqualTo(6);
    assertThat(count(stacks, "billable(/srv/shop/node/orders/src/billing/invoice.js:6)"))
        .isEqualTo(4);
    assertThat(count(stacks, "positions(/srv/shop/node/orders/src/billing/invoice.js:20)"))
        .isEqualTo(3);
    assertThat(count(stacks, "epoll_pwait@@GLIBC_2.6")).isEqualTo(3);
  }

  private static long count(List<String> stacks, String leaf) {
    return stacks.stream()
        .filter(stack -> stack.substring(0, stack.lastIndexOf(' ')).endsWith(leaf))
        .mapToLong(stack -> Long.parseLong(stack.substring(stack.lastIndexOf(' ') + 1)))
        .sum();
  }
}
