package hone.format.pprof;

import static hone.format.Protobuf.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import hone.format.Stacks;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stacks of locations in every way that protocol buffers may write them.
class PathTest {

  /// Each number ends as a shorter one does, so that equal bytes at the end need not be equal numbers.
  private static final long[] IDS = {
    1, 2, 0x80, 0x81, 0x101, 0x4000, 0x4001, 0x4080, 0x4081, 0x204081, 1L << 35, -1, -2, 3L << 62
  };

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(written);

  @Test
  void stacksAreTheSameHoweverTheyAreWritten() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 100; round++) {
      written.reset();
      ProfileBuilder expected = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
      List<Integer> stack = List.of();
      for (int sample = 0; sample < 60; sample++) {
        stack = next(stack, random);
        expected.sample(stack(expected, stack), sample + 1);
        write(2, sample(stack, sample + 1, random));
      }

      assertThat(Stacks.of(read())).isEqualTo(Stacks.of(expected.build(Recording.of("pprof"), 0)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "01 80", "80 80 80 80 80 80 80 80 80 80 01"})
  void aNumberThatIsCutOrTooLongIsRefused(String packed) throws IOException {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(packed);
    write(2, message(inner -> inner.writeByteArray(1, bytes)));

    assertThatThrownBy(this::read)
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("cut or broken: a number");
  }

  @Test
  void aStackThatIsDeeperThanTheLimitIsRefused() throws IOException {
    byte[] deep = new byte[Limits.defaults().depth() + 1];
    Arrays.fill(deep, (byte) 1);
    write(2, message(inner -> inner.writeByteArray(1, deep)));

    assertThatThrownBy(this::read)
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("more than 10000 locations on one stack");
  }

  /// Some callers of the stack before, and some frames on top of them.
  private static List<Integer> next(List<Integer> before, SplittableRandom random) {
    List<Integer> stack = new ArrayList<>(before.subList(0, random.nextInt(before.size() + 1)));
    int more = random.nextInt(1, random.nextInt(8) == 0 ? 80 : 4);
    for (int frame = 0; frame < more; frame++) {
      stack.add(random.nextInt(IDS.length));
    }
    return stack;
  }

  private static int stack(ProfileBuilder builder, List<Integer> places) {
    int stack = Profile.NONE;
    for (int place : places) {
      stack = builder.stack(builder.frame(new Frame("f" + place, "", place + 1)), stack);
    }
    return stack;
  }

  /// Locations packed, one each, or some of both, now and then with more bytes than they need.
  private static byte[] sample(List<Integer> stack, long value, SplittableRandom random)
      throws IOException {
    return message(inner -> {
      int at = stack.size() - 1;
      while (at >= 0) {
        int packed = random.nextInt(4) == 0 ? random.nextInt(at + 1) : at + 1;
        if (random.nextInt(6) == 0) {
          inner.writeUInt64(1, IDS[stack.get(at--)]);
          continue;
        }
        int last = at - packed + 1;
        int first = at;
        inner.writeByteArray(
            1,
            message(numbers -> {
              for (int each = first; each >= last; each--) {
                number(numbers, IDS[stack.get(each)], random.nextInt(30) == 0);
              }
            }));
        at = last - 1;
      }
      inner.writeInt64(2, value);
    });
  }

  private static void number(CodedOutputStream numbers, long id, boolean isPadded)
      throws IOException {
    if (!isPadded || id < 0 || id >= 0x80) {
      numbers.writeUInt64NoTag(id);
      return;
    }
    numbers.writeRawByte((byte) (id | 0x80));
    numbers.writeRawByte((byte) 0x80);
    numbers.writeRawByte((byte) 0);
  }

  private Profile read() throws IOException {
    write(
        1,
        message(inner -> {
          inner.writeInt64(1, 1);
          inner.writeInt64(2, 2);
        }));
    for (int place = 0; place < IDS.length; place++) {
      int own = place;
      write(
          4,
          message(inner -> {
            inner.writeUInt64(1, IDS[own]);
            inner.writeByteArray(
                4,
                message(call -> {
                  call.writeUInt64(1, own + 1);
                  call.writeInt64(2, own + 1);
                }));
          }));
      write(
          5,
          message(inner -> {
            inner.writeUInt64(1, own + 1);
            inner.writeInt64(2, own + 3);
          }));
    }
    for (String text : List.of("", "samples", "count")) {
      out.writeString(6, text);
    }
    for (int place = 0; place < IDS.length; place++) {
      out.writeString(6, "f" + place);
    }
    out.flush();
    byte[] bytes = written.toByteArray();
    return new PprofReader(Limits.defaults()).read(Source.of("sample", bytes), _ -> {});
  }

  private void write(int field, byte[] message) throws IOException {
    out.writeByteArray(field, message);
    out.flush();
  }
}
