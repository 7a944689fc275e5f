package hone.format.speedscope;

import hone.format.WrittenStack;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes one value type of a profile as speedscope JSON, a sampled profile.
public final class SpeedscopeWriter {

  private SpeedscopeWriter() {}

  /// Writes the samples whose value is above zero; `out` stays open.
  ///
  /// @param type place of a value type of the profile
  public static void write(Profile profile, int type, OutputStream out) throws IOException {
    JsonGenerator json =
        JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(out);
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://www.speedscope.app/file-format-schema.json");
    json.writeStringProperty("exporter", "hone");
    frames(profile, json);
    json.writeArrayPropertyStart("profiles");
    profile(profile, type, json, out);
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private static void frames(Profile profile, JsonGenerator json) {
    json.writeObjectPropertyStart("shared");
    json.writeArrayPropertyStart("frames");
    for (Frame frame : profile.frames()) {
      json.writeStartObject();
      json.writeStringProperty("name", frame.function());
      if (!frame.file().isEmpty()) {
        json.writeStringProperty("file", frame.file());
      }
      if (frame.line() > 0) {
        json.writeNumberProperty("line", frame.line());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void profile(Profile profile, int type, JsonGenerator json, OutputStream out)
      throws IOException {
    ValueType written = profile.types().get(type);
    json.writeStartObject();
    json.writeStringProperty("type", "sampled");
    json.writeStringProperty("name", written.name());
    json.writeStringProperty("unit", unit(written.unit()));
    json.writeNumberProperty("startValue", 0);
    json.flush();
    long end = samples(profile, type, out);
    json.writeArrayPropertyStart("weights");
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      if (profile.value(type, sample) > 0) {
        json.writeNumber(profile.value(type, sample));
      }
    }
    json.writeEndArray();
    json.writeNumberProperty("endValue", end);
    json.writeEndObject();
  }

  /// Stacks go past the generator: they are the bulk, and most of each is there already.
  ///
  /// @return the sum of the values
  private static long samples(Profile profile, int type, OutputStream out) throws IOException {
    WrittenStack stack =
        new WrittenStack(profile, WrittenStack.Order.OUTERMOST_FIRST, SpeedscopeWriter::element);
    out.write(ascii(",\"samples\":["));
    String separator = "[";
    long end = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long value = profile.value(type, sample);
      if (value > 0) {
        end += value;
        stack.lead(profile.sampleStack(sample));
        out.write(ascii(separator));
        stack.write(Math.max(stack.length() - 1, 0), out::write);
        separator = "],[";
      }
    }
    out.write(ascii(end > 0 ? "]]" : "]"));
    return end;
  }

  private static byte[] element(int frame) {
    return ascii(frame + ",");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String unit(Unit unit) {
    return unit.equals(Unit.NANOSECONDS) || unit.equals(Unit.BYTES) ? unit.name() : "none";
  }
}
