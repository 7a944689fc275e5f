package hone.format.otlp;

import static hone.format.Protobuf.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import hone.Shared;
import hone.format.ProfileReader;
import hone.format.Protobuf;
import hone.format.ReaderLaws;
import hone.format.Readers;
import hone.format.Stacks;
import hone.input.Diagnostic;
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
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OtlpReaderTest implements ReaderLaws {

  /// Which fields hold values, attributes and link.
  private record Numbers(int values, int attributes, int link) {}

  private static final Numbers CURRENT = new Numbers(4, 2, 3);
  private static final Numbers OLDER = new Numbers(2, 3, 4);

  @Override
  public ProfileReader reader() {
    return new OtlpReader(Limits.defaults());
  }

  @Override
  public byte[] sample() throws IOException {
    return message(CURRENT);
  }

  private static final List<String> EXPECTED =
      List.of(
          "main(main.go:7);work(work.go:12);[libc.so.6] 3",
          "main(main.go:7) 2",
          "main(main.go:7) 9");

  @Test
  void readsBothLayoutsOfTheSameProfileAlike() throws IOException {
    assertThat(Stacks.of(read(message(CURRENT)))).isEqualTo(EXPECTED);
    assertThat(Stacks.of(read(message(OLDER)))).isEqualTo(EXPECTED);
  }

  @Test
  void readsMessagesWithTheirLengthsBeforeThem() throws IOException {
    byte[] one = message(OLDER);
    byte[] other = message(CURRENT);
    byte[] framed =
        ByteBuffer.allocate(8 + one.length + other.length)
            .putInt(one.length)
            .put(one)
            .putInt(other.length)
            .put(other)
            .array();
    Profile profile = Readers.formats().read(Source.of("sample", framed), _ -> {});

    assertThat(profile.total(0)).isEqualTo(28);
    assertThat(profile.sampleCount()).isEqualTo(6);
    assertThat(profile.recording().warnings())
        .containsExactly("profiles of 2 resources are added up");
  }

  @Test
  void keepsDurationAndPeriod() throws IOException {
    Recording recording = read(message(CURRENT)).recording();

    assertThat(recording.durationNanos()).hasValue(5_000_000_000L);
    assertThat(recording.periodNanos()).hasValue(10_000_000);
  }

  @Test
  void aSampleOfNoStackIsPassedOverAndCountsAsDropped() throws IOException {
    List<Diagnostic> passedOver = new ArrayList<>();
    byte[] bytes =
        Protobuf.message(out -> {
          profiles(
              out,
              List.of(sample(CURRENT, 99, List.of(1L), 0), sample(CURRENT, 1, List.of(4L), 0)));
          field(out, 2, OtlpReaderTest::dictionary);
        });
    Profile profile = reader().read(Source.of("sample", bytes), passedOver::add);

    assertThat(profile.total(0)).isEqualTo(4);
    assertThat(profile.recording().droppedCount()).isEqualTo(1);
    assertThat(passedOver)
        .extracting(Diagnostic::message)
        .containsExactly("sample: 99 is not one of the 3 stacks");
  }

  @Test
  void refusesAMessageOfBothLayouts() throws IOException {
    byte[] bytes =
        Protobuf.message(out -> {
          profiles(
              out, List.of(sample(CURRENT, 1, List.of(5L), 0), sample(OLDER, 1, List.of(7L), 0)));
          field(out, 2, OtlpReaderTest::dictionary);
        });
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(FormatException.class)
        .hasMessage("sample: some samples are of protocol 1.9 or before, some of 1.10 or later");
  }

  @Test
  void refusesWhatHasNoTableOfStacksNamingTheProtocol() throws IOException {
    byte[] bytes =
        Protobuf.message(out -> profiles(out, List.of(sample(OLDER, 1, List.of(5L), 0))));

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("protocol 1.7 or before");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    ProfileBuilder builder =
        new ProfileBuilder(
            List.of(
                new ValueType("samples", Unit.COUNT),
                new ValueType("cpu", Unit.NANOSECONDS),
                new ValueType("alloc_space", Unit.BYTES)));
    int root = builder.stack(builder.frame(new Frame("main", "main.go", 3)), Profile.NONE);
    int leaf = builder.stack(builder.frame(Frame.named("work")), root);
    int other = builder.stack(builder.frame(new Frame("main", "main.go", 9)), leaf);
    builder.sample(leaf, 1, 10_000_000, 0);
    builder.sample(other, 2, -5, Long.MAX_VALUE / 2);
    builder.sample(Profile.NONE, 1, 0, 7);
    Profile profile = builder.build(Recording.of("pprof").lasting(7).sampledEvery(10_000_000), 1);

    Profile again = read(written(profile));

    assertThat(sums(again)).isEqualTo(sums(profile));
    assertThat(again.types().get(again.defaultType()).name()).isEqualTo("cpu");
    assertThat(again.recording().durationNanos()).hasValue(7);
    assertThat(again.recording().periodNanos()).hasValue(10_000_000);
  }

  @Test
  void everyRecordingOfTheCorpusIsWrittenAndReadAgain() throws IOException {
    for (Path file : Shared.inputs("otlp")) {
      Profile profile = reader().read(Source.of(file), _ -> {});
      assertThat(sums(read(written(profile)))).as(file.toString()).isEqualTo(sums(profile));
    }
  }

  @Test
  void whatWasReadInEitherLayoutIsWrittenAlike() throws IOException {
    byte[] current = written(read(message(CURRENT)));

    assertThat(written(read(message(OLDER)))).isEqualTo(current);
    assertThat(Stacks.of(read(current))).isEqualTo(EXPECTED);
  }

  // Oracle: jfrconv 4.5 wrote both the file and expect/apconv.collapsed from one recording; that
  // marks each frame with the kind of its code, _[j], which is no part of the name in OTLP.
  @Test
  void agreesWithTheCollapsedStacksOfTheSameRecording() throws IOException {
    Path file = Shared.path("fixtures/profiles/otlp/015152aa/in/apconv.otlp");
    Profile profile = reader().read(Source.of(file), _ -> {});
    Path oracle = Shared.path("fixtures/profiles/otlp/015152aa/expect/apconv.collapsed");
    Profile expected = Readers.formats().read(Source.of(oracle), _ -> {});

    assertThat(profile.total(0)).isEqualTo(expected.total(0));
    assertThat(profile.recording().droppedCount()).isZero();
  }

  @Test
  void tellsEachTimeOfASampleWhereTimesAreAskedFor() throws IOException {
    Profile plain = read(sample());
    Profile timed = reader().readTimed(Source.of("sample", sample()), _ -> {});

    assertThat(plain.timeCount()).isZero();
    assertThat(timed.timeCount()).isPositive();
    assertThat(timed.sampleCount()).isGreaterThan(plain.sampleCount());
    assertThat(
            IntStream.range(0, timed.sampleCount())
                .mapToObj(timed::sampleTime)
                .flatMapToLong(OptionalLong::stream)
                .distinct())
        .startsWith(0L, 1L);
  }

  // The eBPF profiler gives its samples times and no values: python's count of them, 8 bytes each,
  // over both messages of the file.
  @Test
  void weighsASampleWithoutValuesByItsTimes() throws IOException {
    Path file = Shared.path("fixtures/profiles/otlp/24ad0e1e/in/k8s.otlp");
    Profile profile = reader().read(Source.of(file), _ -> {});

    assertThat(profile.sampleCount()).isEqualTo(165);
    assertThat(profile.recording().droppedCount()).isZero();
    assertThat(profile.recording().periodNanos()).hasValue(50_000_000);
  }

  private static Map<String, Long> sums(Profile profile) {
    Map<String, Long> sums = new TreeMap<>();
    List<String> stacks = Stacks.of(profile);
    for (int sample = 0; sample < stacks.size(); sample++) {
      String line = stacks.get(sample);
      String stack = line.split(" -?\\d", 2)[0];
      for (int type = 0; type < profile.types().size(); type++) {
        String key = profile.types().get(type).name() + " " + stack;
        sums.merge(key, profile.value(type, sample), Long::sum);
      }
    }
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private static byte[] written(Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OtlpWriter.write(profile, out);
    return out.toByteArray();
  }

  private Profile read(byte[] bytes) throws IOException {
    return reader().read(Source.of("sample", bytes), _ -> {});
  }

  private static byte[] message(Numbers numbers) throws IOException {
    return Protobuf.message(out -> {
      profiles(
          out,
          List.of(
              sample(numbers, 2, List.of(1L, 2L), 2),
              sample(numbers, 1, List.of(), 2),
              sample(numbers, 1, List.of(9L), 0)));
      field(out, 2, OtlpReaderTest::dictionary);
    });
  }

  private static void profiles(CodedOutputStream out, List<byte[]> samples) throws IOException {
    field(
        out,
        1,
        resource -> {
          field(
              resource,
              1,
              attributes -> field(attributes, 1, pair -> pair.writeString(1, "host.name")));
          field(
              resource,
              2,
              scope ->
                  field(
                      scope,
                      2,
                      profile -> {
                        field(profile, 1, type -> pair(type, 1, 2));
                        for (byte[] sample : samples) {
                          profile.writeByteArray(2, sample);
                        }
                        profile.writeFixed64(3, 1_700_000_000_000_000_000L);
                        profile.writeUInt64(4, 5_000_000_000L);
                        field(profile, 5, type -> pair(type, 1, 3));
                        profile.writeInt64(6, 10_000_000);
                      }));
        });
  }

  private static byte[] sample(Numbers numbers, int stack, List<Long> values, int times)
      throws IOException {
    return Protobuf.message(out -> {
      out.writeInt32(1, stack);
      if (!values.isEmpty()) {
        field(
            out,
            numbers.values,
            packed -> {
              for (long value : values) {
                packed.writeInt64NoTag(value);
              }
            });
      }
      field(out, numbers.attributes, packed -> packed.writeInt32NoTag(1));
      out.writeInt32(numbers.link, 0);
      field(
          out,
          5,
          packed -> {
            for (int time = 0; time < times; time++) {
              packed.writeFixed64NoTag(1_700_000_000_000_000_000L + time);
            }
          });
    });
  }

  private static void dictionary(CodedOutputStream out) throws IOException {
    field(out, 1, _ -> {});
    field(out, 1, mapping -> mapping.writeInt32(4, 8));
    field(out, 2, _ -> {});
    field(out, 2, location -> field(location, 3, line -> pair(line, 1, 7)));
    field(
        out,
        2,
        location -> {
          field(location, 3, line -> pair(line, 2, 12));
        });
    field(out, 2, location -> location.writeInt32(1, 1));
    field(out, 3, _ -> {});
    field(out, 3, function -> function(function, 4, 5));
    field(out, 3, function -> function(function, 6, 7));
    field(out, 4, _ -> {});
    for (String string :
        List.of(
            "",
            "samples",
            "count",
            "nanoseconds",
            "main",
            "main.go",
            "work",
            "work.go",
            "/lib/libc.so.6")) {
      out.writeString(5, string);
    }
    field(out, 6, _ -> {});
    field(out, 6, attribute -> attribute.writeInt32(1, 1));
    field(out, 7, _ -> {});
    field(out, 7, stack -> field(stack, 1, packed -> packed.writeInt32NoTag(1)));
    field(
        out,
        7,
        stack -> {
          field(
              stack,
              1,
              packed -> {
                packed.writeInt32NoTag(3);
                packed.writeInt32NoTag(2);
                packed.writeInt32NoTag(1);
              });
        });
  }

  private static void function(CodedOutputStream out, int name, int file) throws IOException {
    out.writeInt32(1, name);
    out.writeInt32(3, file);
  }

  private static void pair(CodedOutputStream out, int first, int second) throws IOException {
    out.writeInt32(1, first);
    out.writeInt32(2, second);
  }
}
