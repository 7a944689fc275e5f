package hone.format.pproftext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuReaderTest implements ReaderLaws {

  private static final long[] WORDS = {0, 3, 0, 10_000, 0, 5, 2, 0x401010, 0x401200, 0, 1, 0};
  private static final String MAPPED =
      """
      00401000-00402000 r-xp 00000000 00:00 21306940    /srv/shop/orders
       0x401010 total (orders.c:7)
      """;

  @Override
  public ProfileReader reader() {
    return new CpuReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return profile(8, ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public List<byte[]> samples() {
    return List.of(sample(), profile(4, ByteOrder.BIG_ENDIAN));
  }

  @Test
  void readsWordsOfEverySizeAndOrder() throws IOException {
    for (byte[] sample : samples()) {
      Profile profile = reader().read(Source.of("sample", sample), _ -> {});

      assertThat(Stacks.of(profile)).containsExactly("[orders];total(orders.c:7) 5 50000000");
      assertThat(profile.recording().periodNanos()).hasValue(10_000_000);
    }
  }

  // Oracle: `go tool pprof -top` of each file (pprof-legacy/*/derived): the time of all samples,
  // and the name with the greatest flat value.
  @ParameterizedTest
  @CsvSource({
    "67c5d4d4/in/cppbench.cpu, 7120, [cppbench_server_main]",
    "6f5f790a/in/go.crc32.cpu, 2110, <unknown>",
    "7c44faf8/in/gobench.cpu, 3050, <unknown>",
    "a8ddf86b/in/java.cpu, 70, VM"
  })
  void readsWhatPprofReads(String name, long millis, String first) throws IOException {
    Path file = Shared.path("fixtures/profiles/pprof-legacy/" + name);

    Profile profile = reader().read(Source.of(file), _ -> {});

    assertThat(profile.total(1)).isEqualTo(millis * 1_000_000);
    assertThat(Hotspots.of(profile, 1, Granularity.FUNCTIONS).getFirst().function())
        .isEqualTo(first);
  }

  @Test
  void refusesAProfileWithoutItsEnd() {
    byte[] cut = Arrays.copyOf(sample(), 9 * 8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", cut), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: ends early, at byte 72");
  }

  private static byte[] profile(int size, ByteOrder order) {
    byte[] text = MAPPED.getBytes(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(WORDS.length * size + text.length).order(order);
    for (long word : WORDS) {
      if (size == 8) {
        bytes.putLong(word);
      } else {
        bytes.putInt((int) word);
      }
    }
    return bytes.put(text).array();
  }
}
