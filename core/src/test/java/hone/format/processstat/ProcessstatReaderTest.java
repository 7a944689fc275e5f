package hone.format.processstat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import hone.Shared;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessstatReaderTest implements ReaderLaws {

  @Override
  public ProfileReader reader() {
    return new ProcessstatReader(Limits.defaults());
  }

  @Override
  public byte[] sample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    measurement(out, 1_790_000_000_000.0, 0.5, 0.2);
    measurement(out, 1_790_000_000_010.0, 12.25, 0.9);
    measurement(out, 1_790_000_000_030.5, 1, 1.5);
    return out.toByteArray();
  }

  @Test
  void readsCpuTimeAndDelayWithTheirTimes() throws IOException {
    Profile profile = reader().read(Source.of("sample", sample()), _ -> {});

    assertThat(Stacks.of(profile))
        .containsExactly(
            "(process) 500000 0", "(process) 12250000 9000000", "(process) 1000000 30750000");
    assertThat(profile.sampleTime(2)).hasValue(30_500_000);
    assertThat(profile.recording().durationNanos()).hasValue(30_500_000);
  }

  @Test
  void countsAMeasurementThatGoesBackInTime() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(sample());
    measurement(out, 1_790_000_000_020.0, 1, 1);

    Profile profile = reader().read(Source.of("sample", out.toByteArray()), _ -> {});

    assertThat(profile.recording().droppedCount()).isEqualTo(1);
    assertThat(profile.sampleCount()).isEqualTo(3);
  }

  /// Oracle: `struct.unpack` of Python over the file: 27 measurements, and the sums of delays and of
  /// cores times the time since the measurement before.
  @Test
  void readsWhatDoctorRecorded() throws IOException {
    Path file = Shared.path("fixtures/profiles/clinic/7231f6cd/in/13416.clinic-doctor-processstat");

    Profile profile = Readers.formats().read(Source.of(file), _ -> {});

    assertThat(profile.recording().format()).isEqualTo("processstat");
    assertThat(profile.sampleCount()).isEqualTo(27);
    assertThat(profile.total(0)).isEqualTo(1_708_594_418L);
    assertThat(profile.total(1)).isEqualTo(390_672_151L);
  }

  private static void measurement(
      ByteArrayOutputStream stream, double millis, double delay, double cores) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeDouble(1, millis);
    out.writeDouble(2, delay);
    out.writeDouble(3, cores);
    out.writeByteArray(4, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 0});
    out.writeUInt32(5, 2);
    out.flush();
    stream.write(bytes.size() >> 8);
    stream.write(bytes.size());
    stream.writeBytes(bytes.toByteArray());
  }
}
