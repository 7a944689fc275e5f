package hone.report;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.Circumstances;
import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.analysis.Hotspots;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopTest {

  @Test
  void theTableShowsValuesAndSharesOfTheWhole() {
    assertThat(HotspotTable.of(top("main.render")))
        .isEqualTo(
            """
            cpu: 10 s in 30.1 s (pprof)
            evidence: good
            warning: the last chunk is left out
                   flat   flat%          cum    cum%  function
                 7.50 s  75.0 %       7.50 s  75.0 %  main.render  invoice.go:41
                 2.50 s  25.0 %         10 s 100.0 %  main.main
            """);
  }

  @Test
  void theDocumentHasTheFieldsOfItsContract() {
    assertThat(TopDocument.of(top("main.render")))
        .isEqualTo(
            """
            {"profile":{"format":"pprof","samples":1000,"duration_nanos":30105000000,\
            "types":[{"name":"samples","unit":"count"},{"name":"cpu","unit":"nanoseconds"}],\
            "dropped":0,"truncated":0,"warnings":["the last chunk is left out"]},\
            "type":"cpu","unit":"nanoseconds","total":10000000000,\
            "evidence":{"verdict":"good","reasons":[]},"functions":[\
            {"function":"main.render","file":"invoice.go","line":41,"flat":7500000000,\
            "flat_percentage":75.0,"cum":7500000000,"cum_percentage":75.0},\
            {"function":"main.main","file":null,"line":null,"flat":2500000000,\
            "flat_percentage":25.0,"cum":10000000000,"cum_percentage":100.0}]}\
            """);
  }

  @Test
  void aNameCannotSteerTheTerminal() {
    String table = HotspotTable.of(top("\u001b[2J\u202egnp.exe\nforged"));

    assertThat(table).contains("\\u001b[2J\\u202egnp.exe\\u000aforged");
    assertThat(table).doesNotContain("\u001b").doesNotContain("\u202e");
  }

  private static Top top(String function) {
    ProfileBuilder builder =
        new ProfileBuilder(
            List.of(new ValueType("samples", Unit.COUNT), new ValueType("cpu", Unit.NANOSECONDS)));
    int main = builder.stack(builder.frame(Frame.named("main.main")), Profile.NONE);
    int render = builder.stack(builder.frame(new Frame(function, "invoice.go", 41)), main);
    builder.sample(main, 250, 2_500_000_000L);
    builder.sample(render, 750, 7_500_000_000L);
    Recording recording =
        Recording.of("pprof")
            .lasting(30_105_000_000L)
            .warning(List.of("the last chunk is left out"));
    Profile profile = builder.build(recording, 1);
    return new Top(
        profile,
        1,
        Granularity.FUNCTIONS,
        EvidenceQuality.of(profile, 1, Circumstances.unknown()),
        Hotspots.of(profile, 1, Granularity.FUNCTIONS));
  }
}
