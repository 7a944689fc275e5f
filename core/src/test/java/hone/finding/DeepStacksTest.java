package hone.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hone.CollidingNames;
import hone.analysis.SourceTree;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.service.Language;
import hone.service.Service;
import hone.service.ServiceFile;
import hone.standard.Standards;
import hone.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Finds the hotspots of stacks of ten thousand frames with a sample at each, which a
/// `.cpuprofile` of a megabyte holds.
///
/// Written out, the ways to the frames and the stacks below them are hundreds of millions of frames.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeepStacksTest {

  private static final int STACKS = 4;
  private static final int DEPTH = 9_990;

  @Test
  void ofTheApplicationAlone() {
    Findings findings = findings(deep(depth -> "/srv/shop/lib/search.js"));

    assertThat(findings.hotspots()).isEmpty();
  }

  @Test
  void ofLibrariesBelowOneLineOfTheApplication() {
    Findings findings =
        findings(deep(depth -> depth == 0 ? "/srv/shop/lib/search.js" : "node:internal/x"));

    assertThat(findings.hotspots()).hasSize(STACKS);
    assertThat(findings.hotspots().getFirst().sampleCount()).isEqualTo(DEPTH);
  }

  @Test
  void ofFunctionsWhoseNamesHaveOneHash() {
    ProfileBuilder builder = builder();
    for (String name : CollidingNames.of(16)) {
      int frame = builder.frame(new Frame(name, "/srv/shop/lib/search.js", 1));
      builder.sample(builder.stack(frame, Profile.NONE), 1, 10_000_000);
    }

    assertThat(findings(built(builder)).hotspots()).isEmpty();
  }

  private static Profile deep(IntFunction<String> file) {
    ProfileBuilder builder = builder();
    for (int each = 0; each < STACKS; each++) {
      int stack = Profile.NONE;
      for (int depth = 0; depth < DEPTH; depth++) {
        Frame frame = new Frame("f" + each + "_" + depth, file.apply(depth), each + 1);
        stack = builder.stack(builder.frame(frame), stack);
        builder.sample(stack, 1, 10_000_000);
      }
    }
    return built(builder);
  }

  private static ProfileBuilder builder() {
    return new ProfileBuilder(
        List.of(new ValueType("samples", Unit.COUNT), new ValueType("cpu", Unit.NANOSECONDS)));
  }

  private static Profile built(ProfileBuilder builder) {
    return builder.build(Recording.of("test").lasting(30_000_000_000L), 1);
  }

  private static Findings findings(Profile profile) {
    SourceTree tree =
        new SourceTree(Set.of("lib/search.js"), _ -> Optional.of("line\n".repeat(100)));
    Service service = ServiceFile.defaults("shop").withLanguage(Language.NODE);
    return Analyst.findings(
        List.of(new ProfileOf(ProfileKind.CPU, profile, "cpu")),
        tree,
        service,
        Standards.defaults(),
        Conditions.underLoad());
  }
}
