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
    byte[] full = SAMPLE.replace("mode: wall", "mode: full").getBytes(UTF_8);
    assertThatThrownBy(() -> reader().read(Source.of("sample", full), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: mode 'full' is not read: wall, cpu, memory");
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
