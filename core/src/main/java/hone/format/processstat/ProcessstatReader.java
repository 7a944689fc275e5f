package hone.format.processstat;

import hone.clinic.ProcessMoment;
import hone.clinic.ProcessStatReader;
import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.nio.ByteBuffer;
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

  /// The tag of field 1, a number of eight bytes.
  private static final int TIME = 1 << 3 | 1;

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
    if (head.length <= LENGTH_BYTES || head[LENGTH_BYTES] != TIME) {
      return Sniff.NO;
    }
    int length = (head[0] & 0xff) << Byte.SIZE | (head[1] & 0xff);
    int next = LENGTH_BYTES + length;
    int tag = next + LENGTH_BYTES;
    boolean measured =
        next <= head.length
            && ProcessStatReader.moment(ByteBuffer.wrap(head, LENGTH_BYTES, length).slice())
                .isPresent();
    boolean goesOn = next == head.length || (tag < head.length && head[tag] == TIME);
    return measured && goesOn ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ProfileBuilder builder = new ProfileBuilder(TYPES);
    int process = builder.stack(builder.frame(Frame.named("(process)")), Profile.NONE);
    long[] dropped = new long[1];
    List<ProcessMoment> moments =
        ProcessStatReader.read(
            source,
            said -> {
              dropped[0]++;
              passedOver.accept(said);
            });
    limits.checkCount(source.name(), "samples", moments.size());
    long first = moments.getFirst().timeNanos();
    long latest = first;
    for (ProcessMoment moment : moments) {
      if (moment.timeNanos() < latest) {
        dropped[0]++;
        passedOver.accept(new Diagnostic(source.name(), 0, "a measurement goes back in time"));
      } else {
        double cpu = moment.processors() * (moment.timeNanos() - latest);
        builder.sample(process, moment.delayNanos(), Math.round(cpu));
        builder.time(moment.timeNanos() - first);
        latest = moment.timeNanos();
      }
    }
    Recording recording =
        Recording.of(format())
            .lasting(latest - first)
            .missing(dropped[0], 0)
            .warning(List.of("the process as a whole was measured, without stacks"));
    return FinishedProfile.of(source.name(), builder, recording, 1);
  }
}
