package hone.format.processstat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Reads the `-processstat` file of Clinic Doctor: `cpu` and the `delay` of the event loop in
/// nanoseconds, over time.
///
/// They are those of the whole process: its one frame is called `(process)`, and a warning says so.
///
/// @see <a href="https://github.com/clinicjs/node-clinic-doctor">Clinic Doctor</a>
public final class ProcessstatReader implements ProfileReader {

  private static final int LENGTH_BYTES = 2;
  private static final double MILLISECOND = 1e6;
  private static final List<ValueType> TYPES =
      List.of(new ValueType("delay", Unit.NANOSECONDS), new ValueType("cpu", Unit.NANOSECONDS));

  private final Limits limits;

  public ProcessstatReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "processstat";
  }

  /// Two lengths that fit, each before the tag of a time.
  @Override
  public Sniff sniff(byte[] head) {
    if (head.length <= LENGTH_BYTES || head[LENGTH_BYTES] != Measurement.TIME) {
      return Sniff.NO;
    }
    int next = LENGTH_BYTES + ((head[0] & 0xff) << Byte.SIZE | (head[1] & 0xff));
    int tag = next + LENGTH_BYTES;
    boolean measured = next <= head.length && isSound(head, next);
    boolean goesOn = next == head.length || (tag < head.length && head[tag] == Measurement.TIME);
    return measured && goesOn ? Sniff.YES : Sniff.NO;
  }

  private static boolean isSound(byte[] head, int end) {
    try {
      return Measurement.read(CodedInputStream.newInstance(head, LENGTH_BYTES, end - LENGTH_BYTES))
          .isSound();
    } catch (IOException notOne) {
      return false;
    }
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ProfileBuilder builder = new ProfileBuilder(TYPES);
    int process = builder.stack(builder.frame(Frame.named("(process)")), Profile.NONE);
    long dropped = 0;
    long at = 0;
    double first = Double.NaN;
    double latest = Double.NaN;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(source.open(), 1 << 16))) {
      for (byte[] message = message(source.name(), in, at);
          message.length > 0;
          message = message(source.name(), in, at)) {
        Measurement measured = measurement(source.name(), message, at);
        if (!measured.isSound() || measured.millis() < latest) {
          dropped++;
          passedOver.accept(new Diagnostic(source.name(), at, "numbers that cannot be measured"));
        } else {
          first = Double.isNaN(first) ? measured.millis() : first;
          double passed = Double.isNaN(latest) ? 0 : measured.millis() - latest;
          limits.checkCount(source.name(), "samples", builder.sampleCount() + 1L);
          builder.sample(process, nanos(measured.delayMillis()), nanos(measured.cores() * passed));
          builder.time(nanos(measured.millis() - first));
          latest = measured.millis();
        }
        at += LENGTH_BYTES + (long) message.length;
      }
    }
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no measurements");
    }
    Recording recording =
        Recording.of(format())
            .lasting(nanos(latest - first))
            .missing(dropped, 0)
            .warning(List.of("the process as a whole was measured, without stacks"));
    return FinishedProfile.of(source.name(), builder, recording, 1);
  }

  /// The next message, or nothing at the end.
  private static byte[] message(String input, DataInputStream in, long at) throws IOException {
    byte[] prefix = in.readNBytes(LENGTH_BYTES);
    if (prefix.length == 0) {
      return prefix;
    }
    int length =
        prefix.length == LENGTH_BYTES ? (prefix[0] & 0xff) << Byte.SIZE | (prefix[1] & 0xff) : 0;
    byte[] message = in.readNBytes(length);
    if (length == 0 || message.length < length) {
      throw new FormatException(input, "byte " + at + ": measurement ends early");
    }
    return message;
  }

  private static Measurement measurement(String input, byte[] message, long at) throws IOException {
    try {
      return Measurement.read(CodedInputStream.newInstance(message));
    } catch (InvalidProtocolBufferException broken) {
      throw new FormatException(input, "byte " + at + ": " + broken.getMessage());
    }
  }

  private static long nanos(double millis) {
    return Math.round(Math.min(millis * MILLISECOND, Long.MAX_VALUE / 4.0));
  }
}
