package hone.format.austin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MojoTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/austin/austin-3.7");

  @Override
  public ProfileReader reader() {
    return new AustinReader(Limits.defaults());
  }

  @Override
  public byte[] sample() throws IOException {
    return recording(3, "full");
  }

  @Override
  public List<byte[]> samples() throws IOException {
    return List.of(sample(), recording(1, "wall"), recording(2, "memory"));
  }

  @Test
  void readsFramesIdleTimeKernelAndCollector() throws IOException {
    Profile profile = read(sample());

    assertThat(Stacks.of(profile))
        .containsExactly(
            "total(/srv/shop/orders.py:7);:GC: -8192 30000 30000",
            "total(/srv/shop/orders.py:7);read(kernel:0) 8292 0 5000000",
            ":INVALID: 100 7000 7000");
    assertThat(profile.types())
        .extracting(type -> type.name())
        .containsExactly("growth", "cpu", "wall");
    assertThat(profile.recording().durationNanos()).hasValue(828_637_000);
    assertThat(profile.recording().droppedCount()).isEqualTo(2);
  }

  @Test
  void keepsTheKeysOfProcessesApart() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    begin(out, 3, "wall");
    for (int process : new int[] {7, 8}) {
      stack(out, 3, process);
      string(out, 2, "f" + process);
      event(out, 3, 9, 2, 2, process, 0, 0, 0);
      event(out, 5, 9);
      event(out, 9, process);
    }
    stack(out, 3, 7);
    event(out, 5, 9);
    event(out, 9, 1);

    assertThat(Stacks.of(read(out.toByteArray())))
        .containsExactly("f7(f7:7) 7000", "f8(f8:8) 8000", "f7(f7:7) 1000");
  }

  @Test
  void refusesVersionsItDoesNotKnow() {
    assertThatThrownBy(() -> read(new byte[] {'M', 'O', 'J', 4, 1}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: byte 4: version '4' of MOJO is not read: 1 to 3");
  }

  @Test
  void refusesAStackThatEndsBeforeItsNumber() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    begin(out, 3, "wall");
    stack(out, 3, 7);
    assertThatThrownBy(() -> read(out.toByteArray()))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("stack without a number: ends early");
  }

  /// Oracle: `mojo2austin` of austin-python 2.4.0 made the text; the sums are those of
  /// `awk '/^P/ {n += $NF} END {print n}'` on it. It leaves out frames that could not be read, which
  /// Austin itself writes in its text.
  @Test
  void givesTheSameStacksAsTheTextOfTheSameRecording() throws IOException {
    for (String mode : List.of("wall", "memory")) {
      Profile binary = read(FIXTURES.resolve(mode + ".mojo"));
      Profile text = read(FIXTURES.resolve(mode + ".austin"));

      assertThat(
              Stacks.of(binary).stream().map(each -> each.replaceAll(";?:INVALID:", "")).toList())
          .as(mode)
          .isEqualTo(Stacks.of(text));
      assertThat(binary.recording()).isEqualTo(text.recording());
      assertThat(binary.total(0)).isEqualTo(mode.equals("wall") ? 903_195_000L : 5_316_608L);
    }
  }

  /// Oracle: `AustinSample.metrics` and `idle` of austin-python 2.4.0, summed up.
  @Test
  void readsTheThreeNumbersOfModeFull() throws IOException {
    Profile profile = read(FIXTURES.resolve("full.mojo"));

    assertThat(profile.total(profile.type("wall").orElseThrow())).isEqualTo(900_370_000L);
    assertThat(profile.total(profile.type("cpu").orElseThrow())).isEqualTo(515_935_000L);
    assertThat(profile.total(profile.type("growth").orElseThrow())).isEqualTo(6_234_112L);
  }

  /// Three stacks of one process and what belongs to a recording, in the given version.
  private static byte[] recording(int version, String mode) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    begin(out, version, mode);
    stack(out, version, 12);
    string(out, 300, "/srv/shop/orders.py");
    string(out, 301, "total");
    event(out, 12, 301);
    frame(out, version);
    event(out, 5, 70_000);
    event(out, 7);
    numbers(out, mode, 30, -8192, false);
    stack(out, version, 12);
    event(out, 5, 70_000);
    out.write(6);
    text(out, "read");
    numbers(out, mode, 5000, 8292, true);
    stack(out, version, 12);
    event(out, 4);
    numbers(out, mode, 7, 100, false);
    metadata(out, "duration", "828637");
    metadata(out, "errors", "2/3");
    return out.toByteArray();
  }

  private static void begin(ByteArrayOutputStream out, int version, String mode)
      throws IOException {
    out.write("MOJ".getBytes(UTF_8));
    varint(out, version);
    metadata(out, "austin", "3.7.0");
    metadata(out, "interval", "5000");
    metadata(out, "mode", mode);
  }

  private static void stack(ByteArrayOutputStream out, int version, int process)
      throws IOException {
    event(out, 2, process);
    if (version >= 3) {
      varint(out, 0);
    }
    text(out, "30ab");
  }

  private static void frame(ByteArrayOutputStream out, int version) {
    event(out, 3, 70_000, 300, 301, 7);
    if (version >= 2) {
      varint(out, 8);
      varint(out, 5);
      varint(out, 17);
    }
  }

  private static void numbers(
      ByteArrayOutputStream out, String mode, long micros, long bytes, boolean idle) {
    if (!mode.equals("memory")) {
      event(out, 9, micros);
    }
    if (idle && mode.equals("full")) {
      event(out, 8);
    }
    if (mode.equals("memory") || mode.equals("full")) {
      event(out, 10, bytes);
    }
  }

  private static void string(ByteArrayOutputStream out, long key, String text) throws IOException {
    event(out, 11, key);
    text(out, text);
  }

  private static void metadata(ByteArrayOutputStream out, String key, String value)
      throws IOException {
    out.write(1);
    text(out, key);
    text(out, value);
  }

  private static void text(ByteArrayOutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.write(0);
  }

  private static void event(ByteArrayOutputStream out, int event, long... numbers) {
    out.write(event);
    for (long number : numbers) {
      varint(out, number);
    }
  }

  private static void varint(ByteArrayOutputStream out, long number) {
    long left = Math.abs(number);
    int first = (int) (left & 0x3f) | (number < 0 ? 0x40 : 0);
    left >>= 6;
    out.write(left > 0 ? first | 0x80 : first);
    while (left > 0) {
      int part = (int) (left & 0x7f);
      left >>= 7;
      out.write(left > 0 ? part | 0x80 : part);
    }
  }

  private Profile read(Path file) throws IOException {
    return reader().read(Source.of(file), _ -> {});
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }
}
