package hone.format.austin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AustinReaderTest implements ReaderLaws {

  private static final String SAMPLE =
      """
      # austin: 3.7.0
      # interval: 100
      # mode: wall
      # duration: 828637
      # errors: 820/5305

      P12;T0:12 30
      P12;T0:12;<frozen importlib._bootstrap>:<module>:1546;C:/shop/orders.py:total:7 158
      P12;T0:12;/srv/shop/orders.py:total:7;:GC: 2
      """;

  @Override
  public ProfileReader reader() {
    return new AustinReader(Limits.defaults());
  }

  @Override
  public byte[] sample() {
    return SAMPLE.getBytes(UTF_8);
  }

  @Test
  void readsFramesWithTheirPlaces() throws IOException {
    Profile profile = reader().read(Source.of("sample", sample()), _ -> {});

    assertThat(Stacks.of(profile))
        .containsExactly(
            " 30000",
            "<module>(<frozen importlib._bootstrap>:1546);total(C:/shop/orders.py:7) 158000",
            "total(/srv/shop/orders.py:7);:GC: 2000");
    assertThat(profile.recording().durationNanos()).hasValue(828_637_000);
    assertThat(profile.recording().periodNanos()).hasValue(100_000);
    assertThat(profile.recording().droppedCount()).isEqualTo(820);
  }

  @Test
  void refusesModesWhoseNumbersMeanSomethingElse() {
    byte[] other = SAMPLE.replace("mode: wall", "mode: energy").getBytes(UTF_8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", other), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: mode 'energy' is not read: wall, cpu, memory, full");
  }

  /// Austin 3.7's README: "measured in bytes"; its fixture grows by whole pages of 4096 bytes.
  @Test
  void readsGrowthOfMemoryInBytes() throws IOException {
    byte[] memory = SAMPLE.replace("mode: wall", "mode: memory").getBytes(UTF_8);
    Profile profile = reader().read(Source.of("sample", memory), _ -> {});

    assertThat(profile.types().getFirst().name()).isEqualTo("growth");
    assertThat(profile.total(0)).isEqualTo(30 + 158 + 2);
  }

  @Test
  void readsTimeIdlenessAndGrowthOfModeFull() throws IOException {
    String full =
        SAMPLE.replace("mode: wall", "mode: full").replaceAll("(?m)^(P.* )(\\d+)$", "$1$2,1,-4096");
    Profile profile =
        reader()
            .read(Source.of("sample", (full + "P12;T0:12;a:f:1 5,0,8\n").getBytes(UTF_8)), _ -> {});

    assertThat(Stacks.of(profile)).startsWith(" -4096 0 30000").endsWith("f(a:1) 8 5000 5000");
  }

  // Oracle: awk '/^P/ {n += $NF} END {print n}' gives 17063 microseconds.
  @Test
  void readsWhatAustinWrote() throws IOException {
    Path file = Shared.path("fixtures/profiles/collapsed/4b4380ba/in/with_comment.txt");

    Profile profile = Readers.formats().read(Source.of(file), _ -> {});

    assertThat(profile.recording().format()).isEqualTo("austin");
    assertThat(profile.total(0)).isEqualTo(17_063_000);
  }
}
