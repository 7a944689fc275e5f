package hone.format.bubbleprof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import hone.format.ProfileReader;
import hone.format.ReaderLaws;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Label;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BubbleprofReaderTest implements ReaderLaws {

  private static final Path FIXTURES = Path.of("../fixtures/bubbleprof/bubbleprof-10");

  @Override
  public ProfileReader reader() {
    return new BubbleprofReader(Limits.defaults());
  }

  @Override
  public byte[] sample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        framed(
            6,
            frame("setTimeout", "", "node:timers", 163),
            frame("read", "Orders", "/srv/shop/orders.js", 5),
            frame("", "Object", "file:///srv/shop/a%20b.js", 17)));
    out.writeBytes(framed(7));
    return out.toByteArray();
  }

  @Test
  void readsWhereEachOperationWasStarted() throws IOException {
    assertThat(Stacks.of(reader().read(Source.of("sample", sample()), _ -> {})))
        .containsExactly(
            "(anonymous a b.js:17:3)(/srv/shop/a b.js:17);Orders.read(/srv/shop/orders.js:5);"
                + "setTimeout(node:timers:163) 1",
            " 1");
  }

  @Test
  void refusesAStackThatEndsEarly() throws IOException {
    byte[] cut = Arrays.copyOf(sample(), 40);
    assertThatThrownBy(() -> reader().read(Source.of("sample", cut), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: byte 0: stack ends early");
  }

  /// The form is that of @clinic/bubbleprof 10.0.0, `format/trace-event-decoder.js`: operation 6
  /// waits 3 ms for its first callback and 5 ms more for its second, 7 has no event.
  @Test
  void joinsHowLongEachOperationWaited() throws IOException {
    String events =
        """
        {"traceEvents": [{"ph": "M", "name": "thread_name", "args": {"name": "main"}},
          {"ph": "b", "cat": "node,node.async_hooks", "name": "Timeout", "id": "0x6", "ts": 1000,
           "args": {"data": {"executionAsyncId": 1, "triggerAsyncId": 1}}},
          {"ph": "b", "cat": "node,node.async_hooks", "name": "Timeout_CALLBACK", "id": "0x6",
           "ts": 4000, "args": {}},
          {"ph": "e", "cat": "node,node.async_hooks", "name": "Timeout_CALLBACK", "id": "0x6",
           "ts": 4500, "args": {}},
          {"ph": "b", "cat": "node,node.async_hooks", "name": "Timeout_CALLBACK", "id": "0x6",
           "ts": 9500, "args": {}},
          {"ph": "e", "cat": "node,node.async_hooks", "name": "Timeout", "id": "0x6",
           "ts": 90000, "args": {}}]}
        """;
    Profile profile =
        new BubbleprofReader(Limits.defaults())
            .joined(
                Source.of("sample", sample()),
                Source.of("events", events.getBytes(StandardCharsets.UTF_8)));

    assertThat(profile.types().get(profile.defaultType()).name()).isEqualTo("delay");
    assertThat(profile.total(0)).isEqualTo(2);
    assertThat(profile.value(1, 0)).isEqualTo(8_000_000);
    assertThat(profile.labels(0)).containsExactly(new Label.Text("resource", "Timeout"));
    assertThat(profile.recording().warnings())
        .containsExactly("of 1 operations no event tells how long they waited");
  }

  /// Oracle: `StackTraceDecoder` of @clinic/bubbleprof 10.0.0 printed `bubbles.txt`, outermost
  /// first.
  @Test
  void readsWhatBubbleprofRecorded() throws IOException {
    Path file = FIXTURES.resolve("bubbles.clinic-bubbleprof-stacktrace");
    Profile profile = reader().read(Source.of(file), _ -> {});
    List<String> stacks = new ArrayList<>();
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      stacks.add(shown(profile, profile.sampleStack(sample)));
    }
    assertThat(stacks).isEqualTo(Files.readAllLines(FIXTURES.resolve("bubbles.txt")));
    assertThat(profile.total(0)).isEqualTo(14);
  }

  private static String shown(Profile profile, int leaf) {
    List<String> frames = new ArrayList<>();
    for (int stack = leaf; stack != Profile.NONE; stack = profile.stackCaller(stack)) {
      Frame frame = profile.frames().get(profile.stackFrame(stack));
      String name = frame.function().startsWith("(anonymous") ? "" : frame.function();
      frames.add(name + "(" + frame.file() + ":" + frame.line() + ")");
    }
    return String.join(";", frames.reversed());
  }

  private static byte[] framed(int id, byte[]... frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeDouble(1, id);
    for (byte[] frame : frames) {
      out.writeByteArray(2, frame);
    }
    out.flush();
    return ByteBuffer.allocate(4 + bytes.size())
        .putInt(bytes.size())
        .put(bytes.toByteArray())
        .array();
  }

  private static byte[] frame(String function, String type, String file, int line)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(1, function);
    out.writeString(2, type);
    for (int flag = 3; flag <= 6; flag++) {
      out.writeBool(flag, flag == 6);
    }
    out.writeString(7, "");
    out.writeString(8, file);
    out.writeUInt32(9, line);
    out.writeUInt32(10, 3);
    out.flush();
    return bytes.toByteArray();
  }
}
