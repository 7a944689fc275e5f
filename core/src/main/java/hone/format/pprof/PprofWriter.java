package hone.format.pprof;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import hone.format.WrittenMessage;
import hone.format.WrittenStack;
import hone.profile.Code;
import hone.profile.Function;
import hone.profile.Label;
import hone.profile.Location;
import hone.profile.Mapping;
import hone.profile.Origin;
import hone.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a profile as pprof, not packed by gzip: every sample stays one.
///
/// What was read from pprof is written as it was, ids and units included. A frame without an address
/// is a location of its own. pprof has no field for times of samples, counts of lost samples and
/// warnings.
public final class PprofWriter {

  private final Profile profile;
  private final CodedOutputStream out;
  private final Strings strings = new Strings();
  private final Places places;

  private PprofWriter(Profile profile, OutputStream out) {
    this.profile = profile;
    this.out = CodedOutputStream.newInstance(out);
    places = Places.of(profile);
  }

  /// Writes the whole profile; `out` stays open.
  public static void write(Profile profile, OutputStream out) throws IOException {
    PprofWriter writer = new PprofWriter(profile, out);
    Spelling spelling = Spelling.of(profile);
    for (Origin.Written type : spelling.types()) {
      writer.written(1, type);
    }
    writer.samples(spelling);
    writer.code(writer.places.code());
    writer.circumstances(spelling);
    writer.strings.write(writer.out);
    writer.out.flush();
  }

  private void written(int field, Origin.Written type) throws IOException {
    WrittenMessage.write(
        out,
        field,
        inner -> {
          inner.writeInt64(1, strings.place(type.name()));
          inner.writeInt64(2, strings.place(type.unit()));
        });
  }

  private void samples(Spelling spelling) throws IOException {
    WrittenStack stack = new WrittenStack(profile, WrittenStack.Order.LEAF_FIRST, this::location);
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      stack.lead(profile.sampleStack(sample));
      sample(stack, notes(sample, spelling));
    }
  }

  /// The number of a frame's location; a call that was inlined has none of its own.
  private byte[] location(int frame) {
    return profile.isOutermostCall(frame) ? WrittenMessage.number(places.id(frame)) : new byte[0];
  }

  /// A sample, whose locations are packed into one field.
  private void sample(WrittenStack stack, byte[] notes) throws IOException {
    int length = stack.length();
    int field = length == 0 ? 0 : WrittenMessage.fieldLength(1, length);
    out.writeTag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt32NoTag(field + notes.length);
    if (length > 0) {
      out.writeTag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
      out.writeUInt32NoTag(length);
      stack.write(length, out::write);
    }
    out.writeRawBytes(notes);
  }

  /// The values and labels of a sample.
  private byte[] notes(int sample, Spelling spelling) throws IOException {
    return WrittenMessage.bytes(inner -> notes(inner, sample, spelling));
  }

  private void notes(CodedOutputStream inner, int sample, Spelling spelling) throws IOException {
    for (int type = 0; type < profile.types().size(); type++) {
      inner.writeInt64(2, profile.value(type, sample) / spelling.types().get(type).factor());
    }
    for (Label label : profile.labels(sample)) {
      WrittenMessage.write(inner, 3, row -> label(row, label));
    }
  }

  private void label(CodedOutputStream row, Label label) throws IOException {
    row.writeInt64(1, strings.place(label.key()));
    switch (label) {
      case Label.Text text -> row.writeInt64(2, strings.place(text.text()));
      case Label.Amount amount -> {
        row.writeInt64(3, amount.number());
        row.writeInt64(4, strings.place(amount.unit()));
      }
    }
  }

  private void code(Code code) throws IOException {
    for (Mapping mapping : code.mappings()) {
      WrittenMessage.write(out, 3, inner -> mapping(inner, mapping));
    }
    for (Location location : code.locations()) {
      WrittenMessage.write(out, 4, inner -> location(inner, code, location));
    }
    for (Function function : code.functions()) {
      WrittenMessage.write(out, 5, inner -> function(inner, function));
    }
  }

  private void mapping(CodedOutputStream inner, Mapping mapping) throws IOException {
    inner.writeUInt64(1, mapping.id());
    inner.writeUInt64(2, mapping.start());
    inner.writeUInt64(3, mapping.limit());
    inner.writeUInt64(4, mapping.offset());
    inner.writeInt64(5, strings.place(mapping.file()));
    inner.writeInt64(6, strings.place(mapping.buildId()));
    for (int flag = 0; flag < Symbols.RESOLVED.size(); flag++) {
      if (mapping.known().contains(Symbols.RESOLVED.get(flag))) {
        inner.writeBool(7 + flag, true);
      }
    }
  }

  private static void location(CodedOutputStream inner, Code code, Location location)
      throws IOException {
    inner.writeUInt64(1, location.id());
    if (location.mapping() != Profile.NONE) {
      inner.writeUInt64(2, code.mappings().get(location.mapping()).id());
    }
    inner.writeUInt64(3, location.address());
    for (Location.Call call : location.calls()) {
      WrittenMessage.write(
          inner,
          4,
          line -> {
            line.writeUInt64(1, code.functions().get(call.function()).id());
            line.writeInt64(2, call.line());
            line.writeInt64(3, call.column());
          });
    }
    inner.writeBool(5, location.folded());
  }

  private void function(CodedOutputStream inner, Function function) throws IOException {
    inner.writeUInt64(1, function.id());
    inner.writeInt64(2, strings.place(function.name()));
    inner.writeInt64(3, strings.place(function.systemName()));
    inner.writeInt64(4, strings.place(function.file()));
    inner.writeInt64(5, function.startLine());
  }

  private void circumstances(Spelling spelling) throws IOException {
    Origin origin = profile.origin();
    out.writeInt64(7, strings.place(origin.dropFrames()));
    out.writeInt64(8, strings.place(origin.keepFrames()));
    out.writeInt64(9, origin.timeNanos());
    out.writeInt64(10, profile.recording().durationNanos().orElse(0));
    written(11, spelling.periodType());
    out.writeInt64(12, spelling.period());
    for (String comment : origin.comments()) {
      out.writeInt64(13, strings.place(comment));
    }
    out.writeInt64(14, strings.place(spelling.defaultType()));
    out.writeInt64(15, strings.place(origin.documentation()));
  }

  /// The string table of what is written.
  private static final class Strings {

    private final Map<String, Integer> places = new LinkedHashMap<>();

    Strings() {
      place("");
    }

    int place(String text) {
      int next = places.size();
      return places.computeIfAbsent(text, _ -> next);
    }

    void write(CodedOutputStream out) throws IOException {
      for (String text : places.keySet()) {
        out.writeString(6, text);
      }
    }
  }
}
