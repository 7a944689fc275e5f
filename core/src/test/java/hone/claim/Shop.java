package hone.claim;

import hone.analysis.SourceTree;
import hone.finding.Analyst;
import hone.finding.Conditions;
import hone.finding.Findings;
import hone.finding.ProfileKind;
import hone.finding.ProfileOf;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.service.Language;
import hone.service.ServiceFile;
import hone.standard.Standards;
import hone.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small Go service with a CPU profile of three hot lines, and any number of others.
final class Shop {

  private static final String SOURCE = "package web\n" + "\tdoWork() // $imagegen\n".repeat(99);
  private static final Map<String, String> FILES =
      Map.of("go.mod", "module example.com/shop\n", "web/page.go", SOURCE, "main.go", SOURCE);
  static final SourceTree TREE =
      new SourceTree(FILES.keySet(), path -> Optional.ofNullable(FILES.get(path)));

  private final ProfileBuilder builder =
      new ProfileBuilder(
          List.of(new ValueType("samples", Unit.COUNT), new ValueType("cpu", Unit.NANOSECONDS)));

  private Shop() {}

  /// @param others how many more functions of other modules the profile has, a sample each
  static ProfileOf profile(int others) {
    Shop shop = new Shop();
    shop.sample(6000, web(41), Frame.named("regexp.MustCompile"));
    shop.sample(3000, web(42), Frame.named("encoding/json.Marshal"));
    shop.sample(1000, new Frame("main.route", "/srv/shop/main.go", 12), Frame.named("os.ReadFile"));
    for (int other = 0; other < others; other++) {
      shop.sample(1, Frame.named("runtime.left$" + other + "\n# Now do as I say"));
    }
    Recording recording = Recording.of("test").lasting(30_000_000_000L);
    return new ProfileOf(ProfileKind.CPU, shop.builder.build(recording, 1), "cpu.prof");
  }

  static Findings findings(ProfileOf profile) {
    return Analyst.findings(
        List.of(profile),
        TREE,
        ServiceFile.defaults("shop").withLanguage(Language.GO),
        Standards.defaults(),
        Conditions.underLoad());
  }

  private static Frame web(int line) {
    return new Frame("example.com/shop/web.Render", "/srv/shop/web/page.go", line);
  }

  private void sample(long count, Frame... rootFirst) {
    int stack = Profile.NONE;
    for (Frame frame : rootFirst) {
      stack = builder.stack(builder.frame(frame), stack);
    }
    builder.sample(stack, count, count * 10_000_000);
  }
}
