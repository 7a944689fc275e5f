package hone.clinic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
import hone.live.ProcessFigures;
import hone.live.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// On a recording of Clinic.js 13.0.0; expected numbers come from its own decoder,
/// `@clinic/doctor/format/process-stat-decoder.js`, and a sort.
class ProcessStatReaderTest {

  private static final Path RECORDED =
      Path.of("../fixtures/clinic/node-20/orders.clinic-doctor-processstat");

  private final List<Diagnostic> passedOver = new ArrayList<>();

  @Test
  void readsWhatDoctorsOwnDecoderReads() throws IOException {
    List<ProcessMoment> samples = read(Files.readAllBytes(RECORDED));

    assertThat(samples).hasSize(95);
    assertThat(samples.getFirst())
        .isEqualTo(
            new ProcessMoment(
                1795914084305_000_000L, 12_431_722, 0.8027471096512341, 1, OptionalDouble.of(1.0)));
    assertThat(samples.getLast().delayNanos()).isEqualTo(256_233);
    assertThat(samples.getLast().utilisation()).hasValue(0.59);
    assertThat(passedOver).isEmpty();
  }

  @Test
  void figuresAreOfTheTimeUnderLoadAlone() throws IOException {
    Window window = new Window(1795914084998_000_000L, 1795914085873_000_000L);

    ProcessFigures figures = window.figures(read(Files.readAllBytes(RECORDED))).orElseThrow();

    assertThat(figures.sampleCount()).isEqualTo(51);
    assertThat(figures.delayP50Nanos()).isEqualTo(1_824_142);
    assertThat(figures.delayP99Nanos()).isEqualTo(60_561_203);
    assertThat(figures.delayMaxNanos()).isEqualTo(60_561_203);
    assertThat(figures.processorsP50()).isEqualTo(0.06874825601850541);
    assertThat(figures.processorsP90()).isEqualTo(0.5618933172580823);
    assertThat(figures.leastHandles()).isEqualTo(1);
    assertThat(figures.mostHandles()).isEqualTo(2);
    assertThat(figures.utilisation().orElseThrow()).isCloseTo(0.54664, within(1e-9));
    assertThat(figures.eventLoop().orElseThrow().p99Nanos()).isEqualTo(60_561_203);
    assertThat(new Window(0, 1).figures(read(Files.readAllBytes(RECORDED)))).isEmpty();
  }

  @Test
  void aTableThatEndsEarlyLosesItsLastMomentAndSaysSo() throws IOException {
    byte[] whole = Files.readAllBytes(RECORDED);

    assertThat(read(Arrays.copyOf(whole, whole.length - 5))).hasSize(94);
    assertThat(passedOver)
        .singleElement()
        .satisfies(cut -> assertThat(cut.message()).isEqualTo("a measurement is cut short"));
  }

  @Test
  void aMomentThatIsNoneIsPassedOverAndCounted() throws IOException {
    byte[] whole = Files.readAllBytes(RECORDED);
    whole[2] = 0x0f;

    assertThat(read(whole)).hasSize(94);
    assertThat(passedOver).singleElement().satisfies(none -> assertThat(none.at()).isZero());
  }

  @Test
  void whatHoldsNoMomentIsRefusedByName() {
    for (byte[] other :
        List.of(new byte[0], new byte[] {0, 0, 0, 0}, "not a table".getBytes(UTF_8))) {
      assertThatThrownBy(() -> read(other))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith("table");
    }
  }

  @Test
  void flippedBitsNeverDoMoreThanLoseMoments() throws IOException {
    byte[] whole = Files.readAllBytes(RECORDED);
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] broken = whole.clone();
      for (int flip = 0; flip < 8; flip++) {
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(read(broken).size()).isLessThanOrEqualTo(broken.length);
      } catch (FormatException refused) {
        assertThat(refused).hasMessageStartingWith("table");
      }
    }
  }

  private List<ProcessMoment> read(byte[] bytes) throws IOException {
    return ProcessStatReader.read(Source.of("table", bytes), passedOver::add);
  }
}
