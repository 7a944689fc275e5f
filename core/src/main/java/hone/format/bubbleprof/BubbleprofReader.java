package hone.format.bubbleprof;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Label;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/// Reads the `-stacktrace` file of Clinic bubbleprof as `operations`: asynchronous operations by the
/// stack that started them, one each.
///
/// How long they waited is in another file, `-traceevent`, and so is what they are of; with both files
/// there is `delay`, too, and the label `resource`.
///
/// @see <a href="https://github.com/clinicjs/node-clinic-bubbleprof">Clinic bubbleprof</a>
public final class BubbleprofReader implements ProfileReader {

  private static final ValueType OPERATIONS = new ValueType("operations", Unit.COUNT);
  private static final int LENGTH_BYTES = 4;
  private static final int LONGEST_MESSAGE = 1 << 20;
  private static final int ID_TAG = 0x09;
  private static final int FRAME_TAG = 0x12;
  private static final int ID_END = LENGTH_BYTES + 1 + Long.BYTES;

  private final Limits limits;

  public BubbleprofReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "bubbleprof";
  }

  /// A length, the tag of the number of an operation, which is whole, and the tag of a frame.
  @Override
  public Sniff sniff(byte[] head) {
    if (head.length < ID_END || head[LENGTH_BYTES] != ID_TAG) {
      return Sniff.NO;
    }
    int length = ByteBuffer.wrap(head).getInt();
    double id =
        Double.longBitsToDouble(
            Long.reverseBytes(ByteBuffer.wrap(head, LENGTH_BYTES + 1, Long.BYTES).getLong()));
    boolean whole = id >= 1 && id == Math.rint(id) && id < 1L << 53;
    boolean frames = head.length > ID_END && head[ID_END] == FRAME_TAG;
    boolean none = length == ID_END - LENGTH_BYTES;
    boolean fits = length >= ID_END - LENGTH_BYTES && length <= LONGEST_MESSAGE;
    return whole && fits && (frames || none) ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ProfileBuilder builder = new ProfileBuilder(List.of(OPERATIONS));
    return read(source, builder, Waits.unknown(limits), 0);
  }

  /// Reads the stacks, and beside them how long the operations waited for their callbacks.
  ///
  /// Operations of which no event tells count, and waited no time; a warning says how many.
  ///
  /// @param events the `-traceevent` file of the same process
  public Profile joined(Source source, Source events) throws IOException {
    Waits waits = Waits.of(events, limits);
    ProfileBuilder builder =
        new ProfileBuilder(List.of(OPERATIONS, new ValueType("delay", Unit.NANOSECONDS)));
    return read(source, builder, waits, 1);
  }

  private Profile read(Source source, ProfileBuilder builder, Waits waits, int defaultType)
      throws IOException {
    long at = 0;
    long unknown = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(source.open(), 1 << 16))) {
      for (byte[] prefix = in.readNBytes(LENGTH_BYTES);
          prefix.length > 0;
          prefix = in.readNBytes(LENGTH_BYTES)) {
        byte[] message = message(source.name(), in, prefix, at);
        int stack = stack(source.name(), message, at + LENGTH_BYTES, builder);
        long id = id(message);
        long waited = waits.nanos(id).orElse(0L);
        if (defaultType == 0) {
          builder.sample(stack, 1);
        } else {
          builder.sample(stack, 1, waited);
          unknown += waits.nanos(id).isPresent() ? 0 : 1;
          if (!waits.kind(id).isEmpty()) {
            builder.label(new Label.Text("resource", waits.kind(id)));
          }
        }
        at += LENGTH_BYTES + (long) message.length;
      }
    }
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no operations");
    }
    Recording recording = Recording.of(format());
    if (unknown > 0) {
      recording =
          recording.warning(
              List.of("of " + unknown + " operations no event tells how long they waited"));
    }
    return FinishedProfile.of(source.name(), builder, recording, defaultType);
  }

  /// The number of an operation, or 0.
  private static long id(byte[] message) {
    if (message.length < 1 + Long.BYTES || message[0] != ID_TAG) {
      return 0;
    }
    return (long)
        Double.longBitsToDouble(
            Long.reverseBytes(ByteBuffer.wrap(message, 1, Long.BYTES).getLong()));
  }

  private static byte[] message(String input, DataInputStream in, byte[] prefix, long at)
      throws IOException {
    int length = prefix.length == LENGTH_BYTES ? ByteBuffer.wrap(prefix).getInt() : 0;
    if (length < 1 || length > LONGEST_MESSAGE) {
      throw new FormatException(input, "byte " + at + ": '" + length + "' is no length of a stack");
    }
    byte[] message = in.readNBytes(length);
    if (message.length < length) {
      throw new FormatException(input, "byte " + at + ": stack ends early");
    }
    return message;
  }

  private int stack(String input, byte[] message, long at, ProfileBuilder builder)
      throws IOException {
    try {
      List<CallSite> sites = CallSite.all(CodedInputStream.newInstance(message));
      if (sites.size() > limits.depth()) {
        throw new FormatException(
            input, "byte " + at + ": more than " + limits.depth() + " frames on one stack");
      }
      int stack = Profile.NONE;
      for (CallSite site : sites.reversed()) {
        stack = builder.stack(builder.frame(site.frame()), stack);
      }
      limits.checkCount(input, "stacks", builder.stackCount());
      limits.checkCount(input, "samples", builder.sampleCount() + 1L);
      return stack;
    } catch (InvalidProtocolBufferException broken) {
      throw new FormatException(input, "byte " + at + ": " + broken.getMessage());
    }
  }
}
