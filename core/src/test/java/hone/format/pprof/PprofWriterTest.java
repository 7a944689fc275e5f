package hone.format.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import hone.GoTool;
import hone.Shared;
import hone.format.Formats;
import hone.format.Stacks;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Label;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Law: what is written reads back the same, in every field. Oracle: `go tool pprof -raw` and
/// `-top`, run here on the original and on what was written.
class PprofWriterTest {

  @TempDir Path folder;

  static Stream<Path> profiles() throws IOException {
    return Shared.inputs("pprof-proto").stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whatIsWrittenReadsBackTheSameInEveryField(Path file) throws IOException {
    Profile profile = whole(Source.of(file));

    Profile back = whole(Source.of("written", written(profile)));

    assertSame(back, profile);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("profiles")
  void pprofSeesNoDifference(Path file) throws Exception {
    Path copy = folder.resolve("copy.pb");
    Files.write(copy, written(whole(Source.of(file))));

    for (String report : List.of("-raw", "-top", "-tags")) {
      GoTool.Run original = GoTool.pprof(folder, List.of(report, "-unit=ns"), file);
      assertThat(GoTool.pprof(folder, List.of(report, "-unit=ns"), copy))
          .as(report)
          .isEqualTo(original);
      assertThat(original.exitCode()).isZero();
    }
  }

  @Test
  void aProfileOfAnotherFormatIsWrittenWithItsLabels() throws IOException {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("wall", Unit.NANOSECONDS)));
    int main = builder.stack(builder.frame(new Frame("main", "main.py", 3)), Profile.NONE);
    builder.sample(main, 10);
    builder.label(new Label.Text("thread", "MainThread"));
    builder.label(new Label.Amount("bytes", 64, "bytes"));
    builder.sample(main, 20);
    Profile profile = builder.build(Recording.of("speedscope"), 0);

    Profile back = whole(Source.of("written", written(profile)));

    assertThat(Stacks.of(back)).isEqualTo(Stacks.of(profile));
    assertThat(back.labels(0)).isEqualTo(profile.labels(0)).hasSize(2);
    assertThat(back.labels(1)).isEmpty();
  }

  private static void assertSame(Profile back, Profile profile) {
    assertThat(back.code()).isEqualTo(profile.code());
    assertThat(back.origin()).isEqualTo(profile.origin());
    assertThat(back.recording()).isEqualTo(profile.recording());
    assertThat(back.types()).isEqualTo(profile.types());
    assertThat(back.defaultType()).isEqualTo(profile.defaultType());
    assertThat(back.frames()).isEqualTo(profile.frames());
    assertThat(Stacks.of(back)).isEqualTo(Stacks.of(profile));
    assertThat(addresses(back)).isEqualTo(addresses(profile));
    assertThat(IntStream.range(0, back.sampleCount()).mapToObj(back::labels))
        .isEqualTo(IntStream.range(0, profile.sampleCount()).mapToObj(profile::labels).toList());
  }

  /// The location and call of each frame of each sample.
  private static List<List<Integer>> addresses(Profile profile) {
    return IntStream.range(0, profile.sampleCount())
        .mapToObj(profile::sampleStack)
        .map(leaf ->
            IntStream.iterate(leaf, stack -> stack != Profile.NONE, profile::stackCaller)
                .map(profile::stackFrame)
                .flatMap(
                    frame -> IntStream.of(profile.frameLocation(frame), profile.frameCall(frame)))
                .boxed()
                .toList())
        .toList();
  }

  /// Read with the frames that the profile declares uninteresting.
  private static Profile whole(Source source) throws IOException {
    PprofReader reader = new PprofReader(Limits.defaults(), PprofReader.Uninteresting.KEPT);
    return new Formats(List.of(reader), Limits.defaults()).read(source, _ -> {});
  }

  private static byte[] written(Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PprofWriter.write(profile, out);
    return out.toByteArray();
  }
}
