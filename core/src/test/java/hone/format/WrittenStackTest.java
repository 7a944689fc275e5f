package hone.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.format.otlp.OtlpWriter;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Law: whatever stack was written before, a stack is written as its frames one by one.
class WrittenStackTest {

  private static final int MOST_FRAMES = 10_000;

  @ParameterizedTest
  @EnumSource
  void aStackIsItsFramesOneByOne(WrittenStack.Order order) throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Profile profile = anyTree(random);
      WrittenStack stack = new WrittenStack(profile, order, frame -> spelled(profile, frame));
      for (int turn = 0; turn < 100; turn++) {
        int leaf = random.nextInt(profile.stackCount() + 1) - 1;
        stack.lead(leaf);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stack.write(stack.length(), out::write);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(oneByOne(profile, leaf, order));
      }
    }
  }

  private static Profile anyTree(Random random) {
    ProfileBuilder builder = samples();
    int stacks = 1 + random.nextInt(200);
    for (int made = 0; made < stacks; made++) {
      // Mostly deeper than the last, so that some paths are long.
      int last = builder.stackCount() - 1;
      int caller = random.nextInt(4) > 0 ? last : random.nextInt(last + 2) - 1;
      String name = "f".repeat(random.nextInt(40)) + random.nextInt(50);
      builder.sample(builder.stack(builder.frame(new Frame(name, "", 0)), caller), 1);
    }
    return builder.build(Recording.of("made"), 0);
  }

  private static String oneByOne(Profile profile, int leaf, WrittenStack.Order order) {
    StringBuilder text = new StringBuilder();
    for (int at = leaf; at != Profile.NONE; at = profile.stackCaller(at)) {
      String name = profile.frames().get(profile.stackFrame(at)).function() + ";";
      text.insert(order == WrittenStack.Order.LEAF_FIRST ? text.length() : 0, name);
    }
    return text.toString();
  }

  @Test
  void aStackThatOneNameMakesHugeIsRefusedBeforeAnythingIsWritten() {
    Profile profile = recursion("f".repeat(65_536), 5_000, 1);

    assertThatThrownBy(() -> outermostFirst(profile))
        .isInstanceOf(OversizeException.class)
        .hasMessage("written out, one of its stacks would be more than 268435456 bytes");
  }

  @Test
  void stacksThatAreHugeTogetherAreRefusedBeforeAnythingIsWritten() {
    Profile profile = recursion("f".repeat(65_536), 4_000, 140);

    assertThatThrownBy(() -> outermostFirst(profile))
        .isInstanceOf(OversizeException.class)
        .hasMessage("written out, its stacks would be more than 34359738368 bytes");
  }

  private static void outermostFirst(Profile profile) throws IOException {
    WrittenStack.Order order = WrittenStack.Order.OUTERMOST_FIRST;
    assertThat(new WrittenStack(profile, order, frame -> spelled(profile, frame))).isNull();
  }

  /// One message of protocol buffers has at most 2 GiB: 50 chains of 10,000 frames are more.
  @Test
  void treesTooDeepForOneMessageOfOpenTelemetryAreRefused() {
    ProfileBuilder builder = samples();
    for (int chain = 0; chain < 50; chain++) {
      int stack = Profile.NONE;
      for (int depth = 0; depth < MOST_FRAMES; depth++) {
        int frame = builder.frame(new Frame("f" + chain, "", 1 + depth));
        stack = builder.stack(frame, stack);
        builder.sample(stack, 1);
      }
    }
    Profile profile = builder.build(Recording.of("made"), 0);

    assertThatThrownBy(() -> OtlpWriter.write(profile, OutputStream.nullOutputStream()))
        .isInstanceOf(OversizeException.class)
        .hasMessage("as OpenTelemetry it would be more than the 2147483647 bytes of a message");
  }

  private static Profile recursion(String name, int depth, int samples) {
    ProfileBuilder builder = samples();
    int frame = builder.frame(new Frame(name, "", 0));
    int stack = Profile.NONE;
    for (int at = 0; at < depth; at++) {
      stack = builder.stack(frame, stack);
    }
    for (int sample = 0; sample < samples; sample++) {
      builder.sample(stack, 1);
    }
    return builder.build(Recording.of("made"), 0);
  }

  private static ProfileBuilder samples() {
    return new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
  }

  private static byte[] spelled(Profile profile, int frame) {
    return (profile.frames().get(frame).function() + ";").getBytes(StandardCharsets.UTF_8);
  }
}
