package hone.format.goroutines;

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
import org.junit.jupiter.api.Test;

class GoroutinesReaderTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/goroutines/go-1.26");

  private static final String SAMPLE =
      """
      goroutine 1 [running]:
      runtime/pprof.(*Profile).WriteTo(0xce795f40f0?, {0x515fe8?, 0xce795de058?}, 0x1b6?)
      \truntime/pprof/pprof.go:408 +0x149
      main.main()
      \tshop/stock/main.go:32 +0x473

      goroutine 13 [chan receive (leaked), 5 minutes, locked to thread]:
      main.leak.func1()
      \tshop/stock/main.go:13 +0x19
      ...12 frames elided...
      created by main.leak in goroutine 1
      \tshop/stock/main.go:13 +0x5f
      """;

  @Override
  public ProfileReader reader() {
    return new GoroutinesReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void countsGoroutinesByStackAndThoseThatLeaked() throws IOException {
    Profile profile = reader().read(Source.of("sample", sample()), _ -> {});

    assertThat(Stacks.of(profile))
        .containsExactly(
            "main.main(shop/stock/main.go:32);"
                + "runtime/pprof.(*Profile).WriteTo(runtime/pprof/pprof.go:408) 1 0",
            "main.leak.func1(shop/stock/main.go:13) 1 1");
    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("leaked");
    assertThat(profile.recording().truncatedCount()).isEqualTo(1);
    assertThat(profile.recording().warnings())
        .containsExactly("goroutines by state: 1 chan receive, 1 running");
  }

  /// The program makes three goroutines that wait for a channel nobody has any more; oracle:
  /// `grep -c '^goroutine'` and `grep -c leaked` of each file.
  @Test
  void readsWhatGoPrints() throws IOException {
    Profile all = reader().read(Source.of(FIXTURES.resolve("goroutine2.txt")), _ -> {});
    Profile leaked = reader().read(Source.of(FIXTURES.resolve("goroutineleak2.txt")), _ -> {});

    assertThat(all.total(0)).isEqualTo(4);
    assertThat(all.total(1)).isZero();
    assertThat(leaked.total(1)).isEqualTo(3);
    assertThat(Stacks.of(leaked)).contains("main.leak.func1(shop/stock/main.go:13) 1 1");
  }
}
