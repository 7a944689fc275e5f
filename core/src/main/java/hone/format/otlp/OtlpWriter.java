package hone.format.otlp;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import hone.format.OversizeException;
import hone.format.WrittenMessage;
import hone.format.WrittenStack;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a profile as one OpenTelemetry message in the layout of protocol 1.10 and later.
///
/// OpenTelemetry has one value type in a profile, so each column is a profile of its own, the
/// default one last; zeros are left out where there are several. Labels, addresses and comments are not
/// written; counts of lost samples and warnings have no field.
public final class OtlpWriter {

  /// A function as the format tells them apart.
  private record Function(String name, String file) implements Comparable<Function> {

    private static final Comparator<Function> ORDER =
        Comparator.comparing(Function::name).thenComparing(Function::file);

    /// For the reason that [Frame#compareTo] gives.
    @Override
    public int compareTo(Function other) {
      return ORDER.compare(this, other);
    }
  }

  /// Of the size of any message of protocol buffers.
  private static final int LONGEST_MESSAGE = Integer.MAX_VALUE;

  private final Profile profile;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<Function, Integer> functions = new LinkedHashMap<>();
  private final Map<Integer, Integer> stacks = new LinkedHashMap<>();

  private OtlpWriter(Profile profile) {
    this.profile = profile;
    string("");
  }

  /// Writes the whole profile; `out` stays open.
  public static void write(Profile profile, OutputStream out) throws IOException {
    OtlpWriter writer = new OtlpWriter(profile);
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    coded.writeByteArray(1, WrittenMessage.bytes(writer::resource));
    writer.dictionary(coded);
    coded.flush();
  }

  private void resource(CodedOutputStream out) throws IOException {
    WrittenMessage.write(
        out,
        2,
        scope -> {
          for (int type = 0; type < profile.types().size(); type++) {
            if (type != profile.defaultType()) {
              column(scope, type);
            }
          }
          column(scope, profile.defaultType());
        });
  }

  private void column(CodedOutputStream scope, int type) throws IOException {
    WrittenMessage.write(
        scope,
        2,
        out -> {
          pair(out, 1, profile.types().get(type).name(), profile.types().get(type).unit().name());
          boolean alone = profile.types().size() == 1;
          for (int sample = 0; sample < profile.sampleCount(); sample++) {
            long value = profile.value(type, sample);
            if (value != 0 || alone) {
              int stack = stack(profile.sampleStack(sample));
              WrittenMessage.write(out, 2, each -> sample(each, stack, value));
            }
          }
          circumstances(out, profile.types().get(type).name());
        });
  }

  private static void sample(CodedOutputStream out, int stack, long value) throws IOException {
    out.writeInt32(1, stack);
    WrittenMessage.write(out, 4, packed -> packed.writeInt64NoTag(value));
  }

  private void circumstances(CodedOutputStream out, String type) throws IOException {
    Recording recording = profile.recording();
    if (profile.origin().timeNanos() > 0) {
      out.writeFixed64(3, profile.origin().timeNanos());
    }
    if (recording.durationNanos().isPresent()) {
      out.writeUInt64(4, recording.durationNanos().getAsLong());
    }
    if (recording.periodNanos().isPresent()) {
      pair(out, 5, type, "nanoseconds");
      out.writeInt64(6, recording.periodNanos().getAsLong());
    }
  }

  private void pair(CodedOutputStream out, int field, String name, String unit) throws IOException {
    WrittenMessage.write(
        out,
        field,
        inner -> {
          inner.writeInt32(1, string(name));
          inner.writeInt32(2, string(unit));
        });
  }

  /// The tables, each after its row 0, which stands for nothing. Of stacks, the bulk by far, only
  /// one is held at a time.
  private void dictionary(CodedOutputStream out) throws IOException {
    byte[] tables = WrittenMessage.bytes(this::tables);
    byte[] texts = WrittenMessage.bytes(this::texts);
    WrittenStack stack =
        new WrittenStack(
            profile, WrittenStack.Order.LEAF_FIRST, frame -> WrittenMessage.number(frame + 1L));
    out.writeTag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt32NoTag(dictionaryLength(tables, texts, stack));
    out.writeRawBytes(tables);
    for (int leaf : stacks.keySet()) {
      stack.lead(leaf);
      row(out, stack);
    }
    out.writeRawBytes(texts);
  }

  private int dictionaryLength(byte[] tables, byte[] texts, WrittenStack stack)
      throws OversizeException {
    long length = (long) tables.length + texts.length;
    for (int leaf : stacks.keySet()) {
      stack.lead(leaf);
      length += WrittenMessage.fieldLength(7, WrittenMessage.fieldLength(1, stack.length()));
    }
    if (length > LONGEST_MESSAGE) {
      throw new OversizeException(
          "as OpenTelemetry it would be more than the " + LONGEST_MESSAGE + " bytes of a message");
    }
    return (int) length;
  }

  private static void row(CodedOutputStream out, WrittenStack stack) throws IOException {
    int length = stack.length();
    out.writeTag(7, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt32NoTag(WrittenMessage.fieldLength(1, length));
    out.writeTag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt32NoTag(length);
    stack.write(length, out::write);
  }

  private void tables(CodedOutputStream out) throws IOException {
    WrittenMessage.write(out, 1, _ -> {});
    WrittenMessage.write(out, 2, _ -> {});
    for (Frame frame : profile.frames()) {
      int function = function(new Function(frame.function(), frame.file()));
      WrittenMessage.write(
          out,
          2,
          location ->
              WrittenMessage.write(location, 3, line -> line(line, function, frame.line())));
    }
    WrittenMessage.write(out, 3, _ -> {});
    for (Function function : functions.keySet()) {
      WrittenMessage.write(out, 3, row -> function(row, function));
    }
    WrittenMessage.write(out, 4, _ -> {});
    WrittenMessage.write(out, 6, _ -> {});
    WrittenMessage.write(out, 7, _ -> {});
  }

  private void texts(CodedOutputStream out) throws IOException {
    for (String string : strings.keySet()) {
      out.writeString(5, string);
    }
  }

  private static void line(CodedOutputStream out, int function, int line) throws IOException {
    out.writeInt32(1, function);
    if (line > 0) {
      out.writeInt64(2, line);
    }
  }

  private void function(CodedOutputStream out, Function function) throws IOException {
    out.writeInt32(1, string(function.name));
    if (!function.file.isEmpty()) {
      out.writeInt32(3, string(function.file));
    }
  }

  private int stack(int stack) {
    return stack == Profile.NONE ? 0 : number(stacks, stack) + 1;
  }

  private int function(Function function) {
    return number(functions, function) + 1;
  }

  private int string(String text) {
    return number(strings, text);
  }

  private static <T> int number(Map<T, Integer> numbers, T row) {
    int next = numbers.size();
    return numbers.computeIfAbsent(row, _ -> next);
  }
}
