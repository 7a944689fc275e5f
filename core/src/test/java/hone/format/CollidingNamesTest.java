package hone.format;

import static org.assertj.core.api.Assertions.assertThat;

import hone.CollidingNames;
import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.analysis.Order;
import hone.contrast.Contrast;
import hone.contrast.Measure;
import hone.contrast.Member;
import hone.contrast.Settings;
import hone.format.collapsed.CollapsedReader;
import hone.format.cpuprofile.CpuprofileReader;
import hone.format.otlp.OtlpReader;
import hone.format.otlp.OtlpWriter;
import hone.format.pprof.PprofReader;
import hone.format.pprof.PprofWriter;
import hone.input.ByteNames;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Label;
import hone.profile.Merge;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.StackTable;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads and adds up profiles with [CollidingNames].
///
/// Each of these takes seconds; where a table looks through all it has for each name, it takes hours.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CollidingNamesTest {

  private static final int COUNT = 1 << 17;

  private static final List<String> NAMES = CollidingNames.of(17);

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void ofFunctionsInCollapsedStacks(Granularity granularity) throws IOException {
    String text = NAMES.stream().map(name -> "main;" + name + " 1\n").collect(Collectors.joining());

    Profile profile = new CollapsedReader(Limits.defaults()).read(source(text), _ -> {});

    assertThat(profile.frames()).hasSize(COUNT + 1);
    assertThat(Hotspots.of(profile, 0, granularity)).isNotEmpty();
  }

  @Test
  void ofFunctionsInACpuprofile() throws IOException {
    String nodes =
        IntStream.range(0, COUNT)
            .mapToObj(number ->
                "{\"id\": "
                    + (number + 1)
                    + ", \"hitCount\": 1, \"callFrame\": {\"functionName\": \""
                    + NAMES.get(number)
                    + "\", \"url\": \"a.js\"}}")
            .collect(Collectors.joining(","));
    String text = "{\"startTime\": 0, \"endTime\": 9, \"nodes\": [" + nodes + "]}";

    Profile profile = new CpuprofileReader(Limits.defaults()).read(source(text), _ -> {});

    assertThat(profile.total(0)).isEqualTo(COUNT);
  }

  @Test
  void ofFunctionsAndLabelsInPprofThatIsAddedToItself() throws IOException {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    for (String name : NAMES) {
      int frame = builder.frame(new Frame(name, name, 1));
      builder.sample(builder.stack(frame, Profile.NONE), 1);
      builder.label(new Label.Text("route", name));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PprofWriter.write(builder.build(Recording.of("pprof"), 0), out);

    Profile profile =
        new PprofReader(Limits.defaults()).read(Source.of("sample", out.toByteArray()), _ -> {});
    Profile twice = Merge.of(List.of(profile, profile));

    assertThat(twice.sampleCount()).isEqualTo(COUNT);
    assertThat(twice.total(0)).isEqualTo(2L * COUNT);
    assertThat(Hotspots.of(twice, 0, Granularity.LINES)).hasSize(COUNT);
  }

  @Test
  void ofFunctionsInAProfileThatIsWrittenAsOpenTelemetry() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OtlpWriter.write(ofFunctions("a"), out);

    Profile profile =
        new OtlpReader(Limits.defaults()).read(Source.of("sample", out.toByteArray()), _ -> {});

    assertThat(profile.frames()).hasSize(COUNT);
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void ofFunctionsThatStandInAnotherFileOnTheOtherSide(Granularity granularity) {
    Contrast contrast =
        Contrast.of(
            List.of(Member.of("base", ofFunctions("a"), 0)),
            List.of(Member.of("other", ofFunctions("b"), 0)),
            Settings.defaults(Measure.VALUE).with(granularity, Order.FLAT));

    assertThat(contrast.rows()).isNotEmpty();
  }

  private static Profile ofFunctions(String file) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    for (String name : NAMES) {
      int frame = builder.frame(new Frame(name, file, 1));
      builder.sample(builder.stack(frame, Profile.NONE), 1);
    }
    return builder.build(Recording.of("sample"), 0);
  }

  /// What a fixed function of numbers would send to few places.
  @ParameterizedTest
  @ValueSource(ints = {0, 8, 16, 24, 32, 40})
  void ofBytesThatDifferInOnePlace(int shift) {
    ByteNames names = new ByteNames();
    for (int round = 0; round < 2; round++) {
      assertThat(IntStream.range(0, COUNT))
          .allMatch(number -> {
            byte[] bytes = ByteBuffer.allocate(16).putLong(8, (long) number << shift).array();
            return names.number(bytes, 0, 16) == number;
          });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 12})
  void ofStacksWhoseLeavesDifferInOnePlace(int shift) {
    StackTable stacks = new StackTable();
    for (int round = 0; round < 2; round++) {
      assertThat(IntStream.range(0, COUNT))
          .allMatch(number -> stacks.node(number << shift, Profile.NONE) == number);
    }
  }

  private static Source source(String text) {
    return Source.of("sample", text.getBytes(StandardCharsets.UTF_8));
  }
}
