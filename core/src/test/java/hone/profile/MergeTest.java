package hone.profile;

import static org.assertj.core.api.Assertions.assertThat;

import hone.unit.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Oracle: `pprof -raw` of go 1.26.8 on two such files.
class MergeTest {

  @Test
  void labelsOfOtherKeysInAnotherOrderAreTheSame() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    int stack = builder.stack(builder.frame(Frame.named("a")), Profile.NONE);
    builder.sample(stack, 1);
    builder.label(new Label.Text("route", "/"));
    builder.label(new Label.Text("k", "1"));
    builder.sample(stack, 2);
    builder.label(new Label.Text("k", "1"));
    builder.label(new Label.Text("route", "/"));
    builder.sample(stack, 4);
    builder.label(new Label.Text("k", "2"));
    builder.label(new Label.Text("k", "1"));
    builder.sample(stack, 8);
    builder.label(new Label.Text("k", "1"));
    builder.label(new Label.Text("k", "2"));

    Profile merged = Merge.of(List.of(builder.build(Recording.of("test"), 0)));

    assertThat(merged.sampleCount()).isEqualTo(3);
    assertThat(merged.value(0, 0)).isEqualTo(3);
  }

  /// One file that was mapped twice is one after the merge: where the sample's leaf has it.
  @Test
  void ofEqualCodeTheAddressThatTheLeafHasIsKept() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("cpu", Unit.NANOSECONDS)));
    builder.code(
        new Code(
            List.of(
                new Mapping(1, 0, 1, 0, "/bin/app", "", Set.of()),
                new Mapping(2, 0x1000, 0x2000, 0, "/lib/c.so", "same", Set.of()),
                new Mapping(3, 0x5000, 0x6000, 0, "/lib/c.so.1", "same", Set.of())),
            List.of(),
            List.of(
                new Location(1, 1, 0x1010, false, List.of()),
                new Location(2, 2, 0x5020, false, List.of()))));
    int caller = builder.stack(builder.frame(0, 0), Profile.NONE);
    builder.sample(builder.stack(builder.frame(1, 0), caller), 1);

    Profile merged = Merge.of(List.of(builder.build(Recording.of("test"), 0)));

    assertThat(merged.code().mappings())
        .extracting(Mapping::file)
        .containsExactly("/bin/app", "/lib/c.so.1");
    assertThat(List.of(0, 1))
        .extracting(frame -> merged.code().locations().address(merged.frameLocation(frame)))
        .containsExactlyInAnyOrder(0x5010L, 0x5020L);
  }
}
