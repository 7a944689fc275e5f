package hone.format;

import static hone.format.Protobuf.field;
import static hone.format.Protobuf.message;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reads profiles that name a hundred thousand value types in a megabyte, of each of which every
/// sample has a number: they need gigabytes.
class ManyValueTypesTest {

  private static final int COUNT = 100_000;

  @Test
  void areRefusedInPprof() throws IOException {
    byte[] profile =
        message(out -> {
          for (int type = 0; type < COUNT; type++) {
            field(
                out,
                1,
                each -> {
                  each.writeInt64(1, 1);
                  each.writeInt64(2, 2);
                });
          }
          for (String text : new String[] {"", "samples", "count"}) {
            out.writeString(6, text);
          }
        });

    assertRefused(profile);
  }

  @Test
  void areRefusedInOpenTelemetry() throws IOException {
    byte[] profile =
        message(out -> {
          field(
              out,
              1,
              resource ->
                  field(
                      resource,
                      2,
                      scope -> {
                        for (int type = 0; type < COUNT; type++) {
                          int name = type + 1;
                          field(scope, 2, each -> field(each, 1, pair -> pair.writeInt32(1, name)));
                        }
                      }));
          field(
              out,
              2,
              dictionary -> {
                field(dictionary, 7, _ -> {});
                for (int text = 0; text <= COUNT; text++) {
                  dictionary.writeString(5, text == 0 ? "" : "t" + text);
                }
              });
        });

    assertRefused(profile);
  }

  @Test
  void areRefusedInSpeedscope() {
    String threads =
        IntStream.range(0, COUNT)
            .mapToObj(type ->
                "{\"type\":\"sampled\",\"unit\":\"u%d\",\"samples\":[[0]],\"weights\":[1]}"
                    .formatted(type))
            .collect(Collectors.joining(","));
    String profile =
        "{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\","
            + "\"shared\":{\"frames\":[{\"name\":\"main\"}]},\"profiles\":["
            + threads
            + "]}";

    assertRefused(profile.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(byte[] profile) {
    assertThatThrownBy(() -> Readers.formats().read(Source.of("sample", profile), _ -> {}))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: more than 100 value types");
  }
}
