package hone.format.pprof;

import com.google.protobuf.CodedOutputStream;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.Recording;
import hone.profile.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a profile as pprof, not packed: every frame is a location, every sample stays one.
///
/// What pprof has no field for, counts of lost samples and warnings, is not written.
public final class PprofWriter {

  /// A function as pprof tells them apart.
  private record Function(String name, String file) {}

  /// Fills one nested message.
  private interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<Function, Integer> functions = new HashMap<>();
  private final CodedOutputStream out;

  private PprofWriter(OutputStream out) {
    this.out = CodedOutputStream.newInstance(out);
    string("");
  }

  /// Writes the whole profile; `out` stays open.
  public static void write(Profile profile, OutputStream out) throws IOException {
    PprofWriter writer = new PprofWriter(out);
    writer.types(profile);
    writer.samples(profile);
    writer.symbols(profile);
    writer.circumstances(profile);
    writer.strings();
    writer.out.flush();
  }

  private void types(Profile profile) throws IOException {
    for (ValueType type : profile.types()) {
      message(1, out -> pair(out, type.name(), type.unit().name()));
    }
  }

  private void pair(CodedOutputStream out, String first, String second) throws IOException {
    out.writeInt64(1, string(first));
    out.writeInt64(2, string(second));
  }

  private void samples(Profile profile) throws IOException {
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int number = sample;
      message(2, out -> sample(out, profile, number));
    }
  }

  private static void sample(CodedOutputStream out, Profile profile, int sample)
      throws IOException {
    int stack = profile.sampleStack(sample);
    while (stack != Profile.NONE) {
      out.writeUInt64(1, profile.stackFrame(stack) + 1L);
      stack = profile.stackCaller(stack);
    }
    for (int type = 0; type < profile.types().size(); type++) {
      out.writeInt64(2, profile.value(type, sample));
    }
  }

  private void symbols(Profile profile) throws IOException {
    long id = 0;
    for (Frame frame : profile.frames()) {
      id++;
      long location = id;
      int function = function(frame);
      message(4, out -> location(out, location, function, frame.line()));
    }
  }

  private int function(Frame frame) throws IOException {
    Function function = new Function(frame.function(), frame.file());
    int next = functions.size() + 1;
    int id = functions.computeIfAbsent(function, _ -> next);
    if (id == next) {
      message(5, out -> function(out, id, function));
    }
    return id;
  }

  private void location(CodedOutputStream out, long id, int function, int line) throws IOException {
    out.writeUInt64(1, id);
    byte[] call =
        bytes(inner -> {
          inner.writeUInt64(1, function);
          inner.writeInt64(2, line);
        });
    out.writeByteArray(4, call);
  }

  private void function(CodedOutputStream out, int id, Function function) throws IOException {
    out.writeUInt64(1, id);
    out.writeInt64(2, string(function.name));
    out.writeInt64(3, string(function.name));
    out.writeInt64(4, string(function.file));
  }

  private void circumstances(Profile profile) throws IOException {
    Recording recording = profile.recording();
    if (recording.durationNanos().isPresent()) {
      out.writeInt64(10, recording.durationNanos().getAsLong());
    }
    String leading = profile.types().get(profile.defaultType()).name();
    if (recording.periodNanos().isPresent()) {
      message(11, out -> pair(out, leading, "nanoseconds"));
      out.writeInt64(12, recording.periodNanos().getAsLong());
    }
    out.writeInt64(14, string(leading));
  }

  private void strings() throws IOException {
    for (String string : strings.keySet()) {
      out.writeString(6, string);
    }
  }

  private int string(String text) {
    int next = strings.size();
    return strings.computeIfAbsent(text, _ -> next);
  }

  private void message(int field, Body body) throws IOException {
    out.writeByteArray(field, bytes(body));
  }

  private static byte[] bytes(Body body) throws IOException {
    ByteArrayOutputStream nested = new ByteArrayOutputStream(64);
    CodedOutputStream coded = CodedOutputStream.newInstance(nested, 512);
    body.write(coded);
    coded.flush();
    return nested.toByteArray();
  }
}
