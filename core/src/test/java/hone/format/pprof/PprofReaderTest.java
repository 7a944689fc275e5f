package hone.format.pprof;

import static hone.format.Protobuf.field;
import static hone.format.Protobuf.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.Shared;
import hone.format.ProfileReader;
import hone.format.Protobuf.Body;
import hone.format.ReaderLaws;
import hone.format.Readers;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PprofReaderTest implements ReaderLaws {

  @Override
  public ProfileReader reader() {
    return new PprofReader(Limits.defaults());
  }

  @Override
  public byte[] sample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PprofWriter.write(small(), out);
    return out.toByteArray();
  }

  private static Profile small() {
    ProfileBuilder builder =
        new ProfileBuilder(
            List.of(new ValueType("samples", Unit.COUNT), new ValueType("cpu", Unit.NANOSECONDS)));
    int main = builder.stack(builder.frame(new Frame("main.main", "/srv/shop/main.go", 7)), -1);
    int sort = builder.stack(builder.frame(new Frame("sort.Sort", "sort.go", 0)), main);
    int recursion = builder.stack(builder.frame(new Frame("sort.Sort", "sort.go", 30)), sort);
    builder.sample(main, 1, 10_000_000);
    builder.sample(recursion, 3, 30_000_000);
    builder.sample(Profile.NONE, 1, 10_000_000);
    Recording recording = Recording.of("pprof").lasting(50_000_000).sampledEvery(10_000_000);
    return builder.build(recording, 1);
  }

  @Test
  void writingWhatWasReadGivesTheSameProfileBack() throws IOException {
    Profile back = read(sample());

    assertThat(Stacks.of(back)).isEqualTo(Stacks.of(small()));
    assertThat(back.types()).isEqualTo(small().types());
    assertThat(back.recording()).isEqualTo(small().recording());
    assertThat(back.defaultType()).isEqualTo(1);
  }

  static Stream<Path> profiles() throws IOException {
    return Shared.inputs("pprof-proto").stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void everyProfileOfTheCorpusSurvivesWritingAndReading(Path file) throws IOException {
    Profile profile = Readers.formats().read(Source.of(file), _ -> {});
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    PprofWriter.write(profile, out);

    Profile back = read(out.toByteArray());
    assertThat(Stacks.of(back)).isEqualTo(Stacks.of(profile));
    assertThat(back.defaultType()).isEqualTo(profile.defaultType());
  }

  @Test
  void expandsInlinedCallsOutermostFirst() throws IOException {
    Profile profile =
        read(
            document(out -> {
              field(out, 4, location(5, 0, 1, 2));
              field(out, 5, function(1, 3));
              field(out, 5, function(2, 4));
            }));

    // A line list names the innermost call first: function 1 is inlined into function 2.
    assertThat(Stacks.of(profile)).containsExactly("outer(:2);inner(:1) 4000000");
  }

  @Test
  void bringsTimesAndSizesToBaseUnits() throws IOException {
    Profile profile =
        read(
            document(out -> {
              field(out, 4, location(5, 0));
            }));

    assertThat(profile.types()).containsExactly(new ValueType("cpu", Unit.NANOSECONDS));
    assertThat(profile.total(0)).isEqualTo(4_000_000);
  }

  @Test
  void namesALocationWithoutASymbolByItsMapping() throws IOException {
    Profile profile =
        read(
            document(out -> {
              field(
                  out,
                  3,
                  inner -> {
                    inner.writeUInt64(1, 9);
                    inner.writeInt64(5, 5);
                  });
              field(out, 4, location(5, 9));
            }));

    assertThat(Stacks.of(profile)).containsExactly("[libc.so.6] 4000000");
  }

  /// Oracle: `go tool pprof -top` of go 1.26.8, which shows both frames of the same profile.
  @Test
  void framesToDropThatCannotBeReadAreTold() throws IOException {
    Profile profile =
        read(
            document(out -> {
              out.writeInt64(7, 6);
              field(out, 4, location(5, 0, 1, 2));
              field(out, 5, function(1, 3));
              field(out, 5, function(2, 4));
            }));

    assertThat(Stacks.of(profile)).containsExactly("outer(:2);inner(:1) 4000000");
    assertThat(profile.recording().warnings())
        .containsExactly(
            "no frames are left out of those the profile declares:"
                + " regular expression has nothing before *: '(*'");
  }

  @Test
  void refusesALocationThatNobodyDefinesAndSaysWhere() {
    assertRefused(_ -> {}, "no location has the id 5");
  }

  @Test
  void refusesAFunctionThatNobodyDefines() {
    assertRefused(out -> field(out, 4, location(5, 0, 1)), "no function has the id 1");
  }

  @Test
  void refusesTwoLocationsOfOneId() {
    assertRefused(
        out -> {
          field(out, 4, location(5, 0));
          field(out, 4, location(5, 0));
        },
        "two locations have the id 5");
  }

  @Test
  void refusesAStringOutsideTheTable() {
    assertRefused(
        out -> {
          field(out, 4, location(5, 0, 1));
          field(out, 5, function(1, 99));
        },
        "string 99 is not one of the 7 of the table");
  }

  @Test
  void refusesAnIdOfNothing() {
    assertRefused(out -> field(out, 4, location(0, 0)), "location id is 0");
  }

  @Test
  void refusesAValueThatDoesNotFitItsBaseUnit() {
    assertRefused(
        out -> {
          field(out, 4, location(5, 0));
          field(out, 2, sample(5, Long.MAX_VALUE));
        },
        "does not fit 64 bits");
  }

  @Test
  void refusesValuesThatSumToMoreThanALongHolds() {
    assertRefused(
        out -> {
          field(out, 4, location(5, 0));
          field(out, 2, sample(5, Long.MAX_VALUE / 1_500_000));
          field(out, 2, sample(5, Long.MAX_VALUE / 1_500_000));
        },
        "values sum to more than 64 bits hold");
  }

  /// A profile with a number of its own on each of 12.5 million samples is 1.1 GB, and no attack.
  @Test
  void takesAsManyLabelsAsEntriesOfAnyTable() throws IOException {
    Body labelled =
        out -> {
          field(out, 4, location(5, 0));
          field(out, 2, labelled(20));
        };
    Limits limits = new Limits(1 << 20, 250, 100, 20);

    Profile profile =
        new PprofReader(limits).read(Source.of("sample", document(labelled)), _ -> {});

    assertThat(profile.labelCount()).isEqualTo(20);
  }

  /// Oracle: `go tool pprof -raw` of go 1.26.8, which shows no label of such a sample.
  @Test
  void aLabelWithoutAValueIsNone() throws IOException {
    Profile profile =
        read(
            document(out -> {
              field(out, 4, location(5, 0));
              field(
                  out,
                  2,
                  inner -> {
                    sample(5, 1).write(inner);
                    field(inner, 3, pair -> pair.writeInt64(1, 1));
                  });
            }));

    assertThat(profile.labelCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bomb_strings.pb.gz",
        "cyc.pb.gz",
        "evil.pb.gz",
        "neg.pb.gz",
        "trunc.pb.gz",
        "bomb_2g.gz"
      })
  void hostileFilesAreReadOrRefusedByName(String name) throws IOException {
    Path file = Shared.path("fixtures/hostile/" + name);
    try {
      Profile profile = Readers.formats().read(Source.of(name, file), _ -> {});
      assertThat(profile.sampleCount()).isNotNegative();
    } catch (FormatException refused) {
      assertThat(refused).hasMessageStartingWith(name + ": ");
    }
  }

  private static void assertRefused(Body more, String message) {
    assertThatThrownBy(() -> read(document(more)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("sample: ")
        .hasMessageContaining(message);
  }

  private static Profile read(byte[] bytes) throws IOException {
    return new PprofReader(Limits.defaults()).read(Source.of("sample", bytes), _ -> {});
  }

  /// One sample of 4 ms at location 5, and whatever a test adds.
  private static byte[] document(Body more) throws IOException {
    return message(out -> {
      field(
          out,
          1,
          inner -> {
            inner.writeInt64(1, 1);
            inner.writeInt64(2, 2);
          });
      field(out, 2, sample(5, 4));
      more.write(out);
      for (String string :
          List.of("", "cpu", "milliseconds", "inner", "outer", "/lib/libc.so.6", "(*")) {
        out.writeByteArray(6, string.getBytes(StandardCharsets.UTF_8));
      }
    });
  }

  private static Body sample(long location, long value) {
    return inner -> {
      inner.writeUInt64(1, location);
      inner.writeInt64(2, value);
    };
  }

  /// A location whose calls are of these functions, each on the line of its own id.
  private static Body labelled(int labels) {
    return inner -> {
      sample(5, 1).write(inner);
      for (int label = 0; label < labels; label++) {
        long number = label + 1L;
        field(
            inner,
            3,
            pair -> {
              pair.writeInt64(1, 1);
              pair.writeInt64(3, number);
            });
      }
    };
  }

  private static Body location(long id, long mapping, long... functions) {
    return inner -> {
      inner.writeUInt64(1, id);
      inner.writeUInt64(2, mapping);
      for (long function : functions) {
        field(
            inner,
            4,
            line -> {
              line.writeUInt64(1, function);
              line.writeInt64(2, function);
            });
      }
    };
  }

  private static Body function(long id, long name) {
    return inner -> {
      inner.writeUInt64(1, id);
      inner.writeInt64(2, name);
    };
  }
}
